"""What can be chosen in a part, and which of its answers make a follow-up show."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from intake.questionnaire.answers import UNKNOWN
from intake.questionnaire.codes import Operator, PartType
from intake.questionnaire.definition import Condition, Not, Option, Part, Rule
from intake.questionnaire.entry import NO, YES

CHOSEN = frozenset({PartType.YES_NO, PartType.CHOICE, PartType.CHOICES})


def offered(part: Part) -> tuple[Option, ...]:
    """The answers to choose from; yes and no are codes too."""
    if part.type is PartType.YES_NO:
        return (Option(value=YES, label=_("Yes")), Option(value=NO, label=_("No")))
    return part.options


def shown_when(
    condition: Condition | None, siblings: Mapping[str, Part]
) -> tuple[str, tuple[str, ...]]:
    """The sibling and its values with which a part shows; empty when no script can tell.

    The server decides what counts; this only keeps out of sight what will not.
    """
    match condition:
        case Rule(operator=Operator.IS | Operator.INCLUDES | Operator.ONE_OF, part=part):
            wanted = _codes(condition)
        case Rule(operator=Operator.IS_NOT, part=part):
            wanted = _others(siblings[part], _codes(condition))
        case Not(Rule(operator=Operator.IS | Operator.INCLUDES, part=part) as rule):
            wanted = _others(siblings[part], _codes(rule))
        case _:
            return "", ()
    return (part, wanted) if siblings[part].type in CHOSEN else ("", ())


def words_of_when(part: Part, values: tuple[str, ...], question: str) -> str:
    """When a follow-up applies, in words; `question` is the label of a part without one.

    What is shorter is said: the answers with which it does, or those with which it does not.
    """
    labels = {option.value: option.label for option in offered(part)}
    if part.unknown:
        labels[UNKNOWN.value] = _("I don't know")
    others = tuple(value for value in labels if value not in values)
    told, template = values, _("Only if you choose %(answers)s at “%(question)s”.")
    if others and len(others) < len(values):
        told, template = others, _("Not if you choose %(answers)s at “%(question)s”.")
    answers = _(" or ").join(f"“{labels[value]}”" for value in told if value in labels)
    return template % {"answers": answers, "question": part.label or question}


def _codes(rule: Rule) -> tuple[str, ...]:
    """What the inputs of a rule's part hold when it is true."""
    if isinstance(rule.value, bool):
        return (YES if rule.value else NO,)
    return tuple(map(str, rule.value)) if isinstance(rule.value, tuple) else (str(rule.value),)


def _others(part: Part, codes: tuple[str, ...]) -> tuple[str, ...]:
    unknown = (UNKNOWN.value,) if part.unknown else ()
    values = (*(option.value for option in offered(part)), *unknown)
    return tuple(value for value in values if value not in codes)
