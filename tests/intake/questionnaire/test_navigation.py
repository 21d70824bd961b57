"""Pages, tasks and the way between them."""

from intake.questionnaire.navigation import (
    Page,
    State,
    next_page,
    page,
    pages,
    previous_page,
    tasks,
)
from tests.intake.questionnaire.examples import questionnaire, route, told

NAME = told({"voornamen": "Jan", "geslachtsnaam": "Bos"})
BSN = told({"nummer": "111222333"}, source="digid")


def key(screen: Page | None) -> str:
    """The first question of a screen; pages have numbers, which mean nothing to a reader."""
    return str(screen.questions[0].key) if screen else ""


def at(element: str) -> str:
    """The key of the page with that question."""
    topics = ["hulp", "schuld"]
    return next(each.page for each in questionnaire(*topics).questions if str(each.key) == element)


def test_one_question_per_page_but_for_what_shares_one() -> None:
    assert [(key(each), len(each.questions)) for each in pages(route("hulp"))] == [
        ("p.bsn", 2),
        ("p.voorkeur", 1),
        ("z.beperking", 1),
        ("x.spoed", 1),
        ("hulp.taken", 1),
    ]


def test_tasks_and_their_states() -> None:
    given = route("hulp", "schuld", p__naam=NAME, hulp__taken=told({"welke": ("was",)}))
    assert [(each.key, each.state) for each in tasks(given)] == [
        ("over-u", State.DOING),
        ("situatie", State.TODO),
        ("hulp", State.DONE),
        ("schuld", State.TODO),
    ]


def test_a_task_appears_with_its_first_question() -> None:
    given = route("schuld", schuld__lasten=told({"lukt": False}))
    assert [each.key for each in tasks(given)] == ["over-u", "situatie", "schuld", "geld"]


def test_resume_at_the_first_open_page() -> None:
    assert key(next_page(route("hulp"))) == "p.bsn"
    assert key(next_page(route("hulp", p__naam=NAME, p__bsn=BSN))) == "p.voorkeur"


def test_next_is_behind_the_page_and_then_from_the_top() -> None:
    assert key(next_page(route("hulp"), after=at("z.beperking"))) == "x.spoed"
    given = route("hulp", hulp__taken=told({"welke": ("was",)}))
    assert key(next_page(given, after=at("x.spoed"))) == "p.bsn"


def test_next_after_a_page_that_left_the_path() -> None:
    assert key(next_page(route("schuld"), after=at("f.inkomen"))) == "p.bsn"
    assert key(previous_page(route("schuld"), before=at("f.inkomen"))) == "schuld.lasten"


def test_previous() -> None:
    assert previous_page(route("hulp"), before=at("p.bsn")) is None
    assert key(previous_page(route("hulp"), before=at("z.beperking"))) == "p.voorkeur"


def test_a_page_by_key() -> None:
    assert key(page(route("hulp"), "persoon")) == "p.bsn"
    assert page(route("schuld"), at("f.inkomen")) is None
    assert page(route("hulp"), "nergens") is None
