"""Text as written in the content files, into the HTML that editors' rich text holds.

Paragraphs are parted by an empty line; lines that start with "- " are a list. Within a
line: **bold** and [words](address). `[14 0123](telefoon:)` is the municipality's own
number, whatever it is.
"""

import re
from typing import Final

from django.utils.html import escape

BOLD: Final = re.compile(r"\*\*(.+?)\*\*")
LINK: Final = re.compile(r"\[([^\]]+)\]\((.+?)\)")
TELEPHONE: Final = re.compile(r"\[([^\]]+)\]\(telefoon:\)")
ITEM: Final = "- "


def rich_text(text: str) -> str:
    """HTML of some paragraphs and lists."""
    return "".join(_paragraph(part) for part in re.split(r"\n\s*\n", text.strip()))


def _paragraph(part: str) -> str:
    """A paragraph or a list; a line without a mark goes on with the item before it."""
    if not part.startswith(ITEM):
        return f"<p>{_line(part)}</p>"
    items = f"\n{part}".split(f"\n{ITEM}")[1:]
    return f"<ul>{''.join(f'<li>{_line(item)}</li>' for item in items)}</ul>"


def _line(text: str) -> str:
    html: str = escape(" ".join(text.split()))
    html = TELEPHONE.sub(r'<a linktype="telephone">\1</a>', html)
    return LINK.sub(r'<a href="\2">\1</a>', BOLD.sub(r"<b>\1</b>", html))
