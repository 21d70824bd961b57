"""The Django app of this room."""

from django.apps import AppConfig


class PortalMineConfig(AppConfig):
    """Mijn omgeving: a resident's drafts, cases and receipts."""

    name = "portal.mine"
    label = "portal_mine"
