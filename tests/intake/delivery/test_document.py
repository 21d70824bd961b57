"""The partner's document keeps to its public schema, and to its size."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import jsonschema
import pytest

from intake.delivery.document import (
    LARGEST,
    SCHEMA_FILE,
    Attachment,
    DocumentTooLarge,
    Filer,
    case_document,
)
from intake.questionnaire.codes import About
from tests.intake.delivery import factories

SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def parsed(**changed: object) -> dict[str, object]:
    arguments: dict[str, object] = {
        "municipality": factories.MUNICIPALITY,
        "case": factories.case_facts(),
        "recipient": factories.RECIPIENT,
        "filer": Filer(role="zelf", assurance="substantieel"),
        "answers": [factories.NAME],
    }
    document: dict[str, object] = json.loads(case_document(**(arguments | changed)))  # type: ignore[arg-type]
    jsonschema.validate(
        document, SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    return document


def test_it_is_as_the_contract_shows() -> None:
    received = datetime(2026, 11, 21, 22, 15, 3, 900, tzinfo=UTC)
    document = parsed(case=replace(factories.case_facts(), received_at=received))
    assert list(document) == [
        "schema",
        "gemeente",
        "zaak",
        "ontvanger",
        "indiener",
        "antwoorden",
        "bijlagen",
    ]
    zaak = document["zaak"]
    assert isinstance(zaak, dict)
    assert zaak["ontvangen"] == "2026-11-21T22:15:03Z"
    assert zaak["upl"] == "http://standaarden.overheid.nl/owms/terms/schuldhulpverlening"
    assert zaak["termijnen"] == [{"naam": "eerste gesprek", "uiterlijk": "2026-11-25"}]
    assert document["antwoorden"] == [
        {
            "element": "p.naam",
            "vraag": "Naam",
            "waarde": {"voornamen": "Zoë", "geslachtsnaam": "’t Hooft"},
            "weergave": "Zoë ’t Hooft",
            "betrokkene": "inwoner",
            "bron": "brp",
            "peildatum": "2026-11-21",
        }
    ]


@pytest.mark.parametrize("about", list(About))
def test_everybody_an_answer_can_be_about_has_a_name(about: About) -> None:
    parsed(answers=[replace(factories.NAME, about=about)])


def test_lists_and_unknowns_are_values() -> None:
    children = replace(
        factories.NAME,
        value=[{"naam": "Jip", "jaar": 2015}, {"naam": "Janneke", "jaar": None, "wie": ["a"]}],
    )
    parsed(answers=[children])


def test_a_product_that_has_no_name_in_the_list_has_none() -> None:
    document = parsed(case=replace(factories.case_facts(), upl=""))
    assert isinstance(document["zaak"], dict)
    assert document["zaak"]["upl"] is None


def test_attachments_are_named() -> None:
    parsed(
        attachments=[
            Attachment(
                id=factories.case_facts().id,
                name="loonstrook.pdf",
                media_type="application/pdf",
                size=12345,
                sha256="0" * 64,
            )
        ]
    )


def test_more_than_fits_is_refused() -> None:
    story = replace(factories.NAME, display="é" * LARGEST)
    with pytest.raises(DocumentTooLarge):
        parsed(answers=[story])
