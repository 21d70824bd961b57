"""Running text, pictures and messages."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChoiceBlock, RichTextBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from cms.blocks.headings import HeadedBlock

# No headings: those come with the block. No italics: they read badly on a screen.
FEATURES: Final = ("bold", "link", "telephone", "document-link", "ol", "ul")


class TextBlock(HeadedBlock):
    """Paragraphs and lists, with or without a heading."""

    text = RichTextBlock(features=FEATURES, label=_("Text"))

    class Meta:
        template = "cms/blocks/text.html"
        icon = "pilcrow"
        label = _("Text")


class NoticeBlock(HeadedBlock):
    """What nobody may miss, in a box; the kind brings its own icon and spoken word."""

    kind = ChoiceBlock(
        choices=[("info", _("Good to know")), ("warning", _("Pay attention"))],
        default="info",
        label=_("Kind"),
    )
    text = RichTextBlock(features=FEATURES, label=_("Text"))

    class Meta:
        template = "cms/blocks/notice.html"
        icon = "warning"
        label = _("Notice")


class PictureBlock(ImageBlock):
    """A picture with a text for who cannot see it, or marked as decoration."""

    image = ImageChooserBlock(label=_("Picture"))

    class Meta:
        template = "cms/blocks/picture.html"
        icon = "image"
        label = _("Picture")
