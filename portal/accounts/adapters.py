"""Our decisions where allauth asks for one."""

from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import Provider
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import timezone
from requests import Session

from intake.wizard import choice
from portal.accounts import identity, second_factor, step_up
from portal.accounts.digid.adapter import DigiDFailed
from portal.accounts.digid.provider import DigiDProvider, configured_app
from portal.accounts.models import User

log = structlog.get_logger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """E-mail accounts, and what every log-in ends with."""

    def clean_email(self, email: str) -> str:
        """One spelling per address; the database checks it."""
        return email.lower()

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Staff to their desk; residents on with what they chose, or to their own page."""
        if request.user.is_staff:
            return resolve_url("wagtailadmin_home")
        chosen = choice.remembered(request.session)
        return resolve_url("intake:begin" if chosen else settings.LOGIN_REDIRECT_URL)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """The home page, in the language of the reader."""
        return reverse("wagtail_serve", args=[""])

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """Not to who came with DigiD: a mail would open a door beside it."""
        if user.is_staff or user.has_usable_password():
            super().send_password_reset_mail(user, email, context)

    def post_login(
        self,
        request: HttpRequest,
        user: User,
        *,
        signal_kwargs: dict[str, Any] | None,
        **details: object,
    ) -> HttpResponse:
        """After a step-up, the drafts of the e-mail session come along."""
        login = (signal_kwargs or {}).get("sociallogin")
        if login:
            step_up.bring_drafts(login.state, to=user, now=timezone.now())
        response: HttpResponse = super().post_login(
            request, user, signal_kwargs=signal_kwargs, **details
        )
        return response


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """DigiD: the one provider there is, never linked by an address."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """The broker of the settings; what stands in the database is no app of ours."""
        app = configured_app()
        if not app or provider not in (None, app.provider, app.provider_id):
            return []
        return [app] if client_id in (None, app.client_id) else []

    def list_providers(self, request: HttpRequest) -> list[Provider]:
        """DigiD, when it is configured."""
        return [DigiDProvider(request, app=app) for app in self.list_apps(request)]

    def get_provider(
        self, request: HttpRequest, provider: str, client_id: str | None = None
    ) -> Provider:
        """DigiD by its name or its issuer. Raises SocialApp.DoesNotExist."""
        app = self.get_app(request, provider=provider, client_id=client_id)
        return DigiDProvider(request, app=app)

    def get_requests_session(self) -> Session:
        """Answers come from the address we asked, or not at all."""
        session: Session = super().get_requests_session()
        session.max_redirects = 0
        return session

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> User:
        """Nothing: DigiD tells who somebody is by the BSN alone."""
        user: User = sociallogin.user
        return user

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Before a known person gets in: still the same BSN; and who was here by e-mail."""
        step_up.note_email_session(request, sociallogin.state)
        if sociallogin.is_existing:
            _remember(sociallogin)

    def save_user(
        self, request: HttpRequest, sociallogin: SocialLogin, form: object = None
    ) -> User:
        """A new person: account and identity, both or neither."""
        with transaction.atomic():
            user: User = super().save_user(request, sociallogin, form)
            _remember(sociallogin)
        return user

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Provider,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Tell the page whether a stronger log-in would do, and the log that one failed."""
        log.warning("digid_login_failed", reason=error, kind=type(exception).__name__)
        if extra_context is not None:
            extra_context["too_weak"] = getattr(exception, "too_weak", False)


class MFAAdapter(DefaultMFAAdapter):
    """Second factors whose seeds no dump of the database reveals."""

    def encrypt(self, text: str) -> str:
        """For the database."""
        return second_factor.sealed_seed(text)

    def decrypt(self, encrypted_text: str) -> str:
        """From the database."""
        return second_factor.opened_seed(encrypted_text)


def _remember(login: SocialLogin) -> None:
    try:
        identity.remember(login.user, bsn=login.proof.bsn, now=timezone.now())
    except identity.AnotherPerson as error:
        log.exception("digid_subject_changed_hands")
        raise DigiDFailed("bsn of a known subject") from error
