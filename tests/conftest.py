"""A hostile place to run: no sockets outside, warnings are errors, no unknown template variable."""

import os
from collections.abc import Iterator

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import translation

import portal.celery  # noqa: F401 — shared tasks belong to our application
from tests import strict_templates

pytest_plugins = ["tests.browser", "tests.migrated", "tests.stack"]

# How long an example takes says something about the machine only; and a red run of CI can
# be repeated with the same few examples, while a developer's desk tries others, and more.
hypothesis.settings.register_profile("voordeur", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, max_examples=40)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "voordeur")


def pytest_configure() -> None:
    """Sync tests may drive Playwright, whose event loop Django would refuse."""
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that use the database get the mark `django_db`, so that a run can select them.

    Those that really commit come last: they empty the database afterwards, and with it
    what migrations put there, such as the groups of editors.
    """
    for item in items:
        if {"db", "transactional_db", "client"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.django_db)
    items.sort(key=_commits)


def _commits(item: pytest.Item) -> bool:
    """Whether a test uses the database without a transaction around it."""
    mark = item.get_closest_marker("django_db")
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool({"transactional_db", "live_server"} & fixtures) or bool(
        mark and mark.kwargs.get("transaction")
    )


@pytest.fixture(autouse=True)
def _needs_postgres(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("runs on PostgreSQL only")


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """The cache lives longer than a test's transaction."""
    cache.clear()


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """A page read in another language leaves that language on in this thread."""
    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _strict_templates() -> Iterator[None]:
    with strict_templates.enforced(settings.BASE_DIR / "templates"):
        yield
