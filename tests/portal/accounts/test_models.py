"""What the database refuses of a user."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from portal.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"email": ""}, id="an empty address"),
        pytest.param({"email": "Naam@post.example"}, id="capitals in an address"),
        pytest.param({"email": "bestaat@post.example"}, id="an address that is taken"),
        pytest.param({"kind": "staff", "is_staff": True, "email": None}, id="staff, no address"),
        pytest.param({"kind": "staff", "is_staff": False, "email": "x@x.example"}, id="half staff"),
        pytest.param({"kind": "resident", "is_staff": True}, id="a resident as staff"),
        pytest.param({"kind": "resident", "is_superuser": True}, id="a resident with powers"),
        pytest.param({"kind": "anders"}, id="another kind"),
    ],
)
def test_the_database_refuses(fields: dict[str, Any]) -> None:
    User.objects.create_user("bestaat@post.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(**fields)


def test_many_residents_have_no_address() -> None:
    assert User.objects.create_user().pk != User.objects.create_user().pk
    assert User.objects.filter(email=None).count() == 2


def test_a_superuser_is_staff() -> None:
    user = User.objects.create_superuser("Beheer@post.example", "een lang wachtwoord")
    assert (user.kind, user.is_staff, user.is_superuser) == ("staff", True, True)
    assert user.email == "beheer@post.example"
    assert str(user) == "beheer@post.example"
