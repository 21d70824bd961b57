"""Tables that a screen reader can read out: a caption, and a header for every column and row."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockValidationError,
)


class TableBlock(TypedTableBlock):
    """A table of texts; the first column names its row."""

    text = CharBlock(required=False, label=_("Text"))

    def clean(self, table: TypedTable) -> TypedTable:
        """Refuse a table without caption, or with a column that has no heading."""
        cleaned = super().clean(table)
        named = cleaned.caption and all(column["heading"] for column in cleaned.columns)
        if not (named and cleaned.columns):
            problem = ValidationError(
                _("Give the table a caption, and every column a heading: they are read aloud.")
            )
            raise TypedTableBlockValidationError(non_block_errors=[problem])
        return cleaned

    class Meta:
        template = "cms/blocks/table.html"
        icon = "table"
        label = _("Table")
