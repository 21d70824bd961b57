"""The one place that knows how databases differ in locking rows.

PostgreSQL skips rows that another worker holds. SQLite knows one writer at a
time: the transaction is IMMEDIATE (settings), so there is nothing to skip.
"""

from django.db import connection


def skip_locked_clause() -> str:
    """What a claim adds to its SELECT, so that two workers never pick the same row."""
    if connection.features.has_select_for_no_key_update:
        return "FOR NO KEY UPDATE SKIP LOCKED"
    return ""
