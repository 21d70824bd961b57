"""Prefilling: only what is asked and open, never over an answer, a source that is down is told."""

from datetime import date

import pytest

from intake.actions.prefill_draft import Prefilling, prefill_draft
from intake.prefill.sources import Sources
from intake.questionnaire.answers import Answer, AnswerKey
from intake.submissions.assurance import AssuranceTooLow
from intake.submissions.models import Draft
from tests.intake.actions.factories import DIGID, answers_in, live_catalogue, save, started
from tests.intake.catalogue.factories import NOON
from tests.intake.prefill.factories import AS_OF, BSN, NAME, Broken, Register

pytestmark = pytest.mark.django_db
NAME_KEY, BSN_KEY = AnswerKey.of("p.naam"), AnswerKey.of("p.bsn")


def _prefill(draft: Draft, *sources: object, assurance: str = DIGID) -> Prefilling:
    registry = Sources()
    for number, source in enumerate(sources):
        registry.register(f"bron {number}", source)  # type: ignore[arg-type]
    return prefill_draft(
        draft_id=draft.id,
        user_id=draft.owner_id,
        assurance=assurance,
        bsn=BSN,
        registry=registry,
        now=NOON,
    )


def test_what_the_register_knows_waits_for_the_residents_word() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp")
    outcome = _prefill(draft, Register())
    name = answers_in(draft)[NAME_KEY]
    assert set(outcome.filled) == {NAME_KEY, BSN_KEY, AnswerKey.of("p.geboortedatum")}
    assert (name.items, name.source, name.as_of) == ((NAME,), "brp", AS_OF)
    assert not name.confirmed


def test_the_bsn_comes_from_the_log_in() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp")
    register = Register()
    _prefill(draft, register)
    number = answers_in(draft)[BSN_KEY]
    assert (list(number.items[0].values()), number.source) == ([BSN], "digid")
    assert all("p.bsn" not in asked for asked in register.asked)


def test_an_answer_is_left_alone() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp")
    mine = Answer(items=({"voornamen": "Wim"},), source="inwoner", as_of=date(2026, 11, 1))
    save(draft, {NAME_KEY: mine})
    assert NAME_KEY not in _prefill(draft, Register()).filled
    assert answers_in(draft)[NAME_KEY] == mine


def test_an_answer_given_while_the_register_was_asked_is_left_alone() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp")
    mine = Answer(items=({"voornamen": "Wim"},), source="inwoner", as_of=date(2026, 11, 1))

    class Slow(Register):
        def fetch(self, person: object, elements: object) -> object:  # type: ignore[override]
            save(draft, {NAME_KEY: mine})
            return self.known

    _prefill(draft, Slow())
    assert answers_in(draft)[NAME_KEY] == mine


def test_only_what_applies_is_asked_of_a_register() -> None:
    live_catalogue()
    draft = started("gehandicaptenparkeerkaart")
    register = Register()
    _prefill(draft, register)
    [asked] = register.asked
    assert "p.naam" in asked
    assert not asked & {"p.kinderen", "p.burgerlijkeStaat", "p.verblijfstitel"}


def test_a_source_that_is_down_is_told_and_the_rest_is_filled_in() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp")
    outcome = _prefill(draft, Broken(), Register())
    assert outcome.down == ("bron 0",)
    assert NAME_KEY in outcome.filled


def test_a_second_time_fills_in_nothing_new() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp")
    _prefill(draft, Register())
    before = answers_in(draft)
    assert _prefill(draft, Register()).filled == ()
    assert answers_in(draft) == before


def test_an_email_session_gets_nothing_from_a_register() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp", assurance="email")
    register = Register()
    with pytest.raises(AssuranceTooLow):
        _prefill(draft, register, assurance="email")
    assert register.asked == []
