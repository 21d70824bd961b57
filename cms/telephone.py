"""The municipality's number in running text, so that a new number changes every text at once.

In the database it is `<a linktype="telephone">14 0123</a>`; the words are what stood there
when it was written, and are replaced by today's number when a page is shown.
"""

import re
from collections.abc import Mapping
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.rich_text import LinkHandler

from cms.models import MunicipalityData

LINK_TYPE: Final = "telephone"
NUMBER: Final = re.compile(rf'<a linktype="{LINK_TYPE}">(.*?)</a>')


class TelephoneLink(LinkHandler):
    """Dials the municipality wherever rich text is shown without our own template tag."""

    identifier = LINK_TYPE

    @classmethod
    def expand_db_attributes(cls, attrs: Mapping[str, str]) -> str:
        """The opening tag of a link; one that leads nowhere before there is a number."""
        data = MunicipalityData.objects.first()
        return format_html('<a href="{}">', dial(data.phone)) if data and data.phone else "<a>"


def with_number(source: str, phone: str) -> str:
    """Rich text as stored, with every link to the municipality's number showing this one."""
    return NUMBER.sub(link(phone), source) if phone else NUMBER.sub(r"\1", source)


def link(phone: str) -> SafeString:
    """A number that can be dialled."""
    return format_html('<a href="{}">{}</a>', dial(phone), phone)


def dial(phone: str) -> str:
    """The address of a number."""
    return f"tel:{phone.replace(' ', '').replace('-', '')}"
