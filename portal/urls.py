"""Every address of the site, in the order of `contract` in the README."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal.accounts.digid.views import callback as digid_callback
from portal.accounts.staff_urls import to_login
from portal.health.views import security_txt

IMAGES = r"^media/(?P<path>images/.+)$"
"""Editors' pictures, and nothing else of what is stored: documents have a view of their own."""

MACHINES = [
    path("healthz/", include("portal.health.urls")),
    path(".well-known/security.txt", security_txt),
    path("account/digid/login/callback/", digid_callback, name="digid_callback"),
    path("api/partner/v1/", include("intake.partner_api.urls")),
    path("", include("intake.delivery.urls")),
    path("", include("cms.feeds.urls")),
    path("documenten/", include(wagtaildocs_urls)),
    path("beheer/", include("portal.accounts.staff_urls")),
    path("beheer/", include(wagtailadmin_urls)),
    *([path("demo/", include("portal.demo.urls"))] if settings.DEMO else []),
    *(
        [re_path(IMAGES, serve, {"document_root": settings.MEDIA_ROOT})]
        if settings.SERVE_IMAGES
        else []
    ),
    path("_util/login/", to_login),
]
"""Addresses that have no language: for programs and staff, and those others have registered."""

PEOPLE = [
    path("account/", include("portal.accounts.urls")),
    path("intake/", include("intake.wizard.urls")),
    path("mijn/", include("portal.mine.urls")),
    path("zoeken/", include("cms.search.urls")),
    path("", include(wagtail_urls)),
]
"""Addresses that exist per language: Dutch as they are, the others below /en/, /ar/ and /uk/."""

urlpatterns = [*MACHINES, *i18n_patterns(*PEOPLE, prefix_default_language=False)]

handler400 = "portal.errors.pages.bad_request"
handler403 = "portal.errors.pages.permission_denied"
handler404 = "portal.errors.pages.page_not_found"
handler500 = "portal.errors.pages.server_error"
