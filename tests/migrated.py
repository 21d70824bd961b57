"""The test database, migrated and filled once for a whole run: that takes longer than most tests.

`.ci/test` migrates an empty database and names it in MIGRATED: an SQLite file, which every
process copies, or a PostgreSQL database that Django's own TEMPLATE copies (see
portal/settings/test). Without MIGRATED every process migrates for itself.
"""

import fcntl
import os
import pickle
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from django.core.cache import cache
from django.db import connection

MIGRATED: Final = os.environ.get("MIGRATED", "")
NOT_KEPT: Final = "django_migrations"
SEARCH_INDEX: Final = "_fts"  # filled by triggers on the table it is about
Rows = dict[str, list[tuple[Any, ...]]]
_kept: dict[str, Rows] = {}


@pytest.fixture(scope="session")
def django_db_keepdb(
    django_db_keepdb: bool,  # noqa: FBT001
    django_db_modify_db_settings: None,
) -> bool:
    """pytest-django's: whether the database is there already; here, because it was copied."""
    if not MIGRATED or connection.vendor != "sqlite":
        return django_db_keepdb
    shutil.copy(MIGRATED, connection.settings_dict["TEST"]["NAME"])
    return True


def once(name: str, load: Callable[[], object]) -> None:
    """Have in the database what `load` writes, as it wrote it the first time in this run.

    To be called in a transaction, before anything else is written in it. Only SQLite's rows
    are kept: in memory, and beside MIGRATED for the other processes of the run.
    """
    if connection.vendor != "sqlite":
        load()
        return
    with _shared(name) as file:
        if name not in _kept and file is not None and file.exists():
            _kept[name] = pickle.loads(file.read_bytes())  # noqa: S301 (our own, of this run)
        if name in _kept:
            _put_back(_kept[name])
            return
        load()
        _kept[name] = _rows()
        if file is not None:
            file.write_bytes(pickle.dumps(_kept[name]))


@contextmanager
def _shared(name: str) -> Iterator[Path | None]:
    """The file that all processes of a run share, for one of them at a time."""
    if not MIGRATED:
        yield None
        return
    file = Path(MIGRATED).with_name(f"{name}.rows")
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield file


def _rows() -> Rows:
    """Every row of every table."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return {
            table: cursor.execute(f"SELECT * FROM {_quoted(table)}").fetchall()  # noqa: S608
            for table in tables
            if table != NOT_KEPT and SEARCH_INDEX not in table
        }


def _put_back(kept: Rows) -> None:
    cache.clear()  # which knows the database as it was, such as where each site begins
    with connection.cursor() as cursor:
        for table, rows in kept.items():
            cursor.execute(f"DELETE FROM {_quoted(table)}")  # noqa: S608
            if rows:
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {_quoted(table)} VALUES ({places})", rows)  # noqa: S608


def _quoted(table: str) -> str:
    return connection.ops.quote_name(table)
