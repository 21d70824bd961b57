"""The lists of the catalogue: what there is, where it is used, and how far it is."""

from typing import Any, Final

import django_filters
from django.db.models import Count, F, Q, QuerySet
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.snippets.views.snippets import IndexView

from cms.catalogue import known
from cms.catalogue.editing.status import handed_in, status_of
from cms.catalogue.models import Element, Recipient, TopicIntake
from intake.questionnaire.authoring.phrasing import Elements, elements_of, only_if
from intake.questionnaire.authoring.usage import topics_using
from intake.questionnaire.definition import Catalogue

SHARED: Final = "shared"
STATUSES: Final = [
    ("live", _("live")),
    ("changed", _("live, with changes that are not")),
    ("draft", _("not live")),
]
LONGEST: Final = 90
"""Signs of a condition in a list; the form has it whole."""


class StatusFilter(django_filters.ChoiceFilter):
    """How far an item is."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401
        super().__init__(choices=STATUSES, label=_("Status"), method=_of_status, **given)


def _of_status(rows: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
    return rows.filter(
        {
            "live": Q(live=True),
            "changed": Q(live=True, has_unpublished_changes=True),
            "draft": Q(live=False),
        }[value]
    )


class ElementFilters(WagtailFilterSet):
    """Questions by topic, section, sensitivity and status."""

    topic = django_filters.ModelChoiceFilter(
        queryset=TopicIntake.objects.all(),
        label=_("Topic"),
        null_label=_("Shared questions"),
        null_value=SHARED,
    )
    status = StatusFilter()

    class Meta:
        model = Element
        fields = ["topic", "section", "sensitivity", "status"]


class TopicFilters(WagtailFilterSet):
    """Topics by what they are in law, and status."""

    status = StatusFilter()

    class Meta:
        model = TopicIntake
        fields = ["kind", "status"]


class RecipientFilters(WagtailFilterSet):
    """Recipients by role and status."""

    status = StatusFilter()

    class Meta:
        model = Recipient
        fields = ["role", "status"]


def usage(catalogue: Catalogue, key: str) -> str:
    """`in 9 topics`; and where it is looked at by conditions, that too."""
    found = topics_using(catalogue, key)
    topics = len(found.topics)
    said = ngettext("in %(number)s topic", "in %(number)s topics", topics) % {"number": topics}
    rules = len(found.looked_at)
    if not rules:
        return said
    looked = ngettext("in %(number)s condition", "in %(number)s conditions", rules)
    return f"{said}, {looked % {'number': rules}}"


def when(elements: Elements, key: str) -> str:
    """The sentence of a question's own condition; empty where it has none."""
    element = elements.get(key)
    return only_if(element.when, elements) if element and element.when else ""


def _short(elements: Elements, row: Element) -> str:
    return Truncator(when(elements, row.key)).chars(LONGEST)


class ItemIndexView(IndexView):
    """A list that ends with how far each item is."""

    @cached_property
    def columns(self) -> list[Any]:
        """With the status; one query for all rows."""
        waiting = handed_in(self.model)
        status = StatusTagColumn(
            "status",
            label=_("Status"),
            accessor=lambda row: status_of(row, waiting),
            primary=lambda row: row.live,
        )
        return [*super().columns, status]


class ElementIndexView(ItemIndexView):
    """The data dictionary: shared questions and those of topics."""

    @cached_property
    def columns(self) -> list[Any]:
        """With use and condition as they are live: one release, from memory, for all rows."""
        catalogue = known.released()
        elements = elements_of(catalogue)
        *columns, status = super().columns
        columns[1].width = "25%"
        used = Column("usage", label=_("Used"), accessor=lambda row: usage(catalogue, row.key))
        asked = Column(
            "asked", label=_("Asked only if"), accessor=lambda row: _short(elements, row)
        )
        return [*columns, used, asked, status]

    def get_base_queryset(self) -> QuerySet[Element]:
        """With the topic, which the list names; shared questions first."""
        rows: QuerySet[Element] = super().get_base_queryset().select_related("topic")
        return rows.order_by(F("topic__position").asc(nulls_first=True), "position", "key")


class TopicIndexView(ItemIndexView):
    """Topics, with how many questions are their own."""

    def get_base_queryset(self) -> QuerySet[TopicIntake]:
        """With the number of own questions that are live."""
        live = Count("questions", filter=Q(questions__live=True))
        rows: QuerySet[TopicIntake] = super().get_base_queryset()
        return rows.annotate(own_questions=live)


ELEMENT: Final = [
    "label",
    "key",
    Column("topic", label=_("Topic"), sort_key="topic__name"),
]
TOPIC: Final = [
    "name",
    "key",
    "kind",
    Column("own_questions", label=_("Own questions"), sort_key="own_questions"),
]
RECIPIENT: Final = ["name", "key", "role"]
REGIME: Final = ["key", "note"]
