"""The forms of the catalogue, tab by tab."""

from typing import Any, Final

from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)

from cms.catalogue.editing import forms, told
from cms.catalogue.reviewing.panel import CHANGES

KEEPING: Final[list[Any]] = [
    FieldPanel("reason"),
    FieldRowPanel([FieldPanel("position"), FieldPanel("review_on")]),
    PublishingPanel(),
    told.BuilderPanel(),
]


def tabs(form: type[forms.ItemForm], /, **panels: list[Any]) -> TabbedInterface:
    """A form with a tab of its own for each, what a draft changes first, and one for keeping it."""
    first, *others = panels.values()
    lists = [
        ObjectList(each, heading=HEADINGS[name])
        for name, each in zip(panels, [[CHANGES, *first], *others], strict=True)
    ]
    keeping = ObjectList(KEEPING, heading=_("Keeping"))
    return TabbedInterface([*lists, keeping], base_form_class=form)


HEADINGS: Final = {
    "words": _("Question"),
    "fields": _("Fields"),
    "rules": _("When and for whom"),
    "facts": _("Facts"),
    "topic": _("Topic"),
    "own": _("Own questions"),
    "needs": _("Shared questions"),
    "about": _("Recipients and pages"),
    "recipient": _("Recipient"),
    "terms": _("Terms"),
}
ELEMENT: Final = tabs(
    forms.ElementForm,
    words=[
        FieldPanel("topic", widget=Select),
        FieldPanel("key"),
        FieldPanel("label"),
        FieldPanel("question"),
        FieldPanel("help"),
        FieldPanel("why"),
        FieldRowPanel([FieldPanel("section"), FieldPanel("page")]),
    ],
    fields=[
        FieldPanel("parts"),
        MultiFieldPanel(
            [
                FieldPanel("repeat_item"),
                FieldPanel("repeat_add"),
                FieldPanel("repeat_none"),
                FieldPanel("repeat_maximum"),
            ],
            heading=_("A list of these"),
            classname="collapsed",
        ),
        FieldPanel("wording"),
    ],
    rules=[FieldPanel("when")],
    facts=[
        FieldPanel("definition"),
        FieldRowPanel([FieldPanel("scope"), FieldPanel("sensitivity")]),
        FieldRowPanel([FieldPanel("source"), FieldPanel("prefilled"), FieldPanel("reuse")]),
        FieldPanel("standard_path"),
        told.USED,
    ],
)
TOPIC: Final = tabs(
    forms.TopicForm,
    topic=[
        FieldPanel("key"),
        FieldPanel("name"),
        FieldPanel("summary"),
        FieldPanel("next_step"),
        FieldPanel("papers"),
    ],
    own=[told.QUESTIONS],
    needs=[FieldPanel("needs"), FieldPanel("urgent")],
    facts=[
        FieldRowPanel([FieldPanel("kind"), FieldPanel("regime", widget=Select)]),
        FieldPanel("law"),
        FieldRowPanel([FieldPanel("upl"), FieldPanel("service_formula")]),
        FieldPanel("may_file"),
        FieldPanel("first_day_counts"),
    ],
    about=[told.ABOUT],
)
RECIPIENT: Final = tabs(
    forms.RecipientForm,
    recipient=[
        FieldPanel("key"),
        FieldPanel("name"),
        FieldPanel("role"),
        FieldPanel("law"),
        FieldPanel("purpose"),
        FieldPanel("topics"),
    ],
    facts=[
        FieldRowPanel([FieldPanel("bsn"), FieldPanel("own_questions")]),
        FieldPanel("bsn_ground"),
        FieldPanel("only"),
    ],
    rules=[FieldPanel("when")],
)
REGIME: Final = tabs(
    forms.ItemForm, terms=[FieldPanel("key"), FieldPanel("note"), FieldPanel("clocks")]
)
