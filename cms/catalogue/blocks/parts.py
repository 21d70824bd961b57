"""The inputs of a question: type, words, bounds, options."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.telepath import register
from wagtail.blocks import (
    BlockGroup,
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    DecimalBlock,
    IntegerBlock,
    ListBlock,
    MultipleChoiceBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)
from wagtail.blocks.stream_block import StreamBlockAdapter
from wagtail.blocks.struct_block import StructBlockAdapter

from cms.catalogue.blocks.choices import ABOUTS, PART_TYPES
from cms.catalogue.blocks.conditions import ConditionBlock
from cms.catalogue.blocks.keys import TopicKeyBlock
from cms.catalogue.blocks.scripts import WithBuilder


class WordingBlock(StructBlock):
    """The words where the question is about somebody else."""

    about = ChoiceBlock(choices=ABOUTS, label=_("About whom"))
    text = TextBlock(rows=2, label=_("Words"))


class ExampleBlock(StructBlock):
    """An example for one topic."""

    topic = TopicKeyBlock(label=_("Topic"))
    text = CharBlock(label=_("Example"))


class OptionBlock(StructBlock):
    """One answer that can be chosen."""

    value = CharBlock(max_length=100, label=_("Code"), help_text=_("Partners rely on it: keep it."))
    label = CharBlock(label=_("Words"))
    help = TextBlock(required=False, rows=2, label=_("Help"))
    topics = ListBlock(
        TopicKeyBlock(label=_("Topic")),
        default=[],
        label=_("Only for these topics"),
        collapsed=True,
    )
    when = ConditionBlock(required=False, label=_("Offered only if"), collapsed=True)

    class Meta:
        icon = "radio-full"
        label = _("Answer")
        label_format = "{label} ({value})"
        collapsed = True


class PartBlock(StructBlock):
    """One input of a question."""

    key = CharBlock(max_length=100, label=_("Key"), help_text=_("Never changes once published."))
    type = ChoiceBlock(choices=PART_TYPES, label=_("Kind of answer"))
    label = CharBlock(required=False, label=_("Label"))
    help = TextBlock(required=False, rows=2, label=_("Help"))
    example = CharBlock(required=False, label=_("Example"))
    options = ListBlock(
        OptionBlock(), default=[], label=_("Answers to choose from"), collapsed=True
    )
    required = BooleanBlock(required=False, default=True, label=_("Must be answered"))
    unknown = BooleanBlock(required=False, label=_('"I do not know" is an answer too'))
    unit = CharBlock(required=False, label=_("Unit"))
    minimum = DecimalBlock(required=False, label=_("Minimum"))
    maximum = DecimalBlock(required=False, label=_("Maximum"))
    max_length = IntegerBlock(required=False, min_value=1, label=_("Longest text"))
    past = BooleanBlock(required=False, label=_("Not after today"))
    future = BooleanBlock(required=False, label=_("Not before today"))
    autocomplete = CharBlock(required=False, label=_("Autocomplete token"))
    about = MultipleChoiceBlock(choices=ABOUTS, required=False, label=_("Asked only about"))
    wording = ListBlock(WordingBlock(), default=[], label=_("Words about somebody else"))
    examples = ListBlock(ExampleBlock(), default=[], label=_("Example for each topic"))
    when = ConditionBlock(required=False, label=_("Asked only if"))

    class Meta:
        icon = "form"
        label = _("Field")
        label_format = "{label} ({key})"
        form_layout = [
            *("key", "type", "label", "help", "example", "required", "unknown"),
            *("options", "unit", "minimum", "maximum", "max_length", "past", "future", "when"),
            BlockGroup(
                ["autocomplete", "about", "wording", "examples"],
                heading=_("For whom and for which topic"),
                classname="collapsed",
                label_format="",
                icon="group",
            ),
        ]


class PartsBlock(StreamBlock):
    """The fields of a question; where there are several, a form opens with all of them closed."""

    part = PartBlock()


class PartAdapter(WithBuilder, StructBlockAdapter):
    """A field, which hides what does not belong to its kind of answer."""

    js_constructor = "cms_catalogue.Part"


class PartsAdapter(WithBuilder, StreamBlockAdapter):
    """The fields together."""

    js_constructor = "cms_catalogue.Parts"


register(PartAdapter(), PartBlock)
register(PartsAdapter(), PartsBlock)
