"""From the engine's definitions to what an editor sees: the inverse of `reading`."""

import json
from collections.abc import Sequence
from typing import Any

from cms.catalogue import conditions, streams
from cms.catalogue.conditions import Block
from cms.catalogue.models import Element, Recipient, Regime, TopicIntake
from cms.catalogue.reading import ELEMENT, RECIPIENT, TOPIC
from intake.questionnaire import definition
from intake.questionnaire.records import write_record


def fill_element(item: Element, given: definition.Element) -> None:
    """Make an element say what is given. Raises conditions.TooDeep."""
    _set(item, given, ELEMENT)
    data = write_record(given)
    parts = [streams.part_value(each) for each in streams.records(data, "parts")]
    _put(item, "parts", streams.blocks("part", parts))
    _put(item, "wording", streams.wording_blocks(data.get("wording")))
    _put(item, "when", conditions.to_stream(data.get("when")))
    repeat = given.repeat or definition.Repeat(item="", add="", none="")
    item.repeat_item, item.repeat_add = repeat.item, repeat.add
    item.repeat_none, item.repeat_maximum = repeat.none, repeat.maximum


def fill_topic(item: TopicIntake, given: definition.Topic, *, regime: Regime) -> None:
    """Make a topic say what is given, but for its own questions. Raises conditions.TooDeep."""
    _set(item, given, TOPIC)
    item.regime = regime
    needs = [
        {
            "element": key,
            "need": need,
            "about": str(given.about.get(key, "")),
            "at_least_one": key in given.at_least_one,
        }
        for need in ("always", "conditional")
        for key in getattr(given, need)
    ]
    _put(item, "needs", streams.blocks("need", needs))
    item.may_file = "\n".join(given.may_file)
    item.papers = "\n".join(given.papers)
    _put(item, "urgent", conditions.to_stream(write_record(given).get("urgent")))


def fill_regime(item: Regime, given: definition.Regime) -> None:
    """Make the terms of a law say what is given."""
    item.key, item.note = given.key, given.note
    _put(item, "clocks", streams.blocks("clock", streams.records(write_record(given), "clocks")))


def fill_recipient(item: Recipient, given: definition.Recipient) -> None:
    """Make a recipient say what is given. Raises conditions.TooDeep."""
    _set(item, given, RECIPIENT)
    item.topics, item.only = [*given.topics], [*given.only]
    _put(item, "when", conditions.to_stream(write_record(given).get("when")))


def _put(item: object, name: str, blocks: Sequence[Block]) -> None:
    """A stream takes its blocks as JSON, whatever it gives back."""
    setattr(item, name, json.dumps(blocks))


def _set(item: object, given: object, names: list[str]) -> None:
    for name in names:
        value = getattr(given, name)
        setattr(item, name, value if isinstance(value, bool) else _plain(value))


def _plain(value: object) -> Any:  # noqa: ANN401 (a field takes what its definition has)
    return str(value) if isinstance(value, str) else value
