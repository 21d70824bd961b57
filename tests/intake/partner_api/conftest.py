"""A submission about debts and housekeeping, which its recipients can fetch."""

import pytest

from intake.cases.models import Case
from tests import intakes
from tests.intake.partner_api import factories
from tests.intake.partner_api.factories import Caller


@pytest.fixture
def kredietbank(db: None) -> Caller:
    """The recipient of the case about debts."""
    intakes.published()
    kredietbank = factories.caller("kredietbank")
    factories.caller("sociaal-team")
    intakes.submitted(intakes.resident(), ("schuldhulp", "huishoudelijke-hulp"))
    factories.relayed()
    return kredietbank


@pytest.fixture
def own_case(kredietbank: Caller) -> Case:
    """The case that the kredietbank has."""
    assert kredietbank
    return Case.objects.get(topic="schuldhulp")


@pytest.fixture
def foreign_case(kredietbank: Caller) -> Case:
    """A case that it does not have."""
    assert kredietbank
    return Case.objects.get(topic="huishoudelijke-hulp")
