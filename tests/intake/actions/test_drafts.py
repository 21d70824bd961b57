"""Starting a draft, changing its topics, answering, and bringing drafts along."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from intake.actions.adopt_drafts import adopt_drafts
from intake.actions.change_topics import change_topics
from intake.actions.publish_catalogue import publish_catalogue
from intake.actions.save_answers import BsnTyped, NotAsked
from intake.actions.start_draft import NothingChosen, start_draft
from intake.audit.queries import trail_of
from intake.catalogue.queries import NothingPublished
from intake.questionnaire.answers import Answer, AnswerKey
from intake.questionnaire.compose import UnknownTopic
from intake.submissions.assurance import AssuranceTooLow
from intake.submissions.drafts import DraftNotFound, DraftSubmitted
from intake.submissions.models import Draft
from tests import intakes
from tests.intake.actions.factories import (
    answers_in,
    live_catalogue,
    reopened,
    save,
    started,
    topics_of,
)
from tests.intake.catalogue.factories import NOON, relabelled
from tests.intake.submissions.factories import resident

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=3)
NAME = AnswerKey.of("p.naam")
CAR = AnswerKey.of("w.woning")


def _answer(**parts: str) -> Answer:
    return Answer(items=(parts,), source="inwoner", as_of=date(2026, 11, 21))


def test_a_draft_begins_with_its_topics_and_the_release_of_the_day() -> None:
    release = live_catalogue()
    draft = start_draft(
        user_id=resident().pk,
        assurance="email",
        topic_keys=["schuldhulp"],
        chosen_at=NOON - timedelta(hours=1),
        now=NOON,
    )
    assert draft.release == release
    assert draft.expires_at == NOON + timedelta(days=30)
    assert draft.topics.get().chosen_at == NOON - timedelta(hours=1)
    assert [entry.action for entry in trail_of(f"draft:{draft.id}")] == ["started"]


def test_a_draft_needs_a_topic_that_exists_in_a_catalogue_that_exists() -> None:
    with pytest.raises(NothingPublished):
        started("schuldhulp")
    live_catalogue()
    with pytest.raises(UnknownTopic):
        started("schuldhulp", "gratis-bier")
    with pytest.raises(NothingChosen):
        start_draft(
            user_id=resident().pk, assurance="email", topic_keys=[], chosen_at=NOON, now=NOON
        )
    assert not Draft.objects.exists()


def test_a_draft_stays_with_its_release() -> None:
    release = live_catalogue()
    draft = started("schuldhulp")
    publish_catalogue(catalogue=relabelled("p.naam", "Anders"), now=LATER)
    assert reopened(draft).release == release


def test_a_topic_keeps_the_day_it_was_chosen_when_others_come_and_go() -> None:
    live_catalogue()
    draft = started("bijstandsuitkering", "schuldhulp")
    for topics in (["bijstandsuitkering", "huishoudelijke-hulp"], ["bijstandsuitkering"]):
        change_topics(
            draft_id=draft.id,
            user_id=draft.owner_id,
            assurance="substantieel",
            topic_keys=topics,
            now=LATER,
        )
        assert topics_of(draft) == set(topics)
    assert reopened(draft).topics.get().chosen_at == NOON


def test_dropping_a_topic_drops_what_only_it_asked() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp", "gehandicaptenparkeerkaart")
    save(draft, {NAME: _answer(voornamen="Wil"), CAR: _answer(soort="huis")})
    change_topics(
        draft_id=draft.id,
        user_id=draft.owner_id,
        assurance="substantieel",
        topic_keys=["gehandicaptenparkeerkaart"],
        now=LATER,
    )
    assert set(answers_in(draft)) == {NAME}


def test_dropping_a_topic_drops_what_was_told_to_its_recipients_only() -> None:
    intakes.published()
    draft = intakes.filled_draft(intakes.resident(), ("schuldhulp", "huishoudelijke-hulp"))
    change_topics(
        draft_id=draft.id,
        user_id=draft.owner_id,
        assurance="substantieel",
        topic_keys=["huishoudelijke-hulp"],
        now=LATER,
    )
    assert {key.recipient for key in answers_in(draft)} == {"", "sociaal-team"}


def test_answers_are_saved_changed_and_taken_back() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp")
    save(draft, {NAME: _answer(voornamen="Wil"), CAR: _answer(soort="huis")}, page="naam")
    save(draft, {NAME: _answer(voornamen="Wim"), CAR: None}, now=LATER)
    assert answers_in(draft)[NAME].value("voornamen") == "Wim"
    assert set(answers_in(draft)) == {NAME}
    now = reopened(draft)
    assert (now.last_page, now.updated_at) == ("naam", LATER)
    assert now.expires_at == LATER + timedelta(days=30)


def test_two_tabs_keep_each_others_answers() -> None:
    """Each tab has loaded the draft before the other one saved."""
    live_catalogue()
    draft = started("huishoudelijke-hulp")
    first, second = reopened(draft), reopened(draft)
    save(first, {NAME: _answer(voornamen="Wil")})
    save(second, {CAR: _answer(soort="huis")})
    assert set(answers_in(draft)) == {NAME, CAR}


@pytest.mark.parametrize(
    "key",
    [
        "p.bestaatNiet",
        "f.schulden",
        "p.naam@child",
        "p.naam>sociaal-team",
        "x.spoed",
        "x.spoed>isd",
    ],
)
def test_what_the_topics_do_not_ask_is_refused(key: str) -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp")
    with pytest.raises(NotAsked):
        save(draft, {AnswerKey.parse(key): _answer(a="b"), NAME: _answer(voornamen="Wil")})
    assert not answers_in(draft)


def test_a_page_is_saved_in_few_queries() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp")
    save(draft, {NAME: _answer(voornamen="Wil")})
    with CaptureQueriesContext(connection) as queries:
        save(draft, {NAME: _answer(voornamen="Wim"), CAR: None})
    assert len(queries) <= 8, [query["sql"][:80] for query in queries]


def test_answering_with_digid_closes_the_draft_for_an_email_session() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp", assurance="email")
    save(draft, {NAME: _answer(voornamen="Wil")}, assurance="email")
    save(draft, {CAR: _answer(soort="huis")})
    with pytest.raises(AssuranceTooLow):
        save(draft, {NAME: _answer(voornamen="Wim")}, assurance="email")
    assert answers_in(draft)[NAME].value("voornamen") == "Wil"


def test_nobody_answers_in_somebody_elses_draft_or_after_submitting() -> None:
    live_catalogue()
    draft = started("huishoudelijke-hulp")
    mine = draft.owner_id
    draft.owner_id = resident().pk
    with pytest.raises(DraftNotFound):
        save(draft, {NAME: _answer(voornamen="Wil")})
    draft.owner_id = mine
    Draft.objects.update(submitted_at=NOON)
    with pytest.raises(DraftSubmitted):
        save(draft, {NAME: _answer(voornamen="Wil")})


def test_stepping_up_brings_along_what_was_entered_at_the_lower_level() -> None:
    live_catalogue()
    by_mail, by_digid = resident(), resident()
    mine = started("schuldhulp", user_id=by_mail.pk, assurance="email")
    proven = started("schuldhulp", user_id=by_mail.pk)
    submitted = started("schuldhulp", user_id=by_mail.pk, assurance="email")
    Draft.objects.filter(id=submitted.id).update(submitted_at=NOON)
    foreign = started("schuldhulp", assurance="email")
    assert adopt_drafts(from_user_id=by_mail.pk, to_user_id=by_digid.pk, now=LATER) == 1
    owners = dict(Draft.objects.values_list("id", "owner_id"))
    assert owners[mine.id] == by_digid.pk
    assert owners[proven.id] == owners[submitted.id] == by_mail.pk
    assert owners[foreign.id] == foreign.owner_id
    assert trail_of(f"draft:{mine.id}")[-1].action == "adopted"


def test_a_bsn_of_ones_own_is_not_typed() -> None:
    live_catalogue()
    draft = started("schuldhulp")

    with pytest.raises(BsnTyped):
        save(draft, {AnswerKey.of("p.bsn"): _answer(nummer="999990019")})

    assert not answers_in(draft)
