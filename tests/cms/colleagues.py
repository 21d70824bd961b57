"""Members of staff, and their sessions after a second factor."""

import time
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client

from tests.portal.accounts import factories as accounts


def colleague(*groups: str) -> Any:
    """Somebody who works at the municipality, in these groups."""
    user = accounts.staff()
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def sign_in(client: Client, user: Any) -> None:
    """A session as a finished log-in with both factors leaves it."""
    accounts.sign_in(client, user)
    session = client.session
    factor = {"method": "mfa", "type": "totp", "at": time.time()}
    session["account_authentication_methods"] += [factor]
    session.save()
