"""What the catalogue adds to Wagtail's admin; each hook is one call."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.catalogue import menu
from cms.catalogue.dashboard import views as dashboard
from cms.catalogue.editing import leaving, together, views
from cms.catalogue.editing.viewsets import CatalogueGroup
from cms.catalogue.history import views as history
from cms.catalogue.preview import views as preview
from cms.catalogue.reviewing import menus
from cms.catalogue.transport import views as transport

hooks.register("register_admin_urls", lambda: views.urlpatterns)
register_snippet(CatalogueGroup)
hooks.register("register_bulk_action", leaving.DeleteMany, order=1)  # instead of Wagtail's own
hooks.register("register_bulk_action", together.PublishMany)
hooks.register("register_admin_urls", lambda: preview.urlpatterns)
for room in (transport, history, dashboard):
    hooks.register("register_admin_urls", lambda room=room: room.urlpatterns)
for item in menu.items():
    hooks.register(menu.HOOK, lambda item=item: item)
hooks.register("construct_homepage_panels", dashboard.panels)
hooks.register("construct_homepage_panels", menus.waiting_first)
hooks.register("construct_snippet_action_menu", menus.approving_first)
