"""Topics as the catalogue tells them, in every language that its words are translated into."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cms.languages import DUTCH
from cms.search.documents import Document, Field, Kind, Wording
from cms.topics import start_url
from intake.catalogue.translations import shown_text, text
from intake.questionnaire.definition import Topic

NAMES: Final = Field.KEYWORDS
"""Where the names of topics count on a page that is only about them."""


def as_document(topic: Topic, language: str) -> Document:
    """A topic without a page: its name, summary and questions; it leads to its intake."""
    wording = _wording(topic, language)
    return Document(
        key=f"{Kind.TOPIC}:{topic.key}",
        kind=Kind.TOPIC,
        title=wording.texts[Field.TITLE],
        summary=wording.texts[Field.SUMMARY],
        url=start_url(topic.key),
        language=wording.language,
        leads_to=wording.language,
        topics=(topic.key,),
        start_url=start_url(topic.key),
        wordings=(wording,),
    )


def also_in(language: str, page: Document, topics: Sequence[Topic]) -> Document:
    """A Dutch page that is found by the names of its topics in another language too.

    The page of a topic is called by that name; it still leads to Dutch words.
    """
    wordings = [_wording(topic, language) for topic in topics]
    if page.kind is Kind.TOPIC and wordings:
        title, summary = (wordings[0].texts[each] for each in (Field.TITLE, Field.SUMMARY))
        told = replace(page, title=title, summary=summary, language=wordings[0].language)
        return replace(told, wordings=(*page.wordings, wordings[0]))
    names = " ".join(each.texts[Field.TITLE] for each in wordings)
    return replace(
        page, wordings=(*page.wordings, Wording(language=language, texts={NAMES: names}))
    )


def _wording(topic: Topic, language: str) -> Wording:
    """In that language as far as it is translated; in Dutch when its name is not."""
    translated = language == DUTCH or text(language, topic.key, topic.name) is not None
    spoken = language if translated else DUTCH
    asked = (shown_text(each.question, spoken, key=each.key) for each in topic.questions)
    name = shown_text(topic.name, spoken, key=topic.key)
    return Wording(
        language=spoken,
        texts={
            Field.TITLE: name,
            Field.SUMMARY: shown_text(topic.summary, spoken, key=topic.key),
            Field.BODY: " ".join(asked),
        },
        names=(name,),
    )
