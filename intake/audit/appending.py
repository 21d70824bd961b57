"""Tables whose rows are only ever added."""

from typing import NoReturn, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class AppendOnly(Exception):
    """A row of an append-only table was to be changed or removed."""


class AppendOnlyQuerySet(models.QuerySet[Row]):
    """Refuses to change or remove rows in bulk, so that no verb does it by mistake.

    Against intent it is the database that must refuse: the role of the application needs
    no UPDATE and no DELETE on these tables.
    """

    def update(self, **kwargs: object) -> NoReturn:
        """Refuse."""
        raise AppendOnly(self.model._meta.label)

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnly(self.model._meta.label)
