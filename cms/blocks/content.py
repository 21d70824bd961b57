"""All blocks of a page's content in one stream."""

from wagtail.blocks import StreamBlock

from cms.blocks.contacts import ContactsBlock
from cms.blocks.lists import CardsBlock, QuestionsBlock, StepsBlock
from cms.blocks.tables import TableBlock
from cms.blocks.text import NoticeBlock, PictureBlock, TextBlock


class ContentBlocks(StreamBlock):
    """What may stand in the content of any page."""

    text = TextBlock()
    steps = StepsBlock()
    notice = NoticeBlock()
    questions = QuestionsBlock()
    table = TableBlock()
    contacts = ContactsBlock()
    cards = CardsBlock()
    picture = PictureBlock()
