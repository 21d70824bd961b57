"""The catalogue in the reader's language, for display only; Dutch is what is sent and kept.

Translations stand in gettext's domain `catalogue`: the msgid is the Dutch text itself, so
a text that an editor changes is untranslated until somebody translates it again. Where
one Dutch text needs two translations, msgctxt is the key of the element or topic.
"""

import gettext
from collections.abc import Collection, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Final
from uuid import UUID

from django.conf import settings

from intake.catalogue.queries import catalogue_of, questionnaire_of
from intake.questionnaire import translation
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.languages import WORDS
from intake.questionnaire.translation import Shown
from intake.questionnaire.words import Words

DOMAIN: Final = "catalogue"
TRANSLATED: Final = (
    "huishoudelijke-hulp",
    "bijstandsuitkering",
    "schuldhulp",
    "gehandicaptenparkeerkaart",
)
"""The topics whose own questions we promise in every language, beside all that topics share."""


class _Missing(gettext.NullTranslations):
    """Says nothing where there is no translation, so that a caller can tell."""

    def gettext(self, message: str) -> str:
        return ""

    def pgettext(self, context: str, message: str) -> str:
        return ""


def words_of(language: str | None) -> Words:
    """The words around answers in a language; Dutch when we do not speak it."""
    return WORDS.get(language or "", DUTCH)


def shown_text(dutch: str, language: str | None, *, key: str = "") -> str:
    """A text of the catalogue in a language; the Dutch itself when there is no other."""
    return (text(language or settings.LANGUAGE_CODE, key, dutch) if dutch else "") or dutch


def text(language: str, key: str, dutch: str) -> str | None:
    """The translation of a Dutch text, None when there is none. `key`: whose text it is."""
    table = _table(language)
    return table.pgettext(key, dutch) or table.gettext(dutch) or None


def shown_questionnaire(
    release_id: UUID, topic_keys: Collection[str], language: str | None
) -> Shown:
    """What some topics ask together, in a language, from memory after the first time.

    Raises UnknownTopic.
    """
    return _shown(release_id, frozenset(topic_keys), language or settings.LANGUAGE_CODE)


@lru_cache(maxsize=32)
def shown_catalogue(release_id: UUID, language: str | None) -> Catalogue:
    """Topics and recipients in a language; the elements stay Dutch."""
    catalogue = catalogue_of(release_id)
    if language in {None, settings.LANGUAGE_CODE}:
        return catalogue
    return translation.catalogue_in_words(catalogue, partial(text, language))


def promised(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Key and Dutch text of all that must be there in every language."""
    return _texts(catalogue, own=set(TRANSLATED))


def optional(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Key and Dutch text of the rest: the own questions of the other topics."""
    others = {topic.key for topic in catalogue.topics} - set(TRANSLATED)
    for topic in catalogue.topics:
        if topic.key in others:
            yield from _keyed(topic.questions)


def _texts(catalogue: Catalogue, *, own: Collection[str]) -> Iterator[tuple[str, str]]:
    yield from _keyed(catalogue.topics)
    yield from _keyed(catalogue.recipients)
    yield from _keyed(catalogue.regimes)
    yield from _keyed(catalogue.elements)
    for topic in catalogue.topics:
        if topic.key in own:
            yield from _keyed(topic.questions)


def _keyed(records: Collection[object]) -> Iterator[tuple[str, str]]:
    for record in records:
        for each in translation.texts_of(record):
            yield str(getattr(record, "key")), each  # noqa: B009 (records have no common type)


@lru_cache(maxsize=256)
def _shown(release_id: UUID, topic_keys: frozenset[str], language: str) -> Shown:
    original = questionnaire_of(release_id, topic_keys)
    if language == settings.LANGUAGE_CODE:
        return Shown(original, original)
    return translation.in_words(original, words_of(language), partial(text, language))


@lru_cache(maxsize=8)
def _table(language: str) -> gettext.NullTranslations:
    """The compiled translations of a language; without a file everything is missing."""
    folder = Path(settings.LOCALE_PATHS[0])
    found = gettext.translation(DOMAIN, folder, languages=[language], fallback=True)
    if type(found) is gettext.NullTranslations:
        return _Missing()
    found.add_fallback(_Missing())
    return found
