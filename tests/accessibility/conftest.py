"""One world and one browser tab per reader, for every state."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from tests.accessibility.states import State
from tests.accessibility.window import Answer, Window, window
from tests.accessibility.world import World


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The demo's content and people, in a transaction that is undone."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer._from_testcase = True  # type: ignore[attr-defined]  # so that our durable transactions may nest in it
        with outer:
            yield World()
            transaction.set_rollback(True)


class Reader:
    """Opens states, each with the session of who sees it."""

    def __init__(self, browser: Browser, world: World) -> None:
        self.browser, self.world = browser, world
        self.windows: dict[str, Window] = {}
        self.html: dict[str, str] = {}

    def window(self, who: str) -> Window:
        """The tab of somebody."""
        if who not in self.windows:
            self.windows[who] = window(self.browser, self.world.clients[who])
        return self.windows[who]

    def open(self, state: State) -> tuple[Window, int]:
        """Show a state, on a screen as wide as a laptop's; the tab, and the status."""
        tab, answer = self.window(state.who), self.fetch(state)
        tab.widen()
        tab.page.emulate_media(color_scheme=state.scheme, forced_colors=state.forced)
        tab.open(answer)
        return tab, answer.status

    def fetch(self, state: State) -> Answer:
        """What the server answers; the HTML is kept for `sent`."""
        with state.while_():
            answer = self.window(state.who).fetch(state.address(self.world), sends=state.sends)
        self.html[state.name] = answer.html
        return answer

    def sent(self, state: State) -> str:
        """The HTML of a state as the server sent it."""
        return self.html[state.name] if state.name in self.html else self.fetch(state).html

    def close(self) -> None:
        """Close every tab."""
        for each in self.windows.values():
            each.page.context.close()


@pytest.fixture(scope="module")
def reader(chromium: Browser, world: World) -> Iterator[Reader]:
    """Who looks at all states."""
    reading = Reader(chromium, world)
    reading.window("nobody").fetch("/")  # an error page knows whom to call from the last visit
    yield reading
    reading.close()
