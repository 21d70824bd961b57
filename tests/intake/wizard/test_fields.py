"""Parts of a question as controls: what the components get to show."""

from decimal import Decimal

import pytest

from intake.questionnaire.codes import Operator, PartType
from intake.questionnaire.definition import Condition, Not, Option, Part, Rule
from intake.questionnaire.formats import Code
from intake.questionnaire.validation import Problem, Raw
from intake.wizard.fields import Control, controls

KIND = Part(
    key="soort",
    type=PartType.CHOICE,
    options=(
        Option(value="huur", label="Huur"),
        Option(value="koop", label="Koop", help="Uw huis"),
    ),
    unknown=True,
)
IBAN = Part(key="iban", type=PartType.IBAN, label="Rekening", unknown=True)


def shown(part: Part, raw: Raw | None = None, problem: Problem | None = None) -> Control:
    """One part as it stands on the page, after `KIND` and `IBAN`."""
    [*_others, control] = controls(
        (KIND, IBAN, part),
        prefix="w.woning",
        raw=raw or {},
        problems={problem.name: problem} if problem else {},
        question="Hoe woont u?",
    )
    return control


def depending(condition: Condition) -> tuple[str, tuple[str, ...]]:
    """On what, and on which of its values, a part with this condition shows."""
    control = shown(Part(key="straat", type=PartType.TEXT, label="Straat", when=condition))
    return control.when_part, control.when_values


@pytest.mark.parametrize(
    "part_type", [each for each in PartType if each not in {PartType.CHOICE, PartType.CHOICES}]
)
def test_every_type_has_a_name_a_label_and_a_place_for_the_focus(part_type: PartType) -> None:
    control = shown(Part(key="deel", type=part_type))

    assert control.name == "w.woning.deel"
    assert control.label == "Hoe woont u?"
    assert control.type == part_type.value
    inputs = {control.id, *(each.id for each in control.options)}
    inputs |= {each.id for each in control.parts}
    assert control.target in inputs


def test_a_choice_has_an_option_for_each_answer() -> None:
    control = shown(KIND, {"w.woning.soort": ["koop"]})

    assert [(each.value, each.checked) for each in control.options] == [
        ("huur", False),
        ("koop", True),
    ]
    assert control.unknown is not None
    assert control.unknown.name == "w.woning.soort"


def test_dont_know_stands_in_a_box_beside_what_is_typed() -> None:
    control = shown(IBAN, {"w.woning.iban.unknown": ["unknown"]})

    assert control.unknown is not None
    assert control.unknown.name == "w.woning.iban.unknown"
    assert control.unknown.checked


def test_a_date_has_three_inputs_and_marks_the_missing_ones() -> None:
    born = Part(key="geboren", type=PartType.DATE, label="Geboren", autocomplete="bday")
    problem = Problem("w.woning.geboren", Code.DATE_INCOMPLETE, {"missing": "maand, jaar"})

    control = shown(born, {"w.woning.geboren.dag": ["3"]}, problem)

    assert [each.name for each in control.parts] == [
        "w.woning.geboren.dag",
        "w.woning.geboren.maand",
        "w.woning.geboren.jaar",
    ]
    assert [each.value for each in control.parts] == ["3", "", ""]
    assert [each.invalid for each in control.parts] == [False, True, True]
    assert [each.autocomplete for each in control.parts] == ["bday-day", "bday-month", "bday-year"]
    assert "maand, jaar" in control.error


def test_an_example_is_help_not_a_placeholder() -> None:
    control = shown(
        Part(key="plaats", type=PartType.TEXT, label="Plaats", help="Waar?", example="Hoogterp")
    )

    assert control.help == "Waar? Voorbeeld: Hoogterp"


@pytest.mark.parametrize(
    ("condition", "part", "values"),
    [
        (Rule(element="w.woning", part="soort", operator=Operator.IS, value="huur"), "soort",
         ("huur",)),
        (Rule(element="w.woning", part="soort", operator=Operator.ONE_OF, value=("huur", "koop")),
         "soort", ("huur", "koop")),
        (Rule(element="w.woning", part="soort", operator=Operator.IS_NOT, value="huur"), "soort",
         ("koop", "unknown")),
        (Not(Rule(element="w.woning", part="soort", operator=Operator.IS, value="koop")), "soort",
         ("huur", "unknown")),
    ],
)  # fmt: skip
def test_a_script_can_tell_when_a_follow_up_shows(
    condition: Condition, part: str, values: tuple[str, ...]
) -> None:
    assert depending(condition) == (f"w.woning.{part}", values)


@pytest.mark.parametrize(
    "condition",
    [
        Rule(element="w.woning", part="iban", operator=Operator.IS_NOT, value="unknown"),
        Rule(element="w.woning", part="soort", operator=Operator.MORE, value=Decimal(2)),
        Rule(element="w.woning", operator=Operator.ANSWERED),
    ],
)
def test_what_no_script_can_tell_is_always_shown(condition: Condition) -> None:
    assert depending(condition) == ("", ())


@pytest.mark.parametrize("code", Code)
def test_every_problem_has_words(code: Code) -> None:
    params = {"minimum": "1", "maximum": "9", "missing": "dag"}

    control = shown(IBAN, problem=Problem("w.woning.iban", code, params))

    assert control.error
    assert "%" not in control.error
