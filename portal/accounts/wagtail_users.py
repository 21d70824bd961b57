"""Wagtail's users app, told to show colleagues only."""

from wagtail.users.apps import WagtailUsersAppConfig


class WagtailUsersConfig(WagtailUsersAppConfig):
    """Stands in INSTALLED_APPS where `wagtail.users` would."""

    user_viewset = "portal.accounts.colleagues.ColleagueViewSet"
