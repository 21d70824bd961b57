"""A condition as the stream of blocks that an editor fills in, and back.

The stream holds at most one rule or group; a group says how its rules are taken
together. A value is text: true, false and whole numbers are what they look like, unless
between double quotes; of several codes each stands after a comma.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import uuid4

from intake.questionnaire.codes import Operator
from intake.questionnaire.plain import Data

Block = dict[str, Any]
WHOLE: Final = re.compile(r"-?\d+")
LITERAL: Final = re.compile(r'true|false|-?\d+|".*"', re.DOTALL)
DEEPEST: Final = 2
PLAIN: Final = {Operator.IS, Operator.IS_NOT}


class TooDeep(ValueError):
    """A condition that the builder cannot show: groups more than two deep."""


def to_stream(data: Data, *, depth: int = 0) -> list[Block]:
    """The blocks of a condition's plain data; none for None. Raises TooDeep."""
    return [] if data is None else [_block(_mapping(data), depth, negated=False)]


def from_stream(blocks: Sequence[Block]) -> Data:
    """The plain data of what an editor filled in; None when that is nothing."""
    return _data(blocks[0]) if blocks else None


def _block(data: Mapping[str, Data], depth: int, *, negated: bool) -> Block:
    match list(data):
        case ["not"] if not negated:
            return _block(_mapping(data["not"]), depth, negated=True)
        case ["not"] | ["all"] | ["any"] if depth == DEEPEST:
            raise TooDeep("groups go two deep")
        case ["not"]:
            raise TooDeep("a double not says nothing")
        case ["all"]:
            return _group("not-all" if negated else "all", data["all"], depth)
        case ["any"]:
            return _group("none" if negated else "any", data["any"], depth)
    return {"type": "rule", "value": _rule(data, negated=negated), "id": str(uuid4())}


def _group(match: str, conditions: Data, depth: int) -> Block:
    inside = conditions if isinstance(conditions, list) else []
    blocks = [_block(_mapping(each), depth + 1, negated=False) for each in inside]
    return {"type": "group", "value": {"match": match, "conditions": blocks}, "id": str(uuid4())}


def _rule(data: Mapping[str, Data], *, negated: bool) -> Block:
    (operator,) = data.keys() - {"element", "part", "about"}
    return {
        "element": data["element"],
        "part": data.get("part", ""),
        "operator": operator,
        "value": _text(operator, data[operator]),
        "negated": negated,
        "about": data.get("about", ""),
    }


def _data(block: Block) -> Data:
    value = block["value"]
    if block["type"] == "rule":
        rule = _rule_data(value)
        return {"not": rule} if value.get("negated") else rule
    inside: list[Data] = [_data(each) for each in value["conditions"]]
    match value["match"]:
        case "none":
            return {"not": {"any": inside}}
        case "not-all":
            return {"not": {"all": inside}}
    return {value["match"]: inside}


def _rule_data(value: Block) -> Data:
    data: dict[str, Data] = {"element": value["element"]}
    if value.get("part"):
        data["part"] = value["part"]
    operator = value["operator"]
    data[operator] = _value(operator, value.get("value") or "")
    if value.get("about"):
        data["about"] = value["about"]
    return data


def _value(operator: str, text: str) -> Data:
    if operator == Operator.ONE_OF:
        return [code.strip() for code in text.split(",") if code.strip()]
    if operator == Operator.ANSWERED:
        return text != "false"
    if operator in {Operator.INCLUDES, Operator.BEFORE, Operator.AFTER}:
        return text
    return _scalar(text)


def _scalar(text: str) -> Data:
    if text in {"true", "false"}:
        return text == "true"
    if WHOLE.fullmatch(text):
        return int(text)
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def _text(operator: str, value: Data) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return ", ".join(map(str, value))
        case str() if operator in PLAIN and LITERAL.fullmatch(value):
            return f'"{value}"'
    return str(value)


def _mapping(data: Data) -> Mapping[str, Data]:
    if not isinstance(data, dict):
        raise TypeError("a condition is a mapping")
    return data
