"""A question's parts, a topic's needs, a law's clocks: as plain data, and as blocks."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final
from uuid import uuid4

from cms.catalogue import conditions
from cms.catalogue.conditions import Block
from intake.questionnaire.plain import Data, write_scalar

EMPTY: Final[tuple[Any, ...]] = ("", None, [], {}, ())
LISTED: Final = {"wording": "about", "examples": "topic"}
"""Mappings of the engine that an editor fills in as a list: the name of the key."""


def listed(blocks: Sequence[Block]) -> list[Block]:
    """What stands in a list block or stream: the value of each."""
    return [each["value"] for each in blocks]


def blocks(kind: str, values: Sequence[Any]) -> list[Block]:
    """The same, back. Without an id Wagtail takes an item of a list for its value."""
    return [{"type": kind, "value": value, "id": str(uuid4())} for value in values]


def part_data(value: Block) -> Data:
    """The plain data of a part as filled in; what is empty is left out."""
    data = {name: _plain(name, each) for name, each in value.items()}
    data["options"] = [_option_data(option) for option in listed(value.get("options") or [])]
    return filled(data)


def part_value(data: Mapping[str, Data]) -> Block:
    """What an editor sees of a part. Raises conditions.TooDeep."""
    value: Block = {name: _shown(name, each) for name, each in data.items()}
    value["options"] = blocks("item", [_option_value(each) for each in records(data, "options")])
    value["required"] = data.get("required", True)
    value["when"] = conditions.to_stream(data.get("when"))
    return value


def wording_data(stream: Sequence[Block]) -> Data:
    """The words about somebody else, by whom they are about."""
    return {each["about"]: each["text"] for each in listed(stream)}


def wording_blocks(data: Data) -> list[Block]:
    """The same as blocks."""
    return blocks("wording", _pairs(data, "about"))


def _option_data(value: Block) -> Data:
    return filled({name: _plain(name, each) for name, each in value.items()})


def _option_value(data: Mapping[str, Data]) -> Block:
    value: Block = {name: _shown(name, each) for name, each in data.items()}
    value["when"] = conditions.to_stream(data.get("when"))
    return value


def _plain(name: str, value: Any) -> Data:  # noqa: ANN401 (as JSON gives it)
    if name == "when":
        return conditions.from_stream(value or [])
    if name in LISTED:
        return {each[LISTED[name]]: each["text"] for each in listed(value or [])}
    if name == "topics":
        return [*listed(value or [])]
    if name in {"minimum", "maximum"} and value not in EMPTY:
        return write_scalar(Decimal(str(value)))
    plain: Data = value
    return plain


def _shown(name: str, data: Data) -> Any:  # noqa: ANN401 (as JSON takes it)
    if name in LISTED:
        return blocks("item", _pairs(data, LISTED[name]))
    return blocks("item", data) if name == "topics" and isinstance(data, list) else data


def _pairs(data: Data, name: str) -> list[Block]:
    given = data.items() if isinstance(data, dict) else ()
    return [{name: key, "text": text} for key, text in given]


def records(data: Mapping[str, Data], name: str) -> list[dict[str, Data]]:
    """The records in a list of plain data; none where there is no such list."""
    found = data.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def filled(data: Mapping[str, Data]) -> dict[str, Data]:
    """Without what is empty: a definition has its own defaults."""
    return {name: value for name, value in data.items() if value not in EMPTY}
