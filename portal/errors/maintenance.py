"""Closed for a while: everybody hears 503, and when to come back.

MAINTENANCE=1 closes from the start of the process on; the file `maintenance` in VAR_DIR
closes at once and as long as it is there. Style sheets and the health checks go on.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from portal.errors import pages

FILE: Final = "maintenance"
OPEN: Final = "/healthz/"


class MaintenanceMiddleware:
    """Answers itself while we are closed, before anything asks the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, or that we are closed."""
        if is_closed() and not request.path_info.startswith(OPEN):
            return pages.unavailable(request)
        return self.get_response(request)


def is_closed() -> bool:
    """Whether somebody works on the site."""
    return settings.MAINTENANCE or (Path(settings.VAR_DIR) / FILE).exists()
