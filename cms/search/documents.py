"""What can be found, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a result is."""

    TOPIC = "topic"
    LIFE_EVENT = "life_event"
    ANSWER = "answer"
    NEWS = "news"
    PAGE = "page"


class Field(StrEnum):
    """Where words stand; it decides how much they weigh."""

    TITLE = "title"
    KEYWORDS = "keywords"
    SUMMARY = "summary"
    INTRODUCTION = "introduction"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a document in a language.

    `names`: words and phrases by which people ask for just this.
    """

    language: str
    texts: Mapping[Field, str] = field(default_factory=dict)
    names: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page, an answer or a topic. `key` names it and settles a tie: the smaller first.

    `topics`: keys of the catalogue's topics that it is about, the most fitting first.
    `language`: of its title and summary. `leads_to`: the language of what stands at `url`.
    `wordings`: what it is found by. `place`: in the editors' order. `start_url`: where its
    intake starts, empty when it has none.
    """

    key: str
    kind: Kind
    title: str
    summary: str
    url: str
    language: str
    leads_to: str
    wordings: Sequence[Wording] = ()
    topics: tuple[str, ...] = ()
    start_url: str = ""
    place: int = 0
