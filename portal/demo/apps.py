"""The Django app of this room."""

from django.apps import AppConfig

from intake.prefill.sources import sources
from portal.demo.brp import DemoRegister


class PortalDemoConfig(AppConfig):
    """Zeventerpen: content, personas and simulators, only through public functions."""

    name = "portal.demo"
    label = "portal_demo"

    def ready(self) -> None:
        """The demo's population register answers what the wizard asks of the BRP."""
        sources.register("BRP", DemoRegister())
