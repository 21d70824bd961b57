"""The parts of a question as controls that the `ui` components can show.

Everything a control holds is raw form data: what was just sent, or what the engine
says a form must hold to show a stored answer.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from intake.questionnaire.answers import UNKNOWN
from intake.questionnaire.codes import PartType
from intake.questionnaire.definition import Part
from intake.questionnaire.entry import DATE_INPUTS
from intake.questionnaire.offering import goes_without_saying
from intake.questionnaire.validation import Problem, Raw
from intake.wizard.choices import CHOSEN, offered, shown_when, words_of_when
from intake.wizard.problems import text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to tick; `name` is the input's."""

    value: str
    label: str
    id: str
    name: str
    help: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePart:
    """Day, month or year."""

    name: str
    id: str
    label: str
    value: str
    autocomplete: str
    invalid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """An input with everything around it; attributes as the `field` component reads them.

    `target` is the id of what gets the focus first. `when_words` says to who has no scripts
    when it applies.
    """

    name: str
    id: str
    type: str
    label: str
    target: str
    value: str = ""
    help: str = ""
    error: str = ""
    options: tuple[Choice, ...] = ()
    parts: tuple[DatePart, ...] = ()
    unknown: Choice | None = None
    optional: bool = False
    hide_label: bool = False
    autocomplete: str = ""
    unit: str = ""
    when_part: str = ""
    when_values: tuple[str, ...] = ()
    when_words: str = ""


def id_of(name: str) -> str:
    """An input's id: its name without the signs that mean something in a selector."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", name)


def controls(
    parts: Sequence[Part],
    *,
    prefix: str,
    raw: Raw,
    problems: Mapping[str, Problem],
    question: str,
) -> tuple[Control, ...]:
    """The parts of one item; `question` is the label of a part that has none of its own."""
    by_key = {part.key: part for part in parts}
    return tuple(
        _control(part, by_key, prefix=prefix, raw=raw, problems=problems, question=question)
        for part in parts
        if len(parts) == 1 or not goes_without_saying(part)
    )


def _control(
    part: Part,
    siblings: Mapping[str, Part],
    *,
    prefix: str,
    raw: Raw,
    problems: Mapping[str, Problem],
    question: str,
) -> Control:
    name = f"{prefix}.{part.key}"
    options = tuple(_options(part, name, raw))
    problem = problems.get(name)
    dates = tuple(_date_parts(part, name, raw, problem)) if part.type is PartType.DATE else ()
    unknown = _unknown(part, name, raw)
    depends_on, values = shown_when(part.when, siblings)
    first = dates[0].id if dates else options[0].id if options else id_of(name)
    return Control(
        name=name,
        id=id_of(name),
        type=part.type.value,
        label=part.label or question,
        target=first,
        value=" ".join(raw.get(name, ())),
        help=_help(part),
        error=text_of(problem, chosen=part.type in CHOSEN) if problem else "",
        options=options,
        parts=dates,
        unknown=unknown,
        optional=not part.required,
        autocomplete=part.autocomplete,
        unit=part.unit,
        when_part=f"{prefix}.{depends_on}" if depends_on else "",
        when_values=values,
        when_words=words_of_when(siblings[depends_on], values, question) if depends_on else "",
    )


def _help(part: Part) -> str:
    example = _("Example: %(example)s") % {"example": part.example} if part.example else ""
    return " ".join(filter(None, (part.help, example)))


def _options(part: Part, name: str, raw: Raw) -> Iterator[Choice]:
    given = raw.get(name, ())
    for option in offered(part):
        yield Choice(
            value=option.value,
            label=option.label,
            help=option.help,
            id=id_of(f"{name}-{option.value}"),
            name=name,
            checked=option.value in given,
        )


def _unknown(part: Part, name: str, raw: Raw) -> Choice | None:
    """“I don't know”: one more choice, or a box beside what can be typed."""
    if not part.unknown:
        return None
    own_name = name if part.type in CHOSEN else f"{name}.{UNKNOWN.value}"
    return Choice(
        value=UNKNOWN.value,
        label=_("I don't know"),
        id=id_of(f"{name}-{UNKNOWN.value}"),
        name=own_name,
        checked=UNKNOWN.value in raw.get(own_name, ()),
    )


def _date_parts(part: Part, name: str, raw: Raw, problem: Problem | None) -> Iterator[DatePart]:
    words = (("day", _("Day")), ("month", _("Month")), ("year", _("Year")))
    missing = problem.params.get("missing", "").split(", ") if problem else []
    for key, (token, label) in zip(DATE_INPUTS, words, strict=True):
        yield DatePart(
            name=f"{name}.{key}",
            id=id_of(f"{name}.{key}"),
            label=label,
            value=" ".join(raw.get(f"{name}.{key}", ())),
            autocomplete=f"{part.autocomplete}-{token}" if part.autocomplete else "",
            invalid=problem is not None and (missing == [""] or key in missing),
        )
