"""People, and sessions of theirs."""

import re
import time
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils import timezone

from portal.accounts import identity
from portal.accounts.models import User, staff_fields
from portal.accounts.second_factor import sealed_seed

PASSWORD = "drie natte schapen"
SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
BSN = "999993653"


def resident(*, email: str = "") -> User:
    """A resident with a password and a verified address."""
    return _with_address(User.objects.create_user(email or _address(), PASSWORD))


def _address() -> str:
    return f"persoon-{uuid4().hex[:8]}@post.example"


def _with_address(user: User) -> User:
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def staff(*, second_factor: bool = True) -> User:
    """Somebody who works at the municipality, with or without a second factor."""
    user = _with_address(User.objects.create_user(_address(), PASSWORD, **staff_fields()))
    if second_factor:
        secret = sealed_seed(SEED)
        Authenticator.objects.create(user=user, type="totp", data={"secret": secret})
    return user


def digid_resident(*, bsn: str = BSN) -> User:
    """Somebody who logged in with DigiD before."""
    user = User.objects.create_user()
    identity.remember(user, bsn=bsn, now=timezone.now())
    return user


def sign_in(client: Client, user: User, *, digid: bool = False) -> None:
    """A session as a finished log-in leaves it: by e-mail, or by DigiD."""
    client.force_login(user)
    session = client.session
    method = (
        {"method": "socialaccount", "provider": settings.DIGID_ISSUER, "uid": "subject"}
        if digid
        else {"method": "password", "email": user.email}
    )
    session["account_authentication_methods"] = [{**method, "at": time.time()}]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()


def code(*, seed: str = SEED, at: float | None = None) -> str:
    """What an authenticator app shows."""
    counter = int(time.time() if at is None else at) // 30
    return str(format_hotp_value(hotp_value(seed, counter)))


def link_in_mail() -> str:
    """The path of the link in the last mail."""
    [link] = re.findall(r"https?://[^/\s]+(/\S+)", str(mail.outbox[-1].body))
    return str(link)
