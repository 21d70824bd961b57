"""A stream field that keeps its blocks out of migrations."""

from collections.abc import Sequence
from typing import Any

from django.db import models
from wagtail.fields import StreamField


class BlocksField(StreamField):
    """`StreamField`, but a migration never mentions its blocks.

    A block is no column: whatever blocks an editor may use, the database keeps one
    JSON value. Wagtail still writes every block definition into migrations, so that
    a changed help text makes one, and a site grows megabytes of them.

    The price: a model inside a migration does not know its blocks. There the field
    gives and takes the bare JSON, so that saving such a model loses nothing. To rename
    or reshape a block, use `wagtail.blocks.migrations`, which works on that JSON too.
    """

    def __init__(self, block_types: object = (), **options: object) -> None:
        super().__init__(block_types, **options)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Name the field and its column options only."""
        name, path, _blocks, options = models.Field.deconstruct(self)
        return str(name), path, [], options

    def to_python(self, value: object) -> object:
        """A stream of blocks, or in a migration the JSON as it is stored."""
        return super().to_python(value) if self.block_types_arg else value
