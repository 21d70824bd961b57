"""Members of staff, and their sessions after a second factor."""

import time
from typing import Any, Final

from django.contrib.auth.models import Group
from django.test import Client
from playwright.sync_api import Page
from wagtail.models import Locale

from tests.browser import take_along
from tests.portal.accounts import factories as accounts

WAGTAILS_OWN: Final = ("axe page-has-heading-one", "axe scrollable-region-focusable")
"""What axe says of Wagtail's own frame, on every screen of it."""


def colleague(*groups: str) -> Any:
    """Somebody who works at the municipality, in these groups."""
    user = accounts.staff()
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def with_all_rights() -> Any:
    """Who keeps the site: no group, and nothing refused."""
    user = colleague()
    user.is_superuser = True
    user.save()
    return user


def sign_in(client: Client, user: Any) -> None:
    """A session as a finished log-in with both factors leaves it."""
    accounts.sign_in(client, user)
    session = client.session
    factor = {"method": "mfa", "type": "totp", "at": time.time()}
    session["account_authentication_methods"] += [factor]
    session.save()


def at_the_desk(page: Page, url: str) -> Any:
    """Somebody with all rights, in the browser: a flush takes the groups that migrations made."""
    Locale.objects.get_or_create(language_code="nl")  # migrations made it, a flush took it
    user, client = with_all_rights(), Client()
    sign_in(client, user)
    take_along(client, page, url)
    return user
