"""Every control says what it is, what is wrong with it, and nothing more than that."""

from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import pytest
from django.template import engines
from django.utils.translation import override

from tests.portal.ui import examples

ATTACK = "\"'><script>alert(1)</script>"


class Elements(HTMLParser):
    """The elements of some HTML, in order, as (name, attributes)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the element."""
        self.found.append((tag, dict(attrs)))

    def attributes(self, *tags: str) -> list[dict[str, str | None]]:
        """The attributes of the elements with one of these names."""
        return [attributes for tag, attributes in self.found if tag in tags]

    def ids(self) -> set[str | None]:
        """Every id that exists."""
        return {attributes["id"] for _, attributes in self.found if "id" in attributes}


def render(source: str, **context: Any) -> str:
    """What a template that uses the components gives, in Dutch."""
    with override("nl"):
        return engines["django"].from_string("{% load ui %}" + source).render(context)


def show(field: SimpleNamespace) -> Elements:
    """One field by the tag that picks the control."""
    return Elements(render("{% field field %}", field=field))


@pytest.mark.parametrize("field", examples.FIELDS, ids=lambda field: field.name)
def test_every_input_has_a_label_of_its_own(field: SimpleNamespace) -> None:
    page = show(field)
    labelled = [label["for"] for label in page.attributes("label")]
    inputs = [control["id"] for control in page.attributes("input", "select", "textarea")]
    assert inputs
    assert sorted(map(str, inputs)) == sorted(map(str, labelled))


@pytest.mark.parametrize("field", examples.FIELDS, ids=lambda field: field.name)
def test_every_description_that_is_pointed_at_exists(field: SimpleNamespace) -> None:
    page = show(field)
    for _, attributes in page.found:
        for target in (attributes.get("aria-describedby") or "").split():
            assert target in page.ids()


@pytest.mark.parametrize("kind", ["text", "story", "select", "choice", "choices", "date"])
def test_error_and_help_describe_the_control(kind: str) -> None:
    field = examples.field(type=kind, help="Zo doet u het.", error="Vul dit in.", options=[])
    page = show(field)
    described = [given.get("aria-describedby") for _, given in page.found]
    assert "id-voornamen-error id-voornamen-help" in described


def test_one_line_of_text_marks_itself_invalid() -> None:
    (control,) = show(examples.IBAN).attributes("input")
    assert control["aria-invalid"] == "true"
    assert control["value"] == "NL00 BANK 0123"


def test_a_group_is_not_marked_invalid_but_described() -> None:
    (group,) = show(examples.HOUSE).attributes("fieldset")
    assert "aria-invalid" not in group
    assert group["aria-describedby"] == "id-woning-error"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("money", {"type": "text", "inputmode": "decimal"}),
        ("bsn", {"type": "text", "inputmode": "numeric"}),
        ("phone", {"type": "tel"}),
        ("email", {"type": "email"}),
        ("text", {"type": "text"}),
    ],
)
def test_the_type_picks_the_keyboard(kind: str, expected: dict[str, str]) -> None:
    (control,) = show(examples.field(type=kind)).attributes("input")
    assert {name: control.get(name) for name in expected} == expected


def test_autocomplete_and_language_reach_the_input() -> None:
    (control,) = show(examples.field(autocomplete="given-name", lang="en")).attributes("input")
    assert control["autocomplete"] == "given-name"
    assert control["lang"] == "en"


def test_the_chosen_option_is_checked_and_no_other() -> None:
    checked = [box["value"] for box in show(examples.NEEDS).attributes("input") if "checked" in box]
    assert checked == ["koken"]


def test_unknown_is_one_more_choice_of_a_radio_group() -> None:
    values = [radio["value"] for radio in show(examples.HOUSE).attributes("input")]
    assert values[-1] == "unknown"


def test_unknown_beside_a_text_is_a_checkbox() -> None:
    boxes = show(examples.INCOME).attributes("input")
    assert [(box["type"], box["name"]) for box in boxes] == [
        ("text", "g.inkomen.bedrag"),
        ("checkbox", "g.inkomen.bedrag.onbekend"),
    ]


def test_a_date_of_three_inputs_is_a_group_with_a_legend() -> None:
    page = show(examples.BIRTH)
    assert len(page.attributes("legend")) == 1
    assert [part["name"] for part in page.attributes("input")] == [
        "p.geboorte.dag",
        "p.geboorte.maand",
        "p.geboorte.jaar",
    ]


def test_a_follow_up_part_names_what_it_depends_on() -> None:
    wrapper = show(examples.CHILD).found[0][1]
    assert wrapper["data-when-part"] == "z.kinderen.heeft"
    assert wrapper["data-when-values"] == "true"


def test_optional_is_said_in_the_label() -> None:
    assert "niet verplicht" in render("{% field field %}", field=examples.INCOME)
    assert "niet verplicht" not in render("{% field field %}", field=examples.NAME)


@pytest.mark.parametrize("field", [examples.NAME, examples.HOUSE], ids=["label", "legend"])
def test_the_question_can_be_the_heading_of_the_page(field: SimpleNamespace) -> None:
    page = Elements(render("{% field field as_heading=True %}", field=field))
    assert len(page.attributes("h1")) == 1


def test_a_mapping_does_as_well_as_an_object() -> None:
    page = render("{% field field %}", field={"name": "a.b", "id": "x", "label": "Naam"})
    assert 'name="a.b"' in page


@pytest.mark.parametrize(
    "kind", ["text", "story", "select", "choice", "choices", "date", "money", "yes-no"]
)
def test_nothing_a_resident_typed_becomes_markup(kind: str) -> None:
    field = examples.field(
        type=kind,
        label=ATTACK,
        help=ATTACK,
        error=ATTACK,
        value=ATTACK,
        unit=ATTACK,
        options=[examples.option(ATTACK, ATTACK, help=ATTACK)],
        unknown=examples.option(ATTACK, ATTACK, name=ATTACK),
        when_part=ATTACK,
        when_values=[ATTACK],
    )
    page = render("{% field field %}", field=field)
    assert "<script" not in page
    assert show(field).attributes("script") == []


def test_a_fieldset_joins_controls_under_one_legend() -> None:
    page = Elements(
        render(
            '{% fieldset "Uw adres" id="adres" help="Waar u woont" error="Vul aan" %}'
            "{% field field %}{% endfieldset %}",
            field=examples.NAME,
        )
    )
    (group,) = page.attributes("fieldset")
    assert group["aria-describedby"] == "adres-error adres-help"
    assert {"adres-error", "adres-help"} <= page.ids()
    assert len(page.attributes("input")) == 1


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("Bel 112.", ["112"]),
        ("Bel Veilig Thuis op 0800-2000. Dat is gratis.", ["08002000"]),
        ("Bel 14 0123, of kom langs.", ["140123"]),
        ("Dat is 112,50 euro of 1120 stuks, op 14 10 2026.", []),
    ],
)
def test_a_number_in_a_sentence_can_be_dialled(text: str, dialled: list[str]) -> None:
    html = render("{% load numbers %}{{ text|numbers }}", text=text)
    links = Elements(html).attributes("a")
    assert [each["href"] for each in links] == [f"tel:{digits}" for digits in dialled]


def test_what_stands_around_a_number_stays_text() -> None:
    html = render("{% load numbers %}{{ text|numbers }}", text=f"{ATTACK} 112")
    assert "<script>" not in html
