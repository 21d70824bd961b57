"""The Django app of this room."""

from django.apps import AppConfig


class PortalHealthConfig(AppConfig):
    """Liveness and readiness for whoever runs the machines."""

    name = "portal.health"
    label = "portal_health"
