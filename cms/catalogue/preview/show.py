"""One preview, from an item and a wish to a page. Nothing is written anywhere."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.catalogue.findings import Told, tell
from cms.catalogue.models import CatalogueItem, Element
from cms.catalogue.preview import outcome
from cms.catalogue.preview.screens import screens
from cms.catalogue.preview.setting import Setting, catalogue_with, drafts_with, setting
from cms.catalogue.preview.walking import Walk, walk, with_examples
from cms.catalogue.preview.wish import TOPIC, Section, Wish
from intake.cases.clocks import amsterdam_date
from intake.catalogue.queries import NothingPublished, municipality
from intake.delivery.document import DocumentTooLarge
from intake.questionnaire.authoring.lint import Finding, LintRule, errors
from intake.questionnaire.authoring.phrasing import elements_of, only_if
from intake.questionnaire.compose import compose
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.plain import Malformed
from intake.questionnaire.routing import Route
from intake.wizard.covering import national_ids
from intake.wizard.fields import Choice, id_of
from intake.wizard.shares import shares

SECTIONS: Final[Mapping[Section, Promise]] = {
    Section.TOPICS: _("Topics"),
    Section.QUESTIONS: _("Questions"),
    Section.SHARES: _("Who gets what"),
    Section.MESSAGES: _("Message"),
    Section.RECEIPT: _("Proof"),
}
STUMBLES: Final = (LookupError, TypeError, ValueError, RuntimeError)
"""How the engine ends on a catalogue that lint refuses: it is not made to survive one."""


def show(request: HttpRequest, item: CatalogueItem, *, now: datetime, action: str) -> HttpResponse:
    """The whole page, in Dutch, as what it shows counts in Dutch; `action`: its own address."""
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "item": item,
            "action": action,
            **_context(item, Wish.of(request), now=now, nonce=str(request.csp_nonce)),  # type: ignore[attr-defined]
        }
        return render(request, "cms/catalogue/preview/page.html", context)


def _context(item: CatalogueItem, wish: Wish, *, now: datetime, nonce: str) -> dict[str, Any]:
    try:
        catalogue = catalogue_with(item)
    except Malformed as error:
        finding = Finding(error.path, LintRule.MALFORMED, {"problem": error.problem})
        return {"told": [Told.about(item, finding)], "shown": None}
    told = tell(errors(catalogue), catalogue, drafts=drafts_with(item))
    try:
        return {"told": told, "shown": _shown(item, catalogue, wish, now=now, nonce=nonce)}
    except STUMBLES:
        if not told:
            raise
        return {"told": told, "shown": None}


def _shown(
    item: CatalogueItem, catalogue: Catalogue, wish: Wish, *, now: datetime, nonce: str
) -> dict[str, Any] | None:
    place = setting(catalogue, item, wanted=wish.topics)
    if not place.topics:
        return None
    walked = _walk(place, wish, now=now)
    return {
        "sections": [(each.value, words) for each, words in SECTIONS.items()],
        "section": wish.section.value,
        "topics": [topic.name for topic in place.topics],
        "chosen": [topic.key for topic in place.topics],
        "borrowed": place.borrowed,
        "absent": _absent(item, place, walked),
        "unanswered": len(walked.route.unanswered()),
        "held": [(name, value) for name, values in walked.raw.items() for value in values],
        **_section(item, place, walked, wish, now=now, nonce=nonce),
    }


def _walk(place: Setting, wish: Wish, *, now: datetime) -> Walk:
    today = amsterdam_date(now)
    questionnaire = compose(place.catalogue, [topic.key for topic in place.topics])
    raw = with_examples(questionnaire, wish.raw, today=today) if wish.examples else wish.raw
    return walk(questionnaire, raw, today=today)


def _section(
    item: CatalogueItem, place: Setting, walked: Walk, wish: Wish, *, now: datetime, nonce: str
) -> dict[str, Any]:
    """What the part of the preview that is open shows."""
    if wish.section is Section.TOPICS:
        return {"choice": _choice(place)}
    if wish.section is Section.QUESTIONS:
        return {"screens": screens(walked, edited=item.key, longer=wish.longer)}
    try:
        return _outcome(wish.section, outcome.as_submitted(walked.route), now=now, nonce=nonce)
    except NothingPublished:
        return {"refused": _("The municipality's own data is not there yet.")}
    except DocumentTooLarge:
        return {"refused": _("These answers are too long to send.")}


def _outcome(section: Section, route: Route, *, now: datetime, nonce: str) -> dict[str, Any]:
    """What would become of the answers. Raises NothingPublished, DocumentTooLarge."""
    if section is Section.SHARES:
        return {"check": {"shares": [*shares(route, national_ids(route.questionnaire))]}}
    known = municipality()
    if section is Section.MESSAGES:
        return {"messages": [*outcome.messages(route, municipality=known, now=now)]}
    html = outcome.receipt_html(route, municipality=known, now=now, nonce=nonce)
    return {"receipt": html}


def _choice(place: Setting) -> dict[str, Any]:
    """The topics to tick, as the `field` component reads them."""
    chosen = {topic.key for topic in place.topics}
    return {
        "type": "choices",
        "name": TOPIC,
        "id": TOPIC,
        "label": _("Topics that the resident asks for together"),
        "options": [
            Choice(
                value=topic.key,
                label=topic.name,
                id=id_of(f"{TOPIC}-{topic.key}"),
                name=TOPIC,
                checked=topic.key in chosen,
            )
            for topic in place.catalogue.topics
        ],
    }


def _absent(item: CatalogueItem, place: Setting, walked: Walk) -> str:
    """When the question whose draft this is would be asked, where it is not asked now."""
    if not isinstance(item, Element) or item.key in {q.element.key for q in walked.route.questions}:
        return ""
    elements = elements_of(place.catalogue)
    condition = elements[item.key].when if item.key in elements else None
    return only_if(condition, elements) if condition else str(_("not for these topics"))
