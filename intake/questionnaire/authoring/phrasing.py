"""A condition as a Dutch sentence, for who decides about it.

`alleen als bij “Woonsituatie” de vraag “Huurt of koopt u?” het antwoord “Huur” heeft, en
“Leeftijd” lager is dan 27`. What does not exist any more is named by its key, and said so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from intake.questionnaire.answers import UNKNOWN
from intake.questionnaire.codes import Operator, PartType
from intake.questionnaire.definition import (
    AllOf,
    AnyOf,
    Catalogue,
    Condition,
    Element,
    Not,
    Operand,
    Part,
    Rule,
)
from intake.questionnaire.dutch import DUTCH

AND, OR = ", en ", ", of "
NEVER, ALWAYS = "nooit", "altijd"
GONE = "{name} (bestaat niet)"

Elements = Mapping[str, Element]


def elements_of(catalogue: Catalogue) -> Elements:
    """Everything that can be asked, by key: what the sentences take their names from."""
    own = (element for topic in catalogue.topics for element in topic.questions)
    return {element.key: element for element in (*catalogue.elements, *own)}


def only_if(condition: Condition, elements: Elements, *, within: str = "") -> str:
    """The whole sentence: `alleen als …`; `altijd` or `nooit` where it does not depend.

    `within`: the key of the question whose field has this condition; its fields are then
    named without it.
    """
    said = phrase(condition, elements, within=within)
    return said if said in {NEVER, ALWAYS} else f"alleen als {said}"


def phrase(condition: Condition, elements: Elements, *, within: str = "") -> str:
    """The condition as it reads after "als"; what stands inside another one in brackets."""
    match condition:
        case AllOf(conditions):
            return _joined(conditions, elements, within, sign=AND, empty=ALWAYS)
        case AnyOf(conditions):
            return _joined(_gathered(conditions), elements, within, sign=OR, empty=NEVER)
        case Not(Rule() as rule):
            return _said(rule, elements, within, how=_DENIED)
        case Not(inner):
            return f"het niet zo is dat {_inside(inner, elements, within)}"
        case Rule():
            return _said(condition, elements, within, how=_SAID)


def _joined(
    conditions: Sequence[Condition], elements: Elements, within: str, *, sign: str, empty: str
) -> str:
    if len(conditions) == 1:
        return phrase(conditions[0], elements, within=within)
    return sign.join(_inside(each, elements, within) for each in conditions) or empty


def _inside(condition: Condition, elements: Elements, within: str) -> str:
    said = phrase(condition, elements, within=within)
    is_group = isinstance(condition, AllOf | AnyOf) and len(condition.conditions) > 1
    return f"({said})" if is_group else said


def _gathered(conditions: Sequence[Condition]) -> Sequence[Condition]:
    """The same conditions; rules on one part for one answer each become one rule for more."""
    found: list[Condition] = []
    for each in conditions:
        last = found[-1] if found else None
        if isinstance(each, Rule) and isinstance(last, Rule) and _go_together(last, each):
            found[-1] = replace(last, value=(*_texts(last.value), *_texts(each.value)))
        else:
            found.append(each)
    return found


def _go_together(one: Rule, other: Rule) -> bool:
    same = replace(one, value=True) == replace(other, value=True)
    texts = isinstance(one.value, str | tuple) and isinstance(other.value, str)
    return same and texts and one.operator in {Operator.IS, Operator.INCLUDES}


def _said(rule: Rule, elements: Elements, within: str, *, how: "Mapping[Operator, str]") -> str:
    element = elements.get(rule.element)
    part = _part(element, rule)
    subject = _subject(rule, element, part, within)
    return how[rule.operator].format(subject=subject, value=_VALUES[rule.operator](rule, part))


def _part(element: Element | None, rule: Rule) -> Part | None:
    parts = element.parts if element else ()
    return next((part for part in parts if part.key == rule.part), None)


def _subject(rule: Rule, element: Element | None, part: Part | None, within: str) -> str:
    """What the rule looks at: a question, or one field of it."""
    if element is None:
        return GONE.format(name=_quoted(rule.element))
    name = _quoted(element.label)
    if rule.about is not None:
        name = DUTCH.label(name, rule.about)
    if not rule.part or (part and len(element.parts) == 1):
        return name
    field = _quoted(part.label or part.key) if part else GONE.format(name=_quoted(rule.part))
    question = f"de vraag {field}"
    return question if rule.element == within else f"bij {name} {question}"


def _quoted(text: str) -> str:
    return f"“{text}”"


def _texts(value: Operand) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _answer(rule: Rule, part: Part | None) -> str:
    """The answers of a rule by their words: `het antwoord “Huur” of “Koop”`."""
    if isinstance(rule.value, bool):
        return f"het antwoord {_quoted(DUTCH.yes if rule.value else DUTCH.no)}"
    if not isinstance(rule.value, str | tuple):
        return f"het antwoord {_quantity(rule, part)}"
    *others, last = [_choice(code, part) for code in _texts(rule.value)] or ["…"]
    return f"het antwoord {' of '.join([', '.join(others), last] if others else [last])}"


def _choice(code: str, part: Part | None) -> str:
    if code == UNKNOWN.value and (part is None or part.unknown):
        return _quoted(DUTCH.unknown)
    options = part.options if part else ()
    label = next((option.label for option in options if option.value == code), "")
    return _quoted(label) if label else GONE.format(name=_quoted(code))


def _quantity(rule: Rule, part: Part | None) -> str:
    """A number, an amount or a date in Dutch notation, with the part's unit."""
    value = rule.value
    if isinstance(value, date):
        return DUTCH.date(value)
    if not isinstance(value, int | Decimal):
        return str(value)
    if part is not None and part.type in {PartType.NUMBER, PartType.MONEY}:
        return DUTCH.value(part, value)
    return DUTCH.number(Decimal(value))


_SAID: Mapping[Operator, str] = {
    Operator.IS: "{subject} {value} heeft",
    Operator.IS_NOT: "{subject} een ander antwoord heeft dan {value}",
    Operator.ONE_OF: "{subject} {value} heeft",
    Operator.INCLUDES: "{subject} {value} bevat",
    Operator.LESS: "{subject} lager is dan {value}",
    Operator.MORE: "{subject} hoger is dan {value}",
    Operator.BEFORE: "{subject} vóór {value} ligt",
    Operator.AFTER: "{subject} na {value} ligt",
    Operator.AGE_UNDER: "{subject} een leeftijd onder {value} jaar geeft",
    Operator.AGE_FROM: "{subject} een leeftijd vanaf {value} jaar geeft",
    Operator.ANSWERED: "{subject} ingevuld is",
    Operator.COUNT_FROM: "{subject} minstens {value} keer ingevuld is",
}
_DENIED: Mapping[Operator, str] = {
    Operator.IS: "{subject} niet {value} heeft",
    Operator.IS_NOT: "{subject} geen ander antwoord heeft dan {value}",
    Operator.ONE_OF: "{subject} niet {value} heeft",
    Operator.INCLUDES: "{subject} niet {value} bevat",
    Operator.LESS: "{subject} niet lager is dan {value}",
    Operator.MORE: "{subject} niet hoger is dan {value}",
    Operator.BEFORE: "{subject} niet vóór {value} ligt",
    Operator.AFTER: "{subject} niet na {value} ligt",
    Operator.AGE_UNDER: "{subject} geen leeftijd onder {value} jaar geeft",
    Operator.AGE_FROM: "{subject} geen leeftijd vanaf {value} jaar geeft",
    Operator.ANSWERED: "{subject} niet ingevuld is",
    Operator.COUNT_FROM: "{subject} minder dan {value} keer ingevuld is",
}
_VALUES: Mapping[Operator, Callable[[Rule, Part | None], str]] = {
    **dict.fromkeys(Operator, _quantity),
    **dict.fromkeys((Operator.IS, Operator.ONE_OF, Operator.INCLUDES), _answer),
    Operator.IS_NOT: lambda rule, part: _answer(rule, part).removeprefix("het antwoord "),
    Operator.COUNT_FROM: lambda rule, _part: "één" if rule.value == 1 else str(rule.value),
}
