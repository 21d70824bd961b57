"""The page states: one line each. A new page, or a new state of one, is one line more."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal
from unittest import mock

from django.test import override_settings
from django.urls import reverse
from django.utils.translation import override

from intake.delivery import document
from tests.accessibility.world import World
from tests.intake.wizard.factories import url

NOTHING: Final[Mapping[str, str]] = {}
NEXT: Final = {"action": "next"}
Address = Callable[[World], str]


@dataclass(frozen=True, slots=True)
class State:
    """A page as somebody sees it. `sends`: what was posted to it first, as an error does.

    `while_`: what holds while the server answers. `scheme` and `forced`: the colours that
    somebody chose; a state in other colours than usual is held against axe alone.
    """

    name: str
    path: str | Address
    who: str = "nobody"
    sends: Mapping[str, str] | None = None
    status: int = 200
    language: str = "nl"
    scheme: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"
    while_: Callable[[], AbstractContextManager[object]] = nullcontext

    def address(self, world: World) -> str:
        """Where the page is."""
        if isinstance(self.path, str):
            return self.path
        with override(self.language):
            return self.path(world)

    @property
    def is_recoloured(self) -> bool:
        """Whether another state shows the same page in the usual colours."""
        return self.scheme == "dark" or self.forced == "active"


def named(name: str, of: Callable[[World], object] | None = None) -> Address:
    """The address with that name; `of` gives its one argument."""
    return lambda world: reverse(name, args=[of(world)] if of else [])


def begun(name: str, *place: object) -> Address:
    """An address in an intake without answers; a place may be an element, for its page."""
    return lambda world: url(name, world.begun, *place)


def filled(name: str, *place: object) -> Address:
    """The same in an intake about everything, with every answer."""
    return lambda world: url(name, world.filled, *place)


def case_of(topic: str) -> Address:
    """The page of the case about that topic."""
    return lambda world: reverse("mine:case", args=[world.cases[topic].reference])


def seen_of(topic: str) -> Address:
    """Who has seen what belongs to that case."""
    return lambda world: reverse("mine:seen", args=[world.cases[topic].reference])


def sent(world: World) -> object:
    """An intake that was sent."""
    return world.sent.draft_id


closed = partial(override_settings, MAINTENANCE=True)
refusing = partial(override_settings, ROOT_URLCONF="tests.accessibility.refusals")
hoogwater = partial(override_settings, HOUSE_STYLE="hoogwater")
little_room = partial(mock.patch.object, document, "LARGEST", 500)

SITE: Final = (
    State("home", "/"),
    State("home-dark", "/", scheme="dark"),
    State("home-forced", "/", forced="active"),
    State("home-hoogwater", "/", while_=hoogwater),
    State("home-english", "/en/", language="en"),
    State("home-arabic", "/ar/", language="ar"),
    State("topic", "/schuldhulp/"),
    State("topic-with-table", "/huishoudelijke-hulp/"),
    State("topic-arabic", "/ar/schuldhulp/", language="ar"),
    State("text-arabic-in-dutch", "/ar/privacy/", language="ar"),
    State("life-event", "/ik-heb-geldzorgen/"),
    State("answers", "/vragen/"),
    State("answer", "/vragen/brief-van-de-deurwaarder/"),
    State("news", "/nieuws/"),
    State("news-item", "/nieuws/formulieren-uur/"),
    State("contact", "/contact/"),
    State("text", "/privacy/"),
    State("search", "/zoeken/"),
    State("search-found", "/zoeken/?q=brief+van+deurwaarder"),
    State("search-nothing", "/zoeken/?q=xqzwv"),
    State("search-emergency", "/zoeken/?q=mijn+man+slaat+mij"),
)
REFUSED: Final = (
    State("bad-request", "/geweigerd/400/", status=400, while_=refusing),
    State("forbidden", "/geweigerd/403/", status=403, while_=refusing),
    State("not-found", "/bestaat-niet/", status=404),
    State("too-many", "/geweigerd/429/", status=429, while_=refusing),
    State("broken", "/geweigerd/500/", status=500, while_=refusing),
    State("closed", "/", status=503, while_=closed),
)
ACCOUNT: Final = (
    State("log-in", named("account_login")),
    State(
        "log-in-refused", named("account_login"), sends={"login": "a@b.example", "password": "x"}
    ),
    State("sign-up", named("account_signup")),
    State("sign-up-refused", named("account_signup"), sends={"email": "x"}),
    State("forgotten-password", named("account_reset_password")),
    State("log-out", named("account_logout"), "resident"),
    State("step-up", named("account_step_up"), "email"),
    State("second-factor", named("mfa_index"), "email"),
)
INTAKE: Final = (
    State("start", named("intake:start")),
    State("start-chosen", "/intake/?onderwerp=schuldhulp&onderwerp=jeugdhulp"),
    State("start-nothing-chosen", named("intake:start"), sends=NOTHING),
    State("start-arabic", named("intake:start"), language="ar"),
    State("which-intake", named("intake:begin"), "chooser"),
    State("tasks", begun("tasks"), "resident"),
    State("tasks-done", filled("tasks"), "resident"),
    State("topics", begun("topics"), "resident"),
    State("topics-nothing-chosen", begun("topics"), "resident", sends=NOTHING),
    State("papers", begun("papers"), "resident"),
    State("check", filled("check"), "resident"),
    State("check-dark", filled("check"), "resident", scheme="dark"),
    State("check-too-long", filled("check"), "resident", {}, 413, while_=little_room),
    State("confirmation", named("intake:sent", sent), "resident"),
)
QUESTION: Final = (
    State("prefilled", begun("page", "p.naam"), "resident"),
    State("known-unjudged", begun("page", "p.naam"), "resident", sends=NEXT),
    State("text-and-radios", begun("page", "p.contact"), "resident"),
    State("invalid", begun("page", "p.contact"), "resident", {**NEXT, "p.contact.telefoon": "06"}),
    State("checkboxes", begun("page", "p.voorkeur"), "resident"),
    State("checkboxes-missing", begun("page", "p.voorkeur"), "resident", sends=NEXT),
    State("story", begun("page", "x.hulpvraag"), "resident"),
    State("story-missing", begun("page", "x.hulpvraag"), "resident", sends=NEXT),
    State("urgency", begun("page", "x.spoed"), "resident"),
    State("money-and-unknown", filled("page", "f.vermogen"), "resident"),
    State("list-empty", begun("page", "f.inkomen"), "resident"),
    State("list-missing", begun("page", "f.inkomen"), "resident", sends=NEXT),
    State("list-needs-one", begun("page", "f.schulden"), "resident", sends=NEXT),
    State("list", filled("page", "f.schulden"), "resident"),
    State("item-new", begun("item_add", "f.schulden"), "resident"),
    State("item-missing", begun("item_add", "f.schulden"), "resident", sends={"aantal": "0"}),
    State("item", filled("item", "f.schulden", 1), "resident"),
    State("item-remove", filled("item_remove", "f.schulden", 1), "resident"),
    State("question-by-email", begun("page", "p.naam"), "email", status=404),
    State("question-dark", begun("page", "x.spoed"), "resident", scheme="dark"),
    State("question-forced", begun("page", "x.spoed"), "resident", forced="active"),
    State("question-arabic", begun("page", "x.spoed"), "resident", language="ar"),
    State("question-english", begun("page", "p.voorkeur"), "resident", NEXT, language="en"),
)
MINE: Final = (
    State("mine", named("mine:home"), "resident"),
    State("mine-empty", named("mine:home"), "email"),
    State("mine-arabic", named("mine:home"), "resident", language="ar"),
    State("case-asks", case_of("schuldhulp"), "resident"),
    State("case-returned", case_of("bijstandsuitkering"), "resident"),
    State("case-withdrawn", case_of("jeugdhulp"), "resident"),
    State("case-waiting", case_of("huishoudelijke-hulp"), "resident"),
    State("case-seen", seen_of("schuldhulp"), "resident"),
)
STATES: Final = (*SITE, *REFUSED, *ACCOUNT, *INTAKE, *QUESTION, *MINE)
