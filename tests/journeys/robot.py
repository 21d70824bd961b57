"""A resident who answers whatever is asked, by reading the page and nothing else.

The robot knows the HTML hooks of the contract and ordinary form controls; what it
types follows from types, labels and the messages it gets. It works through any
`Door`: Django's test client here, a real browser elsewhere.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.utils import timezone

from tests.journeys.typing_in import candidates

TRIES = 5
STEPS = 400
UNKNOWN = "unknown"


class Stuck(AssertionError):
    """The robot cannot get past a page."""


@dataclass(frozen=True)
class Screen:
    """A page as it was received."""

    url: str
    html: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The page, to look things up in."""
        return BeautifulSoup(self.html, "html.parser")


class Door(Protocol):
    """How the robot reaches the site."""

    def open(self, url: str) -> Screen:
        """Follow a link."""

    def send(self, url: str, fields: Mapping[str, list[str]]) -> Screen:
        """Send a form and follow where it leads."""


@dataclass
class ClientDoor:
    """Through Django's test client."""

    client: Client

    def open(self, url: str) -> Screen:
        """Follow a link, redirects included."""
        return self._screen(url, self.client.get(url, follow=True))

    def send(self, url: str, fields: Mapping[str, list[str]]) -> Screen:
        """Send a form, redirects included."""
        return self._screen(url, self.client.post(url, dict(fields), follow=True))

    def _screen(self, url: str, response: object) -> Screen:
        chain = getattr(response, "redirect_chain", [])
        status = getattr(response, "status_code", 0)
        final = chain[-1][0] if chain else url
        if status != 200:
            raise Stuck(f"{final} answers {status}")
        return Screen(final, getattr(response, "content", b"").decode())


@dataclass
class Resident:
    """Fills in an intake. `wishes`: values per input name; the rest is chosen by chance."""

    door: Door
    seed: int = 0
    wishes: Mapping[str, str] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    def walk(self, url: str) -> Screen:
        """From a task list (or any page of an intake) to the confirmation."""
        screen = self.door.open(url)
        for _step in range(STEPS):
            if screen.soup.select_one("[data-reference]"):
                return screen
            screen = self._forward(screen)
        raise Stuck(f"no end after {STEPS} pages, now at {screen.url}")

    def _forward(self, screen: Screen) -> Screen:
        soup = screen.soup
        if soup.select_one("[data-task]"):
            return self.door.open(self._open_task(soup))
        if soup.select_one("form [data-question]"):
            return self.answer(screen)
        if button := soup.select_one("main form button[value=submit]"):
            return self._press(screen, button)
        if link := soup.select_one("main .utrecht-alert a[href]"):
            return self.door.open(str(link["href"]))
        raise Stuck(f"nothing to do on {screen.url}")

    def _open_task(self, soup: BeautifulSoup) -> str:
        for state in ("doing", "todo"):
            if link := soup.select_one(f"[data-task][data-state={state}] a[href]"):
                return str(link["href"])
        check = soup.select_one("main a[href$='/controleren/']")
        assert check is not None
        return str(check["href"])

    def answer(self, screen: Screen) -> Screen:
        """Fill in one page, mending what is refused."""
        start = screen
        for attempt in range(TRIES):
            form = screen.soup.select_one("main form:has([data-question])")
            if form is None:
                return screen
            self.seen += [str(each["data-question"]) for each in form.select("[data-question]")]
            answered = self._send(screen, form, attempt)
            if not answered.soup.select_one("[data-error-summary]"):
                return answered
            screen = answered
        summary = screen.soup.select_one("[data-error-summary]")
        raise Stuck(f"{start.url}: {summary.get_text(' ', strip=True) if summary else ''}")

    def _send(self, screen: Screen, form: Tag, attempt: int) -> Screen:
        fields = dict(self._filled(form, attempt))
        add = form.select_one("a[href*='/toevoegen/']")
        if add and self._adds(form):
            return self.door.open(str(add["href"]))
        button = form.select_one("button[name=action]")
        assert button is not None
        fields["action"] = [str(button["value"])]
        return self.door.send(str(form.get("action") or screen.url), fields)

    def _adds(self, form: Tag) -> bool:
        """Whether to add an item: the first one by chance, seldom more."""
        has_items = form.select_one("a[href*='/verwijderen/']") is not None
        return self.chance.random() < (0.2 if has_items else 0.7)

    def _filled(self, form: Tag, attempt: int) -> Iterator[tuple[str, list[str]]]:
        fields: dict[str, list[str]] = {}
        for hidden in form.select("input[type=hidden][name]"):
            fields[str(hidden["name"])] = [str(hidden.get("value", ""))]
        for name, controls in _by_name(form).items():
            if _is_shown(controls[0], fields):
                value = self._value(name, controls, attempt)
                if value:
                    fields[name] = value
        return iter(fields.items())

    def _value(self, name: str, controls: list[Tag], attempt: int) -> list[str]:
        if name in self.wishes:
            return [self.wishes[name]]
        offered = [str(each.get("value", "")) for each in controls]
        match controls[0].get("type"):
            case "radio":
                ticked = [str(each["value"]) for each in controls if each.has_attr("checked")]
                known = [value for value in offered if value != UNKNOWN] or offered
                return ticked or [self._chosen(name, known)]
            case "checkbox":
                return [] if name.endswith(f".{UNKNOWN}") else [self.chance.choice(offered)]
        held = str(controls[0].get("value") or controls[0].get_text()).strip()
        if held and not _is_refused(controls[0]):
            return [held]
        choices = candidates(name, controls[0], _label(controls[0]), today=timezone.localdate())
        return [choices[min(attempt, len(choices) - 1)]]

    def _chosen(self, name: str, offered: list[str]) -> str:
        return "ja" if name.endswith(".klopt") else self.chance.choice(offered)

    def _press(self, screen: Screen, button: Tag) -> Screen:
        form = button.find_parent("form")
        assert isinstance(form, Tag)
        fields = {
            str(hidden["name"]): [str(hidden.get("value", ""))]
            for hidden in form.select("input[type=hidden][name]")
        }
        fields[str(button["name"])] = [str(button["value"])]
        return self.door.send(str(form.get("action") or screen.url), fields)


def _by_name(form: Tag) -> dict[str, list[Tag]]:
    """The controls of a form by name, in order."""
    found: dict[str, list[Tag]] = {}
    for control in form.select("input[name]:not([type=hidden]), textarea[name], select[name]"):
        found.setdefault(str(control["name"]), []).append(control)
    return found


def _is_shown(control: Tag, fields: Mapping[str, list[str]]) -> bool:
    """Whether a follow-up input is on, as the script of the page would decide."""
    holder = control.find_parent(attrs={"data-when-part": True})
    if not isinstance(holder, Tag):
        return True
    wanted = str(holder["data-when-values"]).split()
    return any(value in wanted for value in fields.get(str(holder["data-when-part"]), []))


def _is_refused(control: Tag) -> bool:
    """Whether the page says that this input is wrong."""
    refused = control.find_parent(class_="utrecht-form-fieldset--invalid")
    return control.get("aria-invalid") == "true" or isinstance(refused, Tag)


def _label(control: Tag) -> str:
    """The words at a control: its label, and the legend of its group."""
    root = control.find_parent("form")
    assert isinstance(root, Tag)
    label = root.select_one(f"label[for='{control.get('id')}']")
    group = control.find_parent("fieldset")
    legend = group.find("legend") if isinstance(group, Tag) else None
    return " ".join(each.get_text(" ", strip=True) for each in (legend, label) if each)
