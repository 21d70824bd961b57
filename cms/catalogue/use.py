"""What residents are busy with: open intakes and cases that hang on an item."""

from collections.abc import Sequence
from datetime import datetime
from functools import singledispatch

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.catalogue.findings import Told, edit_url
from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from cms.catalogue.streams import listed
from intake.cases import queries as cases
from intake.submissions import queries as submissions


def told(item: CatalogueItem, *, now: datetime) -> Sequence[Told]:
    """Why an item may not leave yet: how many residents are busy with its topics; empty: none.

    An open intake keeps the questions it began with, and a case its own; but whoever helps
    with them must still find them here.
    """
    found = []
    for topic in topics_of(item):
        drafts = submissions.open_count([topic.key], now=now)
        running = cases.open_count([topic.key])
        if drafts or running:
            text = _("%(topic)s is in use: %(drafts)s and %(cases)s") % {
                "topic": topic,
                "drafts": ngettext("%s open intake", "%s open intakes", drafts) % drafts,
                "cases": ngettext("%s open case", "%s open cases", running) % running,
            }
            found.append(Told(text=text, name=str(item), form=edit_url(topic)))
    return found


@singledispatch
def topics_of(item: Model) -> Sequence[TopicIntake]:
    """The live topics that hang on an item."""
    raise TypeError(type(item).__name__)


@topics_of.register
def _topic(item: TopicIntake) -> Sequence[TopicIntake]:
    return [item]


@topics_of.register
def _regime(item: Regime) -> Sequence[TopicIntake]:
    return [*item.topics.filter(live=True)]


@topics_of.register
def _recipient(item: Recipient) -> Sequence[TopicIntake]:
    return [*TopicIntake.objects.filter(live=True, key__in=item.topics)]


@topics_of.register
def _element(item: Element) -> Sequence[TopicIntake]:
    if item.topic is not None:
        return [item.topic]
    live = TopicIntake.objects.filter(live=True)
    return [each for each in live if _needs(each, item.key)]


def _needs(topic: TopicIntake, key: str) -> bool:
    return any(need["element"] == key for need in listed(topic.needs.get_prep_value()))
