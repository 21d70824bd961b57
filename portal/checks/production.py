"""What must never be true where real people log in."""

import ipaddress
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

PER_PROCESS: Final = ("locmem.LocMemCache", "dummy.DummyCache")


def refuse_simulator() -> None:
    """Do not even start when anybody could be anybody on a site that serves real people.

    Those settings are known by their secure cookies. A deploy check alone would need
    somebody to run it. Raises ImproperlyConfigured.
    """
    if settings.SESSION_COOKIE_SECURE and _anybody_could_be_anybody():
        raise ImproperlyConfigured(
            "DIGID_ISSUER must be the https address of the DigiD broker, never a simulator"
        )


@register(Tags.security, deploy=True)
def real_digid(**_: object) -> list[CheckMessage]:
    """The log-in that opens everything is a real one, over TLS."""
    if not _anybody_could_be_anybody():
        return []
    return [
        Error(
            "DigiD is a simulator, or its issuer is not an https address of another machine.",
            hint="Set DIGID_ISSUER to the broker's address and use portal.settings.production.",
            id="voordeur.E001",
        )
    ]


@register(Tags.security, deploy=True)
def shared_cache(**_: object) -> list[CheckMessage]:
    """Limits and marks against replay hold in every process, or they do not hold."""
    backend = str(settings.CACHES["default"]["BACKEND"])
    if not backend.endswith(PER_PROCESS):
        return []
    return [
        Error(
            "The cache is one per process: limits on log-in and replay of codes would not hold.",
            hint="Set CACHE_URL to a Redis or Valkey that every process shares.",
            id="voordeur.E002",
        )
    ]


def _anybody_could_be_anybody() -> bool:
    issuer = urlsplit(settings.DIGID_ISSUER)
    return settings.DIGID_SIMULATOR or issuer.scheme != "https" or _is_here(issuer.hostname or "")


def _is_here(host: str) -> bool:
    if host in ("", "localhost") or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
