"""allauth's forms where we need them stricter."""

from allauth.core import context
from allauth.mfa.totp import forms as totp
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, generate_totp_secret
from django import forms

from portal.accounts.models import User
from portal.accounts.second_factor import unwrapped_from_session, wrapped_for_session


class ActivateTOTPForm(totp.ActivateTOTPForm):
    """Keeps the seed sealed while it waits in the session; a new one for every empty form."""

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        self.user = user
        forms.Form.__init__(self, *args, **kwargs)  # type: ignore[arg-type]
        session = context.request.session
        if not self.is_bound or SECRET_SESSION_KEY not in session:
            session[SECRET_SESSION_KEY] = wrapped_for_session(generate_totp_secret())
        self.secret = unwrapped_from_session(session[SECRET_SESSION_KEY])
