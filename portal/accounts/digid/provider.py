"""DigiD as an allauth provider: what we ask of the broker, and what we keep of its answer."""

import secrets
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess, ProviderAccount
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from portal.accounts.digid import tokens
from portal.accounts.digid.adapter import DigiDAdapter


class DigiDAccount(ProviderAccount):
    """An account of which only the opaque subject is kept."""

    def to_str(self) -> str:
        """What the account is called on screen."""
        return "DigiD"


class DigiDProvider(OAuth2Provider):
    """One broker, one set of questions: nothing in the request's address changes them."""

    id = "digid"
    name = "DigiD"
    account_class = DigiDAccount
    oauth2_adapter_class = DigiDAdapter
    pkce_enabled_default = True

    def get_login_url(self, request: HttpRequest, **_kwargs: object) -> str:
        """The address that starts the log-in."""
        return reverse("digid_login")

    def get_callback_url(self) -> str:
        """The address that ends it."""
        return reverse("digid_callback")

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        """A fresh log-in at the level we need, bound to this browser by state and nonce.

        allauth would also take scope, process and parameters from the address; we take
        only where to go afterwards.
        """
        nonce = secrets.token_urlsafe(32)
        return {
            "process": AuthProcess.LOGIN,
            "next_url": get_next_redirect_url(request),
            "scope": ["openid"],
            "auth_params": {
                "nonce": nonce,
                "prompt": "login",
                "max_age": int(tokens.AUTHENTICATED_WITHIN.total_seconds()),
                "acr_values": tokens.SUBSTANTIAL,
                "ui_locales": _ui_locales(),
            },
            "nonce": nonce,
        }

    def extract_uid(self, data: dict[str, Any]) -> str:
        """The broker's opaque name for the person."""
        return str(data["sub"])

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Nothing: the one thing we keep, the BSN, is sealed elsewhere."""
        return {}


def _ui_locales() -> str:
    """The reader's language first, then what the broker is sure to have (OpenID Connect)."""
    return " ".join(dict.fromkeys((get_language() or "nl", "nl")))


def configured_app() -> SocialApp | None:
    """The broker of the settings as allauth wants it; None when there is none.

    Its id is the issuer, so that an account's key is (issuer, subject).
    """
    if not settings.DIGID_ISSUER:
        return None
    return SocialApp(
        provider=DigiDProvider.id,
        provider_id=settings.DIGID_ISSUER,
        name=DigiDProvider.name,
        client_id=settings.DIGID_CLIENT_ID,
        secret=settings.DIGID_CLIENT_SECRET,
    )
