"""The BSN of somebody who logged in with DigiD: sealed, and opened only with a reason."""

from datetime import datetime

from django.db import transaction

from intake.vault.keys import create_data_key
from intake.vault.sealing import Opening, Place, open_sealed, seal
from portal.accounts.models import Identity, User


class BsnUnknown(Exception):
    """This person never logged in with DigiD."""


class AnotherPerson(Exception):
    """The broker gives a known subject another BSN: an account would change hands."""


def bsn_of(user: User, opening: Opening) -> str:
    """The BSN, and a row in the audit trail. Raises BsnUnknown, Unsealable."""
    try:
        identity = Identity.objects.select_related("key").get(user=user)
    except Identity.DoesNotExist:
        raise BsnUnknown(str(user.pk)) from None
    sealed = bytes(identity.bsn)
    return open_sealed(identity.key, sealed=sealed, place=_place(user), opening=opening).decode()


def remember(user: User, *, bsn: str, now: datetime) -> None:
    """Seal the BSN at the first log-in, compare it at the next ones. Raises AnotherPerson."""
    if not Identity.objects.filter(user=user).exists():
        with transaction.atomic():
            key = create_data_key(now=now)
            sealed = seal(key, plaintext=bsn.encode(), place=_place(user))
            Identity.objects.create(user=user, key=key, bsn=sealed)
        return
    subject = f"user:{user.pk}"
    if bsn_of(user, Opening(actor=subject, purpose="log-in", subject=subject, at=now)) != bsn:
        raise AnotherPerson(str(user.pk))


def _place(user: User) -> Place:
    return Place("portal_accounts_identity", "bsn", str(user.pk))
