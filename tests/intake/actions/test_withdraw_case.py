"""Taking a case back: what was not sent is stopped, and it stands in the history."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from intake.actions.submit_intake import submit_intake
from intake.actions.withdraw_case import withdraw_case
from intake.audit.queries import trail_of
from intake.cases.history import CaseNotFound
from intake.cases.lifecycle import TransitionRefused
from intake.cases.queries import CaseView, cases_of
from intake.cases.status import Status
from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State
from intake.submissions.assurance import AssuranceTooLow
from tests.intake.actions.factories import DIGID, filled, live_catalogue
from tests.intake.catalogue.factories import NOON
from tests.intake.submissions.factories import resident

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def owner_id() -> UUID:
    """A resident with a submitted intake of two topics."""
    live_catalogue()
    draft = filled("huishoudelijke-hulp", "schuldhulp")
    submit_intake(draft_id=draft.id, user_id=draft.owner_id, assurance=DIGID, now=NOON)
    owner_id: UUID = draft.owner_id
    return owner_id


def _cases(owner_id: UUID) -> list[CaseView]:
    return list(cases_of(user_id=owner_id, assurance=DIGID))


def _withdraw(case_id: UUID, owner_id: UUID, assurance: str = DIGID) -> list[str]:
    return withdraw_case(case_id=case_id, user_id=owner_id, assurance=assurance, now=LATER)


def test_one_case_is_withdrawn_and_the_other_goes_on(owner_id: UUID) -> None:
    first, second = _cases(owner_id)
    assert _withdraw(first.id, owner_id) == ["sociaal-team"]
    withdrawn, other = _cases(owner_id)
    assert [each.status for each in withdrawn.recipients] == [Status.WITHDRAWN]
    assert other == second
    states = dict(OutboxDelivery.objects.to_partners().values_list("event__case_id", "state"))
    assert states == {first.id: State.WITHDRAWN, second.id: State.PENDING}
    assert trail_of(f"case:{first.id}")[-1].action == "withdrew"


def test_a_second_time_is_refused(owner_id: UUID) -> None:
    first, _ = _cases(owner_id)
    _withdraw(first.id, owner_id)
    with pytest.raises(TransitionRefused):
        _withdraw(first.id, owner_id)


def test_only_its_owner_withdraws_it_and_only_with_digid(owner_id: UUID) -> None:
    first, _ = _cases(owner_id)
    with pytest.raises(CaseNotFound):
        _withdraw(first.id, resident().pk)
    with pytest.raises(CaseNotFound):
        _withdraw(uuid4(), owner_id)
    with pytest.raises(AssuranceTooLow):
        _withdraw(first.id, owner_id, assurance="email")
    assert _cases(owner_id)[0] == first
