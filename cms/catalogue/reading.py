"""From what an editor filled in to the engine's definitions."""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from django.db.models import Model

from cms.catalogue import conditions, streams
from cms.catalogue.conditions import Block
from cms.catalogue.models import Element, Recipient, Regime, TopicIntake
from intake.questionnaire import definition
from intake.questionnaire.plain import Data
from intake.questionnaire.records import read_record

ELEMENT = [
    "key",
    "label",
    "question",
    "section",
    "help",
    "why",
    "definition",
    "page",
    "scope",
    "source",
    "prefilled",
    "sensitivity",
    "reuse",
    "standard_path",
]
TOPIC = [
    "key",
    "name",
    "summary",
    "kind",
    "law",
    "upl",
    "service_formula",
    "next_step",
    "first_day_counts",
]
RECIPIENT = [
    "key",
    "name",
    "role",
    "law",
    "purpose",
    "bsn",
    "bsn_ground",
    "own_questions",
    "topics",
    "only",
]


@singledispatch
def define(item: Model) -> Any:  # noqa: ANN401 (one definition for each kind of item)
    """The definition of an item as it is; raises plain.Malformed, with the path to the spot."""
    raise TypeError(type(item).__name__)


@define.register
def _(item: Element) -> definition.Element:
    data = _fields(item, ELEMENT)
    data["parts"] = [streams.part_data(each) for each in streams.listed(_raw(item.parts))]
    data["wording"] = streams.wording_data(_raw(item.wording))
    data["when"] = conditions.from_stream(_raw(item.when))
    if item.repeat_item:
        data["repeat"] = {
            "item": item.repeat_item,
            "add": item.repeat_add,
            "none": item.repeat_none,
            "maximum": item.repeat_maximum,
        }
    return read_record(definition.Element, streams.filled(data), ())


@define.register
def _(item: TopicIntake) -> definition.Topic:
    """Without its own questions: those are items of their own."""
    needs = streams.listed(_raw(item.needs))
    data = _fields(item, TOPIC)
    data["regime"] = item.regime.key if item.regime_id else ""
    for need in ("always", "conditional"):
        data[need] = [each["element"] for each in needs if each["need"] == need]
    data["about"] = {each["element"]: each["about"] for each in needs if each.get("about")}
    data["at_least_one"] = [each["element"] for each in needs if each.get("at_least_one")]
    data["may_file"] = _lines(item.may_file)
    data["papers"] = _lines(item.papers)
    data["urgent"] = conditions.from_stream(_raw(item.urgent))
    given = {"always": [], "law": "", "regime": "", **streams.filled(data)}  # for lint to find
    return read_record(definition.Topic, given, ())


@define.register
def _(item: Regime) -> definition.Regime:
    clocks: list[Data] = [streams.filled(each) for each in streams.listed(_raw(item.clocks))]
    data = {"key": item.key, "note": item.note, "clocks": clocks}
    return read_record(definition.Regime, data, ())


@define.register
def _(item: Recipient) -> definition.Recipient:
    data = {**_fields(item, RECIPIENT), "when": conditions.from_stream(_raw(item.when))}
    return read_record(definition.Recipient, {"law": "", "topics": [], **streams.filled(data)}, ())


def _fields(item: Model, names: Iterable[str]) -> dict[str, Data]:
    return {name: getattr(item, name) for name in names}


def _raw(stream: Any) -> list[Block]:  # noqa: ANN401 (Wagtail's own)
    """A stream as it stands in the database, whatever an editor's form made of it."""
    raw: list[Block] = stream.get_prep_value()
    return raw


def _lines(text: str) -> list[Data]:
    return [line.strip() for line in text.splitlines() if line.strip()]
