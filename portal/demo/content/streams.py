"""Blocks as written in the content files, into the values that a stream field holds.

A stream is a list of `{block: value}`, a list block a list of values, a struct a
mapping. Every block gets an id that follows from its place, so that loading the same
words again gives the same value.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from wagtail.blocks import Block, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from portal.demo.content.words import rich_text


def stream(block: StreamBlock, words: Sequence[Mapping[str, Any]], *, place: str) -> object:
    """The checked value of a stream. `place` names it, for its blocks' ids.

    Raises KeyError for a block that does not exist, ValidationError for a wrong value.
    """
    return block.clean(block.to_python(_raw(block, words, place)))


def _raw(block: Block, words: Any, place: str) -> Any:  # noqa: ANN401 — JSON of any shape
    """The JSON in which Wagtail stores the value of a block."""
    match block:
        case StreamBlock():
            named = [next(iter(each.items())) for each in words]
            children = [(name, block.child_blocks[name], value) for name, value in named]
            return [_item(*child, f"{place}/{at}") for at, child in enumerate(children)]
        case ListBlock():
            return [
                _item("item", block.child_block, value, f"{place}/{at}")
                for at, value in enumerate(words)
            ]
        case StructBlock():
            children = block.child_blocks
            return {key: _raw(children[key], words[key], f"{place}/{key}") for key in words}
        case TypedTableBlock():
            return _table(words)
        case RichTextBlock():
            return rich_text(words)
        case _:
            return words


def _item(name: str, block: Block, words: object, place: str) -> dict[str, Any]:
    return {
        "type": name,
        "value": _raw(block, words, place),
        "id": str(uuid5(NAMESPACE_URL, place)),
    }


def _table(words: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "caption": words["caption"],
        "columns": [{"type": "text", "heading": heading} for heading in words["columns"]],
        "rows": [{"values": row} for row in words["rows"]],
    }
