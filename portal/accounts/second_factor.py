"""Seeds of second factors at rest, and whether a session showed one."""

import base64
from uuid import UUID

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.http import HttpRequest
from django.utils import timezone

from intake.vault import keyring
from intake.vault.keys import create_data_key, find_data_key
from intake.vault.sealing import Opening, Place, open_sealed, seal

ENROLLING = "second factor being enrolled"


def was_shown(request: HttpRequest) -> bool:
    """Whether this session's user has a second factor now and used it in this session."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records) and is_enrolled(request)


def is_enrolled(request: HttpRequest) -> bool:
    """Whether this session's user has a second factor."""
    return bool(is_mfa_enabled(request.user, [Authenticator.Type.TOTP]))


def accept_enrolment(request: HttpRequest) -> None:
    """Let enrolling count as showing it, under a new session key: the session gains rights."""
    factor = Authenticator.objects.get(user_id=request.user.pk, type=Authenticator.Type.TOTP)
    record_authentication(request, factor.user, "mfa", id=factor.pk, type=factor.type)
    request.session.cycle_key()
    UserSession.objects.create_from_request(request)


def sealed_seed(seed: str) -> str:
    """A seed for the database: "<data key>:<sealed value>", rotated like every data key."""
    key = create_data_key(now=timezone.now())
    sealed = seal(key, plaintext=seed.encode(), place=_place(key.id))
    return f"{key.id}:{base64.b64encode(sealed).decode()}"


def opened_seed(text: str) -> str:
    """Counterpart of `sealed_seed`. Raises Unsealable."""
    key_id, _, encoded = text.partition(":")
    key = find_data_key(UUID(key_id))
    opening = Opening(
        actor="system:log-in",
        purpose="second factor",
        subject=f"data-key:{key_id}",
        at=timezone.now(),
    )
    place = _place(key.id)
    return open_sealed(key, sealed=base64.b64decode(encoded), place=place, opening=opening).decode()


def wrapped_for_session(seed: str) -> str:
    """A seed that waits in the session for its first code; the session is a table too."""
    ring = keyring.configured()
    wrapped = ring.wrap(seed.encode(), owner=ENROLLING)
    return f"{ring.kid}:{base64.b64encode(wrapped).decode()}"


def unwrapped_from_session(text: str) -> str:
    """Counterpart of `wrapped_for_session`. Raises UnknownKey, WrapBroken."""
    kid, _, encoded = text.partition(":")
    ring = keyring.configured()
    return ring.unwrap(base64.b64decode(encoded), kid=kid, owner=ENROLLING).decode()


def _place(key_id: UUID) -> Place:
    return Place("mfa_authenticator", "data", str(key_id))
