"""A questionnaire in another language: the texts that residents read, and nothing else.

Codes, keys and rules stay as they are, so the answers mean the same in every language.
A question is shown in one language: when one of its texts has no translation, all of it
stays Dutch. A name that stands alone (of a topic, an organisation) falls back by itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass, replace
from typing import Any, TypeAlias, TypeVar

from intake.questionnaire.definition import (
    Catalogue,
    Clock,
    Element,
    Option,
    Part,
    Recipient,
    Regime,
    Repeat,
    Topic,
)
from intake.questionnaire.questions import Question, Questionnaire
from intake.questionnaire.words import Words

Lookup: TypeAlias = Callable[[str, str], str | None]
"""From a key and a Dutch text to its translation, None when there is none."""

T = TypeVar("T")

TEXTS: Mapping[type, tuple[str, ...]] = {
    Option: ("label", "help"),
    Part: ("label", "help", "example", "options", "unit", "wording", "examples"),
    Repeat: ("item", "add", "none"),
    Element: ("label", "question", "help", "why", "parts", "repeat", "wording"),
    Clock: ("name",),
    Regime: ("clocks", "note"),
    Topic: ("name", "summary", "papers", "next_step"),
    Recipient: ("name", "purpose"),
}
"""The fields of each record that hold texts for residents, or records that do."""


class _Untranslated(LookupError):
    """A text of a question has no translation."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A questionnaire as its reader sees it, beside the Dutch one.

    `dutch_only`: the keys of the elements that nobody translated.
    """

    questionnaire: Questionnaire
    original: Questionnaire
    dutch_only: frozenset[str] = frozenset()


def in_words(questionnaire: Questionnaire, words: Words, lookup: Lookup) -> Shown:
    """The questionnaire in the language of these words."""
    questions = tuple(_question(each, lookup) for each in questionnaire.questions)
    return Shown(
        questionnaire=replace(
            questionnaire,
            topics=tuple(topic(each, lookup) for each in questionnaire.topics),
            questions=questions,
            recipients=tuple(
                _leniently(each, each.key, lookup) for each in questionnaire.recipients
            ),
            regimes=tuple(_leniently(each, each.key, lookup) for each in questionnaire.regimes),
            words=words,
        ),
        original=questionnaire,
        dutch_only=frozenset(
            before.element.key
            for before, after in zip(questionnaire.questions, questions, strict=True)
            if before is after
        ),
    )


def catalogue_in_words(catalogue: Catalogue, lookup: Lookup) -> Catalogue:
    """Topics, recipients and regimes in another language; the elements stay Dutch."""
    return replace(
        catalogue,
        topics=tuple(topic(each, lookup) for each in catalogue.topics),
        recipients=tuple(_leniently(each, each.key, lookup) for each in catalogue.recipients),
        regimes=tuple(_leniently(each, each.key, lookup) for each in catalogue.regimes),
    )


def topic(given: Topic, lookup: Lookup) -> Topic:
    """A topic with what can be said of it in another language; its questions stay Dutch."""
    return _leniently(given, given.key, lookup)


def texts_of(record: object) -> tuple[str, ...]:
    """Every text for residents in a record, in reading order, without those that are empty."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    _mapped(record, note)
    return tuple(dict.fromkeys(found))


def _question(question: Question, lookup: Lookup) -> Question:
    """The question in another language; the very same one when it stays Dutch."""

    def say(text: str) -> str:
        found = lookup(question.element.key, text)
        if found is None:
            raise _Untranslated(text)
        return found

    try:
        return replace(question, element=_mapped(question.element, say))
    except _Untranslated:
        return question


def _leniently(record: T, key: str, lookup: Lookup) -> T:
    return _mapped(record, lambda text: lookup(key, text) or text)


def _mapped(record: T, say: Callable[[str], str]) -> T:
    changed: dict[str, Any] = {
        name: _value(getattr(record, name), say) for name in TEXTS[type(record)]
    }
    return replace(record, **changed)  # type: ignore[type-var]  # every type of the table is one


def _value(value: object, say: Callable[[str], str]) -> object:
    match value:
        case str():
            return say(value) if value else value
        case tuple():
            return tuple(_value(each, say) for each in value)
        case Mapping():
            return {key: _value(each, say) for key, each in value.items()}
    return _mapped(value, say) if is_dataclass(value) else value
