"""Submitting: everything or nothing, once, and each recipient its own part."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intake.actions.submit_intake import Incomplete, submit_intake
from intake.audit.models import Record
from intake.audit.queries import trail_of
from intake.cases.models import Case, CaseRecipient
from intake.cases.queries import cases_of_submission
from intake.cases.reference import is_valid
from intake.cases.status import Status
from intake.outbox.events import open_payload
from intake.outbox.models import OutboxDelivery, OutboxEvent
from intake.questionnaire.answers import Answer, AnswerKey
from intake.submissions.assurance import AssuranceTooLow
from intake.submissions.contents import frozen_answers
from intake.submissions.drafts import DraftNotFound
from intake.submissions.models import Draft, DraftAnswer, DraftTopic, Submission
from intake.vault.models import DataKey
from intake.vault.sealing import Opening, Unsealable
from tests.intake.actions.factories import (
    DIGID,
    FOUR_TOPICS,
    answers_in,
    filled,
    live_catalogue,
    save,
    started,
)
from tests.intake.catalogue.factories import NOON, zeventerpen
from tests.intake.submissions.factories import resident

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=2)
OPENING = Opening(actor="system:test", purpose="test", subject="submission:1", at=NOON)
MOST_QUERIES = 40


@pytest.fixture(autouse=True)
def _live_catalogue() -> None:
    live_catalogue()


def _submit(draft: Draft, **changes: Any) -> Submission:
    sound = {"draft_id": draft.id, "user_id": draft.owner_id, "assurance": DIGID, "now": NOON}
    arguments: dict[str, Any] = sound | changes
    return submit_intake(**arguments)


def _documents() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What each partner would receive."""
    for delivery in OutboxDelivery.objects.to_partners().select_related("event__data_key"):
        payload = open_payload(event=delivery.event, opening=OPENING)
        yield delivery.partner_id or "", json.loads(payload)


def test_an_intake_becomes_a_case_per_topic_and_a_delivery_per_recipient() -> None:
    submission = _submit(filled(*FOUR_TOPICS))
    cases = cases_of_submission(submission.id)
    assert [each.topic for each in cases] == list(FOUR_TOPICS)
    assert {each.status for each in cases} == {Status.RECEIVED}
    references = {submission.reference, *(each.reference for each in cases)}
    assert len(references) == 5
    assert all(is_valid(each) for each in references)
    pairs = [(each.id, recipient.key) for each in cases for recipient in each.recipients]
    deliveries = OutboxDelivery.objects.to_partners()
    assert sorted(pairs) == sorted(deliveries.values_list("event__case_id", "partner_id"))
    assert Counter(OutboxDelivery.objects.values_list("kind", flat=True)) == Counter(
        partner=len(pairs), receipt=1, mail=1
    )


def test_four_topics_take_few_queries() -> None:
    draft = filled(*FOUR_TOPICS)
    with CaptureQueriesContext(connection) as queries:
        _submit(draft)
    assert len(queries) <= MOST_QUERIES
    assert len(queries) <= 24, "fewer than the bound, and it should stay so"


def test_the_answers_are_frozen_as_they_were() -> None:
    draft = filled("schuldhulp")
    before = answers_in(draft)
    assert frozen_answers(_submit(draft), opening=OPENING) == before


def test_what_is_off_the_path_goes_no_further() -> None:
    draft = filled("huishoudelijke-hulp")
    aside = AnswerKey.of("f.iban")
    save(
        draft,
        {
            aside: Answer(
                items=({"iban": "NL91ABNA0417164300"},), source="inwoner", as_of=NOON.date()
            )
        },
    )
    submission = _submit(draft)
    assert aside not in frozen_answers(submission, opening=OPENING)
    assert not any("NL91ABNA" in json.dumps(document) for _, document in _documents())


def test_a_recipient_gets_its_own_part_only() -> None:
    draft = filled("huishoudelijke-hulp", "schuldhulp")
    stories = {
        AnswerKey.of("x.hulpvraag", recipient=key): Answer(
            items=({"verhaal": f"Verhaal voor {key}", "doel": "rust"},),
            source="inwoner",
            as_of=NOON.date(),
        )
        for key in ("sociaal-team", "kredietbank")
    }
    save(draft, stories)
    _submit(draft)
    found = dict(_documents())
    assert found.keys() == {"sociaal-team", "kredietbank"}
    team, bank = json.dumps(found["sociaal-team"]), json.dumps(found["kredietbank"])
    assert "Verhaal voor sociaal-team" in team
    assert "Verhaal voor kredietbank" not in team
    assert "Verhaal voor kredietbank" in bank
    assert "Verhaal voor sociaal-team" not in bank
    assert "f.schulden" in bank
    assert "f.schulden" not in team
    assert "z.beperking" not in bank


def test_the_document_tells_the_case() -> None:
    submission = _submit(filled("schuldhulp"))
    [case] = cases_of_submission(submission.id)
    [(recipient, document)] = _documents()
    assert recipient == document["ontvanger"]["sleutel"] == "kredietbank"
    assert document["gemeente"] == {"naam": zeventerpen().name, "oin": zeventerpen().oin}
    assert document["zaak"]["id"] == str(case.id)
    assert document["zaak"]["kenmerk"] == case.reference
    assert document["indiener"] == {"rol": "zelf", "betrouwbaarheid": DIGID}
    assert {"naam": "eerste gesprek", "uiterlijk": "2026-12-21"} in document["zaak"]["termijnen"]


def test_bijstand_keeps_the_day_it_was_first_chosen() -> None:
    submission = _submit(filled("bijstandsuitkering"), now=LATER)
    case = Case.objects.get(submission=submission)
    assert (case.first_chosen_at, case.received_at) == (NOON, LATER)


def test_what_is_missing_is_named_and_nothing_happened() -> None:
    draft = started("schuldhulp")
    with pytest.raises(Incomplete) as refusal:
        _submit(draft)
    assert "p.naam" in {question.element.key for question in refusal.value.questions}
    assert not Submission.objects.exists()
    assert not OutboxEvent.objects.exists()


def test_a_prefilled_answer_counts_only_when_the_resident_has_seen_it() -> None:
    draft = filled("schuldhulp")
    name = AnswerKey.of("p.naam")
    item = {"voornamen": "Wil", "geslachtsnaam": "Terpstra"}
    guess = Answer(items=(item,), source="brp", as_of=date(2026, 11, 1), confirmed=False)
    save(draft, {name: guess})
    with pytest.raises(Incomplete) as refusal:
        _submit(draft)
    assert [question.element.key for question in refusal.value.questions] == ["p.naam"]


def test_a_second_time_gives_the_same_submission() -> None:
    draft = filled("schuldhulp")
    first = _submit(draft)
    again = _submit(draft, now=LATER)
    assert again == first
    assert again.received_at == NOON
    assert (Case.objects.count(), CaseRecipient.objects.count()) == (1, 1)
    assert OutboxEvent.objects.count() == 2


def test_the_draft_stays_as_an_empty_stub() -> None:
    draft = filled("schuldhulp")
    submission = _submit(draft)
    draft.refresh_from_db()
    assert draft.submitted_at == NOON
    assert not DraftAnswer.objects.exists()
    assert not DraftTopic.objects.exists()
    assert submission.data_key_id == draft.data_key_id


def test_submitting_asks_for_digid_and_for_the_owner() -> None:
    draft = filled("schuldhulp")
    with pytest.raises(AssuranceTooLow):
        _submit(draft, assurance="email")
    with pytest.raises(DraftNotFound):
        _submit(draft, user_id=resident().pk)
    assert not Submission.objects.exists()


def test_it_stands_on_the_trail() -> None:
    submission = _submit(draft := filled("schuldhulp"))
    assert [entry.action for entry in trail_of(f"submission:{submission.id}")] == ["submitted"]
    assert trail_of(f"draft:{draft.id}")[-1].purpose == "submit"


def test_a_tampered_answer_stops_it_and_stays_on_the_trail() -> None:
    draft = filled("schuldhulp")
    DraftAnswer.objects.filter(key="p.naam").update(sealed=b"\x01" + b"0" * 60)
    with pytest.raises(Unsealable):
        _submit(draft)
    assert Record.objects.filter(subject=f"draft:{draft.id}", action="unsealable").count() == 1
    assert not Submission.objects.exists()


@pytest.mark.parametrize("table", ["cases_statusevent", "outbox_outboxdelivery", "audit_record"])
def test_when_one_insert_fails_nothing_happened(table: str) -> None:
    draft = filled("schuldhulp")
    keys = DataKey.objects.count()
    with pytest.raises(_Refused), connection.execute_wrapper(_refusing(table)):
        _submit(draft)
    draft.refresh_from_db()
    assert draft.submitted_at is None
    assert answers_in(draft)
    assert (Submission.objects.count(), OutboxEvent.objects.count()) == (0, 0)
    assert DataKey.objects.count() == keys
    assert _submit(draft).draft_id == draft.id


class _Refused(Exception):
    """The database's disk is full, say."""


def _refusing(table: str) -> Any:
    """Let every INSERT into a table fail."""

    def execute(run: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        if sql.startswith("INSERT") and table in sql:
            raise _Refused
        return run(sql, params, many, context)

    return execute
