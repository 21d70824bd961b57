"""People who work for the municipality."""

from collections.abc import Collection
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.db import transaction

from portal.accounts.models import User, staff_fields
from portal.accounts.second_factor import sealed_seed


def create_staff(
    *,
    email: str,
    password: str,
    totp_secret: str | None,
    groups: Collection[str],
    now: datetime,
    name: str = "",
) -> User:
    """Make a member of staff, or put an existing one back into this state.

    `totp_secret` is base 32; without one the first log-in leads to enrolment. `groups`
    are names of groups that exist. Raises Group.DoesNotExist.
    """
    with transaction.atomic():
        user, _ = User.objects.get_or_create(
            email=email.lower(), defaults={**staff_fields(), "date_joined": now}
        )
        user.name = name
        user.set_password(password)
        user.save(update_fields=["name", "password"])
        user.groups.set([Group.objects.get(name=name) for name in groups])
        EmailAddress.objects.update_or_create(
            user=user, email=user.email, defaults={"verified": True, "primary": True}
        )
        Authenticator.objects.filter(user=user).delete()
        if totp_secret:
            Authenticator.objects.create(
                user=user,
                type=Authenticator.Type.TOTP,
                data={"secret": sealed_seed(totp_secret)},
                created_at=now,
            )
    return user
