"""A small sound catalogue: two topics, five questions, two recipients."""

from typing import Any

from django.forms.models import model_to_dict
from django.urls import reverse
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField

from cms.catalogue.importing import import_catalogue
from cms.catalogue.models import CatalogueItem
from intake.questionnaire import codec
from intake.questionnaire.definition import Catalogue
from tests.intakes import NOON

DATA: dict[str, Any] = {
    "schema": codec.SCHEMA,
    "elements": [
        {
            "key": "p.naam",
            "label": "Naam",
            "question": "Wat is uw naam?",
            "section": "person",
            "parts": [{"key": "naam", "type": "text", "help": "Zoals in uw paspoort."}],
        },
        {
            "key": "w.woning",
            "label": "Woning",
            "question": "Hoe woont u?",
            "section": "situation",
            "parts": [
                {
                    "key": "soort",
                    "type": "choice",
                    "options": [
                        {"value": "huur", "label": "Ik huur"},
                        {"value": "koop", "label": "Mijn huis is van mij"},
                    ],
                },
            ],
        },
        {
            "key": "w.verhuurder",
            "label": "Verhuurder",
            "question": "Van wie huurt u?",
            "section": "situation",
            "parts": [{"key": "naam", "type": "text", "help": "De naam van de verhuurder."}],
            "when": {"element": "w.woning", "part": "soort", "is": "huur"},
        },
    ],
    "regimes": [
        {"key": "awb", "clocks": [{"name": "besluit", "start": "aanvraag", "days": 56}]},
    ],
    "topics": [
        {
            "key": "traplift",
            "name": "Traplift",
            "summary": "Een lift langs uw trap.",
            "kind": "aanvraag",
            "law": "Wmo 2015",
            "regime": "awb",
            "always": ["p.naam", "w.woning"],
            "conditional": ["w.verhuurder"],
            "questions": [
                {
                    "key": "traplift.trap",
                    "label": "Trap",
                    "question": "Hoe is uw trap?",
                    "parts": [{"key": "breed", "type": "yes-no", "label": "Is uw trap breed?"}],
                },
                {
                    "key": "traplift.sinds",
                    "label": "Sinds wanneer",
                    "question": "Sinds wanneer lukt de trap niet?",
                    "parts": [{"key": "datum", "type": "date"}],
                },
            ],
        },
        {
            "key": "huurhulp",
            "name": "Hulp bij huur",
            "summary": "Hulp bij uw huur.",
            "kind": "aanvraag",
            "law": "Participatiewet",
            "regime": "awb",
            "always": ["p.naam", "w.woning"],
        },
    ],
    "recipients": [
        {
            "key": "team",
            "name": "Het team",
            "role": "bestuursorgaan",
            "law": "Wmo 2015",
            "topics": ["traplift", "huurhulp"],
            "purpose": "Het team beslist.",
        },
        {
            "key": "monteur",
            "name": "De monteur",
            "role": "uitvoerder",
            "law": "Wmo 2015",
            "topics": ["traplift"],
            "purpose": "De monteur komt kijken.",
            "only": ["p.naam"],
        },
    ],
}


def catalogue() -> Catalogue:
    """As the engine knows it."""
    return codec.catalogue_from_data(DATA)


def imported() -> None:
    """As items, live and released."""
    import_catalogue(catalogue=catalogue(), now=NOON, note="small")


def url(item: CatalogueItem, name: str = "edit") -> str:
    """A screen of an item."""
    return reverse(item.snippet_viewset.get_url_name(name), args=[item.pk])


def form(item: CatalogueItem, **changes: Any) -> dict[str, Any]:
    """What the item's own form would send, its streams as they are."""
    given = {**model_to_dict(item), **changes}
    inputs: dict[str, Any] = {}
    for name, value in given.items():
        field = item._meta.get_field(name)
        if isinstance(field, StreamField):
            inputs |= _inputs(field.stream_block, field.stream_block.normalize(value), name)
        elif name == "may_file":
            inputs[name] = value.splitlines()
        elif value is not False:
            inputs[name] = "" if value is None else value
    return inputs


def _inputs(block: Block, value: Any, name: str) -> dict[str, Any]:
    """What a block's inputs send, nested ones too."""
    match block:
        case StreamBlock():
            return _rows(name, [(each.block, each.value, each.block_type) for each in value])
        case ListBlock():
            return _rows(name, [(block.child_block, each, "") for each in value])
        case StructBlock():
            return {
                key: given
                for child, inside in block.child_blocks.items()
                for key, given in _inputs(
                    inside, value.get(child, inside.get_default()), f"{name}-{child}"
                ).items()
            }
    return {} if value is None or value is False else {name: value}


def _rows(name: str, rows: list[tuple[Block, Any, str]]) -> dict[str, Any]:
    given: dict[str, Any] = {f"{name}-count": str(len(rows))}
    for place, (block, value, kind) in enumerate(rows):
        start = f"{name}-{place}"
        given |= {f"{start}-type": kind, f"{start}-order": str(place), f"{start}-deleted": ""}
        given |= _inputs(block, value, f"{start}-value")
    return given
