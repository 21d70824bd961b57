"""Row locks, the one place where databases differ.

PostgreSQL locks the row until the transaction ends. SQLite has no row locks and Django
leaves the clause out; there every transaction begins IMMEDIATE, so its owner is the
only writer already.
"""

from typing import Any, TypeVar

from django.db import models

Rows = TypeVar("Rows", bound=models.QuerySet[Any])


def locked(rows: Rows) -> Rows:
    """The same rows, locked against other verbs but not against new foreign keys to them."""
    return rows.select_for_update(of=("self",), no_key=True)
