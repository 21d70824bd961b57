"""What differs between two catalogues."""

import copy
from collections.abc import Callable
from dataclasses import fields, replace
from enum import Enum
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.questionnaire.authoring.comparison import Change, What, compare
from intake.questionnaire.authoring.places import RecordKind
from intake.questionnaire.codec import catalogue_from_data
from intake.questionnaire.definition import Catalogue
from tests.intake.questionnaire.examples import DATA, catalogue
from tests.intake.questionnaire.strategies import catalogues, randoms

Told: TypeAlias = tuple[str, What, str, tuple[str, ...], str, str]
SECTIONS = {
    "elements": RecordKind.ELEMENT,
    "topics": RecordKind.TOPIC,
    "recipients": RecordKind.RECIPIENT,
    "regimes": RecordKind.REGIME,
}


def changes(
    change: Callable[[Any], object],
) -> list[tuple[str, What, str, tuple[str, ...], str, str]]:
    data = copy.deepcopy(DATA)
    change(data)
    found = compare(catalogue(), catalogue_from_data(data))
    return [(c.key, c.what, c.field, c.inside, c.before, c.after) for c in found]


def options(data: Any) -> Any:
    return data["elements"][2]["parts"][0]["options"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda data: data["elements"][1].update(question="Hoe heet u?"),
            ("p.naam", What.CHANGED, "question", (), "Wat is uw naam?", "Hoe heet u?"),
        ),
        (
            lambda data: data["elements"][4].update(help="Een paar woorden."),
            ("z.beperking", What.CHANGED, "help", (), "", "Een paar woorden."),
        ),
        (
            lambda data: data["elements"][4]["wording"].update(child="Wat kan uw kind niet?"),
            (
                "z.beperking",
                What.CHANGED,
                "wording",
                ("kind",),
                "Wat lukt uw kind niet?",
                "Wat kan uw kind niet?",
            ),
        ),
        (
            lambda data: options(data).append({"value": "bel", "label": "Bel mij"}),
            ("p.voorkeur", What.ADDED, "options", ("Hoe?",), "", "Bel mij"),
        ),
        (
            lambda data: options(data).pop(0),
            ("p.voorkeur", What.REMOVED, "options", ("Hoe?",), "Met een e-mail", ""),
        ),
        (
            lambda data: options(data)[1].update(label="Per post"),
            (
                "p.voorkeur",
                What.CHANGED,
                "label",
                ("Hoe?", "Per post"),
                "Met een brief",
                "Per post",
            ),
        ),
        (
            lambda data: data["elements"][3]["repeat"].update(maximum=12),
            ("p.kinderen", What.CHANGED, "maximum", (), "3", "12"),
        ),
        (
            lambda data: data["elements"][0].update(prefilled=False),
            ("p.bsn", What.CHANGED, "prefilled", (), "Ja", "Nee"),
        ),
        (
            lambda data: data["elements"][6].update(when={"element": "x.spoed", "answered": True}),
            (
                "f.inkomen",
                What.CHANGED,
                "when",
                (),
                "alleen als “Vaste lasten” het antwoord “Nee” heeft",
                "alleen als “Spoed” ingevuld is",
            ),
        ),
        (
            lambda data: data["topics"][0]["questions"][0].update(why="Zo weten wij meer."),
            ("hulp.taken", What.CHANGED, "why", (), "", "Zo weten wij meer."),
        ),
        (
            lambda data: data["topics"][2]["always"].remove("p.kinderen"),
            ("jeugd", What.REMOVED, "always", (), "Kinderen", ""),
        ),
        (
            lambda data: data["topics"][2].update(about={}),
            ("jeugd", What.REMOVED, "about", ("Beperking",), "kind", ""),
        ),
        (
            lambda data: data["recipients"][0]["topics"].append("schuld"),
            ("team", What.ADDED, "topics", (), "", "Schuldhulp"),
        ),
        (
            lambda data: data["regimes"][0]["clocks"][0].update(days=56),
            ("wmo", What.CHANGED, "days", ("onderzoek",), "42", "56"),
        ),
        (
            lambda data: data["elements"].pop(1),
            ("p.naam", What.REMOVED, "", (), "Naam", ""),
        ),
        (
            lambda data: data["elements"].append(
                {**data["elements"][1], "key": "p.bijnaam", "label": "Bijnaam"}
            ),
            ("p.bijnaam", What.ADDED, "", (), "", "Bijnaam"),
        ),
        (
            lambda data: data["elements"].append(data["elements"].pop(0)),
            ("p.bsn", What.MOVED, "", (), "", "Inkomen"),
        ),
        (
            lambda data: data["elements"].insert(0, data["elements"].pop(2)),
            ("p.voorkeur", What.MOVED, "", (), "Naam", ""),
        ),
    ],
)
def test_a_change_is_told_once(change: Callable[[Any], object], told: Told) -> None:
    assert changes(change) == [told]


def test_a_topic_takes_its_questions_along() -> None:
    found = changes(lambda data: data["topics"].pop(0))
    assert ("hulp.taken", What.REMOVED, "", (), "Taken", "") in found
    assert ("hulp", What.REMOVED, "", (), "Hulp in huis", "") in found


def test_it_is_told_under_the_new_name() -> None:
    data: Any = copy.deepcopy(DATA)
    data["topics"][1]["name"] = "Hulp bij schulden"
    [change] = compare(catalogue(), catalogue_from_data(data))
    assert change == Change(
        kind=RecordKind.TOPIC,
        key="schuld",
        name="Hulp bij schulden",
        what=What.CHANGED,
        field="name",
        before="Schuldhulp",
        after="Hulp bij schulden",
    )


def test_two_clocks_with_one_name_are_two() -> None:
    def once_more(data: Any) -> None:
        data["regimes"][0]["clocks"] *= 2

    assert changes(once_more) == [("wmo", What.ADDED, "clocks", (), "", "onderzoek")]


@settings(max_examples=50, deadline=None)
@given(catalogues())
def test_nothing_differs_from_itself(made: Catalogue) -> None:
    assert compare(made, made) == ()


@settings(max_examples=100, deadline=None)
@given(catalogues(), st.sampled_from(sorted(SECTIONS)), randoms)
def test_a_field_that_differs_is_told(made: Catalogue, section: str, random: Any) -> None:
    records = list(getattr(made, section))
    place = random.randrange(len(records))
    record = records[place]
    name = random.choice([field.name for field in fields(record) if field.name != "key"])
    other = _other(getattr(record, name))
    records[place] = replace(record, **{name: other})
    found = compare(made, replace(made, **{section: tuple(records)}))
    if name == "questions":
        assert {each.key for each in found} == {record.questions[0].key}
    else:
        assert {(each.kind, each.key) for each in found} == {(SECTIONS[section], record.key)}
        assert {each.field for each in found} == {name}


@settings(max_examples=50, deadline=None)
@given(catalogues(), randoms)
def test_order_is_told_by_as_few_as_possible(made: Catalogue, random: Any) -> None:
    elements = list(made.elements)
    moving = elements.pop(random.randrange(len(elements)))
    elements.insert(random.randrange(len(elements) + 1), moving)
    found = compare(made, replace(made, elements=tuple(elements)))
    assert [each.what for each in found] in ([], [What.MOVED])
    assert bool(found) is (tuple(elements) != made.elements)


def _other(value: Any) -> Any:
    """A value of the same kind that differs."""
    match value:
        case bool():
            return not value
        case Enum():
            return next(each for each in type(value) if each is not value)
        case str():
            return f"{value} anders"
        case tuple():
            return value[1:] if value else ("anders",)
        case dict():
            return {"anders": "anders"}
    return None if value is not None else catalogue().elements[6].when
