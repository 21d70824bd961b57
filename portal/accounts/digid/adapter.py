"""allauth's OAuth 2 client with the checks of OpenID Connect added."""

from typing import Any

import structlog
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.oauth2.client import OAuth2Client
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from portal.accounts.digid import broker, tokens

log = structlog.get_logger(__name__)


class DigiDFailed(ProviderException):
    """The log-in ends here; `too_weak` when only the level of the log-in was the reason."""

    def __init__(self, reason: str, *, too_weak: bool = False) -> None:
        super().__init__(reason)
        self.too_weak = too_weak


class DigiDAdapter(OAuth2Adapter):
    """Speaks with the one configured broker. `nonce` comes from the stashed state."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.provider_id = settings.DIGID_ISSUER
        self.nonce = ""

    @cached_property
    def broker(self) -> broker.Broker:
        """What the broker publishes about itself, once per request."""
        try:
            return broker.discover()
        except broker.BrokerUnreliable as reason:
            log.exception("digid_unreachable")
            raise DigiDFailed(str(reason)) from reason

    @property
    def authorize_url(self) -> str:
        """Where the browser goes to log in."""
        return self.broker.authorization_endpoint

    @property
    def access_token_url(self) -> str:
        """Where the code is exchanged."""
        return self.broker.token_endpoint

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """Where the broker sends the browser back to."""
        return request.build_absolute_uri(reverse("digid_callback"))

    def get_access_token_data(
        self,
        request: HttpRequest,
        app: SocialApp,
        client: OAuth2Client,
        pkce_code_verifier: str | None = None,
    ) -> dict[str, Any]:
        """Exchange the code, if the redirect came from our issuer (RFC 9207)."""
        named = request.GET.get("iss")
        if named != self.broker.issuer and (named or self.broker.names_itself):
            raise DigiDFailed("iss of the redirect")
        data: dict[str, Any] = super().get_access_token_data(
            request, app, client, pkce_code_verifier
        )
        return data

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, *, response: dict[str, Any]
    ) -> SocialLogin:
        """A log-in with its proof attached; DigiDFailed when the proof does not hold."""
        try:
            proof = self._proof(response, client_id=app.client_id)
        except tokens.TokenRefused as refusal:
            log.warning("digid_token_refused", rules=refusal.rules)
            raise DigiDFailed(str(refusal), too_weak=refusal.rules == ("acr",)) from refusal
        except broker.BrokerUnreliable as reason:
            log.exception("digid_unreachable")
            raise DigiDFailed(str(reason)) from reason
        login = self.get_provider().sociallogin_from_response(request, {"sub": proof.subject})
        login.proof = proof
        return login

    def _proof(self, response: dict[str, Any], *, client_id: str) -> tokens.Proof:
        claims = tokens.read(
            response.get("id_token", ""),
            keys=broker.keys(self.broker),
            expected=tokens.Expected(
                issuer=self.broker.issuer, client_id=client_id, nonce=self.nonce
            ),
            now=timezone.now(),
        )
        userinfo = broker.fetch(self.broker.userinfo_endpoint, bearer=response["access_token"])
        return tokens.prove(claims, userinfo)
