"""The running text and the links of a page, wherever in its blocks they stand."""

import re
from collections.abc import Collection, Iterator
from html import unescape
from typing import Any, Final

from django.utils.html import strip_tags
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
    URLBlock,
)
from wagtail.models import Page
from wagtail.rich_text.rewriters import extract_attrs

from cms.fields import BlocksField

BREAKS: Final = re.compile(r"</?(?:p|li|ul|ol)\b[^>]*>|<br[^>]*>")
LINK: Final = re.compile(r"<a\b([^>]*)>")
NO_PROSE: Final = frozenset({"phone"})
"""Blocks of letters and digits that nobody reads as a sentence."""

FOR_COLLEAGUES: Final = frozenset({"internal"})

Leaf = tuple[Any, Any]
"""A block without blocks of its own, and its value."""


def paragraphs(page: Page) -> Iterator[str]:
    """Every paragraph, list item and short text that a resident reads, in order."""
    for name in ("introduction", "search_description"):
        if text := getattr(page, name, None):
            yield text
            break
    for block, value in leaves(page, but=FOR_COLLEAGUES):
        match block:
            case RichTextBlock():
                yield from map(_line, BREAKS.split(value.source))
            case URLBlock():
                continue
            case CharBlock() | TextBlock() if value and block.name not in NO_PROSE:
                yield " ".join(value.split())


def addresses(page: Page) -> Iterator[str]:
    """Where the links of a page lead: an address, or `page:7`, `document:3` for our own."""
    for block, value in leaves(page):
        match block:
            case RichTextBlock():
                yield from filter(None, map(_address, LINK.findall(value.source)))
            case URLBlock() if value:
                yield str(value)
            case PageChooserBlock() if value:
                yield f"page:{value.pk}"


def leaves(page: Page, *, but: Collection[str] = ()) -> Iterator[Leaf]:
    """Every value in the streams of a page but some, with its block."""
    for field in page._meta.get_fields():
        if isinstance(field, BlocksField) and field.name not in but:
            yield from _leaves(field.stream_block, getattr(page, field.name))


def _leaves(block: Any, value: Any) -> Iterator[Leaf]:  # noqa: ANN401 — a value of any block
    match block:
        case StreamBlock() | ListBlock():
            for child in value if isinstance(block, StreamBlock) else value.bound_blocks:
                yield from _leaves(child.block, child.value)
        case StructBlock() if hasattr(value, "items"):
            for name, child in block.child_blocks.items():
                yield from _leaves(child, value.get(name))
        case _:
            yield block, value


def _address(attributes: str) -> str:
    """Where a link of rich text leads; nothing for the municipality's own number."""
    link = extract_attrs(attributes)
    kind, ref = link.get("linktype"), link.get("id")
    return f"{kind}:{ref}" if kind and ref else unescape(link.get("href", ""))


def _line(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())
