"""What a condition says, as a Dutch sentence, while somebody is still building it."""

from collections.abc import Mapping, Sequence
from typing import Any

from cms.catalogue import conditions
from cms.catalogue.conditions import Block
from intake.questionnaire.authoring.phrasing import ALWAYS, Elements, only_if
from intake.questionnaire.codes import Operator
from intake.questionnaire.definition import Element
from intake.questionnaire.plain import Malformed
from intake.questionnaire.records import read_record
from intake.questionnaire.rules import read_condition


class Incomplete(ValueError):
    """There is no sentence yet: a question, an operator or a value is missing or misshaped."""


def sentence(stream: Sequence[Block], elements: Elements, *, within: str = "") -> str:
    """The sentence of what stands in a condition's blocks. Raises Incomplete.

    `within`: the key of the question whose field has the condition.
    """
    if not stream:
        return ALWAYS
    _check(stream)
    try:
        condition = read_condition(conditions.from_stream(stream), ())
    except (Malformed, KeyError, TypeError, AttributeError) as error:
        raise Incomplete from error
    return only_if(condition, elements, within=within)


def being_edited(data: Mapping[str, Any]) -> Element:
    """The question in a form that was not saved: its name and fields. Raises Incomplete."""
    parts = [
        {
            **{name: part.get(name, "") for name in ("key", "type", "label")},
            "unknown": bool(part.get("unknown")),
            "options": [{"value": code, "label": words} for code, words in part["options"]],
        }
        for part in data["parts"]
    ]
    record = {"key": data["key"], "label": data["label"] or data["key"], "question": ""}
    try:
        return read_record(Element, {**record, "parts": parts}, ())
    except Malformed as error:
        raise Incomplete from error


def _check(stream: Sequence[Block]) -> None:
    """Refuse empty rules and groups: they have a meaning, which nobody would expect."""
    for block in stream:
        value = block.get("value") or {}
        if block.get("type") == "group":
            if not value.get("conditions"):
                raise Incomplete
            _check(value["conditions"])
        elif (
            not value.get("element")
            or not value.get("operator")
            or (value["operator"] != Operator.ANSWERED and not value.get("value"))
        ):
            raise Incomplete
