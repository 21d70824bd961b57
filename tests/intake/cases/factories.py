"""Cases, stored without going through a submit."""

from typing import Any

from intake.cases.models import Case, CaseRecipient, StatusEvent
from intake.cases.reference import new_reference
from intake.cases.status import Status
from tests.intake.catalogue.factories import NOON
from tests.intake.submissions.factories import submission


def case(*recipients: str, **columns: Any) -> Case:
    """A case that was just received, for these recipients."""
    defaults: dict[str, Any] = {
        "position": 0,
        "topic": "schuldhulp",
        "name": "Hulp bij schulden",
        "kind": "aanmelding",
        "law": "Wgs",
        "reference": new_reference(),
        "terms": [{"name": "eerste gesprek", "until": "2026-12-21"}],
        "first_chosen_at": NOON,
        "received_at": NOON,
    }
    if "submission" not in columns:
        columns["submission"] = submission()
    made = Case.objects.create(**(defaults | columns))
    for key in recipients or ("kredietbank",):
        CaseRecipient.objects.create(case=made, recipient=key, name=key.capitalize())
    StatusEvent.objects.create(case=made, number=1, status=Status.RECEIVED, at=NOON)
    return made
