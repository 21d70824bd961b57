"""The Django app of this room."""

from importlib import import_module

from django.apps import AppConfig

from intake.wizard import visitor


class PortalAccountsConfig(AppConfig):
    """Who somebody is and how sure we are: users, log-in, assurance levels."""

    name = "portal.accounts"
    label = "portal_accounts"

    def ready(self) -> None:
        """Listen, and stand at the wizard's door, once every app's models are loaded."""
        import_module("portal.accounts.receivers")
        visitor.register(import_module("portal.accounts.doorkeeper").Doorkeeper())
