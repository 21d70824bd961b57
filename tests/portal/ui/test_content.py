"""Messages, lists and the page around them."""

from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from portal.ui.kinds import TOPIC_ICONS
from tests.portal.ui import examples
from tests.portal.ui.test_controls import ATTACK, Elements, render


def components(**more: Any) -> str:
    """The page with every component."""
    with override("nl"):
        return render_to_string("ui/components.html", examples.page() | more)


def test_the_summary_of_errors_leads_to_each_input() -> None:
    page = Elements(render("{% error_summary errors %}", errors=examples.ERRORS))
    assert [link["href"] for link in page.attributes("a")] == ["#id-iban", "#id-woning"]
    (summary,) = [given for _, given in page.found if "data-error-summary" in given]
    assert summary["tabindex"] == "-1"


def test_no_errors_no_summary() -> None:
    assert render("{% error_summary errors %}", errors=[]).strip() == ""


def test_every_task_carries_its_state() -> None:
    page = Elements(render("{% task_list tasks %}", tasks=examples.TASKS))
    tasks = {
        given["data-task"]: given["data-state"] for _, given in page.found if "data-task" in given
    }
    assert tasks == {
        "over-u": "done",
        "huishoudelijke-hulp": "doing",
        "schuldhulp": "todo",
        "papieren": "todo",
    }


def test_a_task_is_described_by_its_state_and_hint() -> None:
    page = Elements(render("{% task_list tasks %}", tasks=examples.TASKS))
    second = page.attributes("a")[1]
    described = (second["aria-describedby"] or "").split()
    assert len(described) == 2
    assert set(described) <= page.ids()


def test_an_unknown_state_of_a_task_is_refused() -> None:
    task = SimpleNamespace(key="a", title="A", url="", state="almost")
    with pytest.raises(KeyError):
        render("{% task_list tasks %}", tasks=[task])


def test_rows_carry_the_hooks_for_answers_and_sharing() -> None:
    page = Elements(render("{% summary_list rows %}", rows=examples.ROWS))
    answers = [given["data-answer"] for _, given in page.found if "data-answer" in given]
    shares = [given["data-shares"] for _, given in page.found if "data-shares" in given]
    assert answers == ["p.naam", "p.kinderen"]
    assert shares == ["z.woning"]


def test_a_change_link_names_what_it_changes() -> None:
    page = render("{% summary_list rows %}", rows=examples.ROWS[:1])
    assert "Wijzigen" in page
    assert '<span class="visually-hidden">: Naam</span>' in page


def test_a_step_to_come_is_said_not_only_drawn() -> None:
    to_come = {"label": "Klaar", "done": False}
    page = render("{% status_steps steps %}", steps=[*examples.STEPS, to_come])
    assert page.count("nog niet") == 1
    assert page.count('aria-current="step"') == 1


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("info", "Goed om te weten:"),
        ("warning", "Let op:"),
        ("error", "Fout:"),
        ("success", "Gelukt:"),
    ],
)
def test_an_alert_says_its_kind_without_colour(kind: str, word: str) -> None:
    page = render("{% alert kind=kind %}<p>Tekst</p>{% endalert %}", kind=kind)
    assert word in page
    assert "<p>Tekst</p>" in page


def test_the_words_of_block_components_are_escaped() -> None:
    page = render(
        "{% alert heading=bad %}{{ bad }}{% endalert %}{% details bad %}{{ bad }}{% enddetails %}"
        "{% card bad url=bad meta=bad %}{{ bad }}{% endcard %}{% button bad value=bad %}"
        "{% link_button bad bad %}{% badge bad %}{% why bad topics %}",
        bad=ATTACK,
        topics=[ATTACK],
    )
    assert "<script" not in page


def test_emergency_numbers_can_be_called() -> None:
    links = [link["href"] for link in Elements(render("{% emergency %}")).attributes("a")]
    assert links == ["tel:112", "tel:08002000"]


def test_the_way_out_is_a_link_without_javascript() -> None:
    (link,) = Elements(render("{% quick_exit %}")).attributes("a")
    assert "data-quick-exit" in link
    assert "noreferrer" in str(link["rel"])


def test_the_warning_about_the_session_can_be_answered_by_a_form() -> None:
    page = Elements(render('{% session_warning 900 "/account/verlengen/" %}', csrf_token="t"))
    (dialog,) = page.attributes("dialog")
    (form,) = page.attributes("form")
    assert dialog["data-seconds"] == "900"
    assert form["action"] == "/account/verlengen/"
    assert [given["name"] for given in page.attributes("input")] == ["csrfmiddlewaretoken"]


def test_a_page_has_no_inline_script_or_style() -> None:
    page = Elements(components())
    assert all("src" in script for script in page.attributes("script"))
    assert page.attributes("style") == []
    assert not [given for _, given in page.found if "style" in given or "onclick" in given]


def test_a_page_has_one_main_heading_and_a_skip_link_first() -> None:
    page = Elements(components())
    assert len(page.attributes("h1")) == 1
    assert page.attributes("a")[0]["href"] == "#main"
    assert "main" in page.ids()


def test_no_id_stands_twice_in_a_page() -> None:
    counts = Counter(given["id"] for _, given in Elements(components()).found if "id" in given)
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    "template",
    [f"{name}.html" for name in ("400", "403", "403_csrf", "404", "429", "500", "503")],
)
def test_error_pages_stand_on_their_own(template: str) -> None:
    with override("nl"):
        page = render_to_string(template)
    assert 'lang="nl"' in page
    assert len(Elements(page).attributes("h1")) == 1


def test_progress_fills_as_many_parts_as_are_done() -> None:
    page = Elements(render("{% progress done total %}", done=2, total=5))
    parts = [given["class"] or "" for tag, given in page.found if tag == "span"]
    assert ["--done" in part for part in parts] == [True, True, False, False, False]
    (whole,) = page.attributes("div")
    assert whole["aria-hidden"] == "true"
    assert "progress--long" not in (whole["class"] or "")


def test_many_parts_are_one_line() -> None:
    page = Elements(render("{% progress done total %}", done=3, total=40))
    assert "progress--long" in (page.attributes("div")[0]["class"] or "")


@pytest.mark.parametrize("topic", [*TOPIC_ICONS, "a-topic-of-tomorrow"])
def test_every_topic_has_a_picture(topic: str) -> None:
    card = render('{% card "Hulp" topic=topic %}{% endcard %}', topic=topic)
    assert card.count("<svg") == 1
    assert "<path" in card


def test_a_card_without_a_topic_has_no_picture() -> None:
    assert "<svg" not in render('{% card "Hulp" %}{% endcard %}')
