"""What a topic needs, and the terms of a law."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, ChoiceBlock, IntegerBlock, StructBlock

from cms.catalogue.blocks.choices import ABOUTS
from cms.catalogue.blocks.keys import SharedQuestionBlock


class NeedBlock(StructBlock):
    """A shared question that a topic needs."""

    element = SharedQuestionBlock(label=_("Question"))
    need = ChoiceBlock(
        choices=[("always", _("always")), ("conditional", _("if its own condition holds"))],
        default="always",
        label=_("When"),
    )
    about = ChoiceBlock(choices=ABOUTS, required=False, label=_("About whom"))
    at_least_one = BooleanBlock(
        required=False,
        label=_("At least one"),
        help_text=_("For a list: this topic does not offer the answer that there are none."),
    )

    class Meta:
        icon = "help"
        label = _("Shared question")
        label_format = "{element} · {need}"
        form_classname = "struct-block catalogue-row"


class ClockBlock(StructBlock):
    """A statutory term; either calendar days or working days."""

    name = CharBlock(label=_("What happens in it"))
    start = CharBlock(label=_("Begins at"), help_text=_("melding, aanvraag, or another term"))
    days = IntegerBlock(required=False, min_value=1, label=_("Calendar days"))
    working_days = IntegerBlock(required=False, min_value=1, label=_("Working days"))
    urgent = BooleanBlock(required=False, label=_("Only when urgent"))

    class Meta:
        icon = "time"
        label = _("Term")
        label_format = "{name}"
        form_classname = "struct-block catalogue-row"
