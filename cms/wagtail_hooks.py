"""What our pages add to Wagtail's admin; each hook is one call."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms import editing, saving, telephone_button
from cms.search.editing import SynonymViewSet


def start_date_pickers() -> SafeString:
    """The pickers of dates and times, without inline scripts."""
    return format_html('<script defer src="{}"></script>', static("cms/choosers.js"))


def readable_messages() -> SafeString:
    """A link in a message has the colour of the message, not green on red."""
    return format_html('<link rel="stylesheet" href="{}">', static("cms/messages.css"))


hooks.register("insert_global_admin_js", start_date_pickers)
hooks.register("insert_global_admin_css", readable_messages)
hooks.register("register_rich_text_features", telephone_button.offer_telephone)
hooks.register("after_create_page", saving.tell_readability)
hooks.register("after_edit_page", saving.tell_readability)
hooks.register("register_admin_urls", lambda: editing.urlpatterns)
hooks.register("construct_homepage_panels", editing.panels)
for item in editing.menu_items():
    hooks.register("register_reports_menu_item", lambda item=item: item)
register_snippet(SynonymViewSet)
