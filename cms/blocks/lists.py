"""Things in a row: steps, cards, questions with their answers."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StructBlock,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.blocks.struct_block import StructBlockValidationError

from cms.blocks.headings import HeadedBlock
from cms.blocks.text import FEATURES


class StepBlock(StructBlock):
    """One step: what happens, in a few words, and more about it."""

    title = CharBlock(max_length=100, label=_("Title"))
    text = TextBlock(required=False, rows=2, label=_("Text"))


class StepsBlock(HeadedBlock):
    """What happens, one thing after the other, as a numbered list."""

    steps = ListBlock(StepBlock(), min_num=2, label=_("Steps"))

    class Meta:
        template = "cms/blocks/steps.html"
        icon = "list-ol"
        label = _("Steps")


class CardBlock(StructBlock):
    """Where to go next: a page of this site or an address elsewhere, never both."""

    title = CharBlock(max_length=100, label=_("Title"))
    text = TextBlock(required=False, rows=2, label=_("Text"))
    page = PageChooserBlock(required=False, label=_("Page"))
    url = URLBlock(required=False, label=_("Address elsewhere"))

    def clean(self, value: StructValue) -> StructValue:
        """Refuse a card that leads nowhere or to two places."""
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            problem = ValidationError(_("Choose a page or give an address, not both."))
            raise StructBlockValidationError(block_errors={"page": problem})
        return cleaned


class CardsBlock(HeadedBlock):
    """Two or more places to go to."""

    cards = ListBlock(CardBlock(), min_num=2, label=_("Cards"))

    class Meta:
        template = "cms/blocks/cards.html"
        icon = "grip"
        label = _("Cards")


class QuestionBlock(StructBlock):
    """A question as residents ask it, and its answer."""

    question = CharBlock(max_length=150, label=_("Question"))
    answer = RichTextBlock(features=FEATURES, label=_("Answer"))


class QuestionsBlock(HeadedBlock):
    """Questions with answers that open on demand, without a script."""

    questions = ListBlock(QuestionBlock(), label=_("Questions"))

    class Meta:
        template = "cms/blocks/questions.html"
        icon = "help"
        label = _("Questions and answers")
