"""A planted BSN, name, debt and story: in no table and in no file of the database."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from intake.actions.prefill_draft import prefill_draft
from intake.actions.submit_intake import submit_intake
from intake.prefill.sources import Sources
from intake.questionnaire.codes import PartType
from tests.filling import VALUES
from tests.intake.actions.factories import BSN, DIGID, filled, live_catalogue, started
from tests.intake.catalogue.factories import NOON
from tests.intake.prefill.factories import Register

pytestmark = pytest.mark.django_db(transaction=True)
PLANTS = {
    "p.bsn": {"nummer": BSN},
    "p.naam": {"voornamen": "Plantje", "geslachtsnaam": "Zeldzaamstra"},
}
WORDS = [BSN, "Plantje", "Zeldzaamstra", *map(str, (VALUES[PartType.STORY], VALUES[PartType.IBAN]))]


def _tables() -> Iterator[str]:
    """Every row of every table, as text."""
    for model in apps.get_models():
        for row in model._default_manager.values_list():
            yield repr([bytes(each) if isinstance(each, memoryview) else each for each in row])


def _files() -> Iterator[bytes]:
    """The files of an SQLite database, its write-ahead log among them."""
    if connection.vendor == "sqlite":
        path = Path(str(connection.settings_dict["NAME"]))
        yield from (each.read_bytes() for each in path.parent.glob(f"{path.name}*"))


def _assert_nowhere() -> None:
    rows = list(_tables())
    assert rows
    for word in WORDS:
        assert not any(word in row for row in rows), word
        assert not any(word.encode() in content for content in _files()), word


def test_a_draft() -> None:
    live_catalogue()
    filled("schuldhulp", given=PLANTS)
    _assert_nowhere()


def test_a_prefilled_draft() -> None:
    live_catalogue()
    registry = Sources()
    registry.register("BRP", Register())
    draft = started("schuldhulp")
    prefill_draft(
        draft_id=draft.id,
        user_id=draft.owner_id,
        assurance=DIGID,
        bsn=BSN,
        registry=registry,
        now=NOON,
    )
    _assert_nowhere()


def test_a_submission_its_cases_and_its_outbox() -> None:
    live_catalogue()
    draft = filled("huishoudelijke-hulp", "schuldhulp", given=PLANTS)
    submit_intake(
        draft_id=draft.id,
        user_id=draft.owner_id,
        assurance=DIGID,
        now=NOON + timedelta(hours=1),
    )
    _assert_nowhere()
