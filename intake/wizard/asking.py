"""From a question, the answers so far and what was just sent to what its page shows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from intake.catalogue.translations import words_of
from intake.questionnaire.answers import Answer, AnswerKey, Item
from intake.questionnaire.codes import Operator, PartType, Reuse, Scope
from intake.questionnaire.definition import Option, Part, Repeat, Rule
from intake.questionnaire.entry import YES, shown_item
from intake.questionnaire.questions import Question
from intake.questionnaire.routing import RESIDENT, Route
from intake.questionnaire.summary import Row, rows_of
from intake.questionnaire.validation import LONGEST_CORRECTION, Problem, Raw
from intake.wizard.asked import Asked, Card, Group, Known, Line, Listed
from intake.wizard.familiar import familiar
from intake.wizard.fields import controls, id_of
from intake.wizard.reading import is_register_value, items_of, prefix_of

Found = Mapping[str, Problem]
"""The first problem of each input, by its name."""
NO_PROBLEMS: Found = {}


def ask(
    question: Question, route: Route, *, raw: Raw | None = None, problems: Found = NO_PROBLEMS
) -> Asked:
    """A question on its page. `raw`: what was just sent; None shows the stored answer."""
    keys = route.keys_of(question)
    if question.element.scope is Scope.RECIPIENT:
        groups = tuple(_group(question, key, route, raw=raw, problems=problems) for key in keys)
        return replace(_bare(question, route), groups=groups)
    [key] = keys
    given = route.answers.get(key)
    asked = _with_origin(_bare(question, route), given)
    if given is not None and is_register_value(question, given):
        return replace(asked, known=_known(question, key, given, raw=raw, problems=problems))
    if (repeat := route.as_asked(question, key).element.repeat) is not None:
        return replace(asked, listed=_listed(question, repeat, route, problems=problems))
    group = _group(question, key, route, raw=raw, problems=problems)
    return replace(asked, groups=(group,))


def ask_item(
    question: Question,
    number: int,
    route: Route,
    *,
    raw: Raw | None = None,
    problems: Found = NO_PROBLEMS,
) -> Asked:
    """One item of a list on a page of its own, from 0; one behind the last is new."""
    [key] = route.keys_of(question)
    question = route.as_asked(question, key)
    prefix, items = f"{prefix_of(key)}.{number}", items_of(key, route)
    if raw is None:
        item: Item = items[number] if number < len(items) else {}
        raw = shown_item(question.element.parts, item, prefix=prefix)
    inputs = controls(
        question.element.parts, prefix=prefix, raw=raw, problems=problems, question=question.text
    )
    return replace(_bare(question, route), groups=(Group(heading="", controls=inputs),))


def cards(question: Question, items: tuple[Item, ...]) -> tuple[Card, ...]:
    """Items in words, in their order."""
    rows = rows_of(question, items, words=words_of(get_language()))
    return tuple(
        Card(heading=heading, lines=tuple(map(_line, group)))
        for heading, group in groupby(rows, key=lambda row: row.item)
    )


def _line(row: Row) -> Line:
    return Line(row.label, tuple(row.text.splitlines()))


def _bare(question: Question, route: Route) -> Asked:
    """The words around a question, without its inputs."""
    names = {topic.key: topic.name for topic in route.questionnaire.topics}
    needed_by = route.needed_by(question)
    return Asked(
        element=question.element.key,
        id=id_of(str(question.key)),
        label=question.element.label,
        text=question.text,
        help=question.element.help,
        why=question.element.why,
        needed_by=needed_by,
        topics=tuple(names[key] for key in needed_by),
    )


def _with_origin(asked: Asked, given: Answer | None) -> Asked:
    """The same with where the value comes from, when not from the resident."""
    if given is None or given.source == RESIDENT:
        return asked
    name = words_of(get_language()).sources.get(given.source, given.source)
    return replace(asked, source=given.source, source_name=name, as_of=given.as_of)


def _group(
    question: Question, key: AnswerKey, route: Route, *, raw: Raw | None, problems: Found
) -> Group:
    question, prefix = route.as_asked(question, key), prefix_of(key)
    if raw is None:
        items = items_of(key, route)
        raw = shown_item(question.element.parts, items[0] if items else {}, prefix=prefix)
    inputs = controls(
        question.element.parts, prefix=prefix, raw=raw, problems=problems, question=question.text
    )
    names = {each.key: each.name for each in route.questionnaire.recipients}
    heading = _("For %(recipient)s") % {"recipient": names[key.recipient]} if key.recipient else ""
    return Group(heading=heading, controls=inputs)


def _known(
    question: Question, key: AnswerKey, given: Answer, *, raw: Raw | None, problems: Found
) -> Known:
    asks = question.element.reuse is not Reuse.REUSE
    prefix, parts = prefix_of(key), tuple(_confirmation(question.element.label)) if asks else ()
    if raw is None:
        raw = shown_item(parts, _judgement(given), prefix=prefix)
    repeat = question.element.repeat
    return Known(
        cards=cards(question, given.items),
        none=repeat.none if repeat and not given.items else "",
        controls=controls(parts, prefix=prefix, raw=raw, problems=problems, question=""),
    )


def _confirmation(label: str) -> Iterator[Part]:
    """“Is this right?” as parts, so that they are shown as any other; keys as in `validation`."""
    yield Part(
        key="klopt",
        type=PartType.YES_NO,
        label=_("%(label)s: is this right?") % {"label": label},
    )
    yield Part(
        key="correctie",
        type=PartType.STORY,
        label=_("%(label)s: what is not right?") % {"label": label},
        help=_("We pass this on. It does not change the register by itself."),
        max_length=LONGEST_CORRECTION,
        when=Rule(element="", part="klopt", operator=Operator.IS, value=False),
    )


def _judgement(given: Answer) -> Item:
    if given.correction:
        return {"klopt": False, "correctie": given.correction}
    return {"klopt": True} if given.confirmed else {}


def _listed(question: Question, repeat: Repeat, route: Route, *, problems: Found) -> Listed:
    """What there is so far, or the box that there is nothing."""
    prefix = str(question.key)
    given = route.answers.get(AnswerKey(question.key))
    if given is not None and given.items:
        add = repeat.add if len(given.items) < repeat.maximum else ""
        known = familiar(question, route) if add else ()
        return Listed(cards=cards(question, given.items), add=add, familiar=known, none=None)
    add = capfirst(_("add %(item)s") % {"item": repeat.item})
    known = familiar(question, route)
    if not repeat.none:
        error = _("Add %(item)s.") % {"item": repeat.item} if prefix in problems else ""
        return Listed(cards=(), add=add, familiar=known, none=None, error=error)
    none = Part(key="none", type=PartType.CHOICES, options=(Option(value=YES, label=repeat.none),))
    said = {f"{prefix}.none": [YES]} if given is not None else {}
    [control] = controls((none,), prefix=prefix, raw=said, problems={}, question=question.text)
    told = {"item": repeat.item, "none": repeat.none}
    message = _("Add %(item)s, or tick: %(none)s.") % told if prefix in problems else ""
    return Listed(
        cards=(),
        add=add,
        familiar=known,
        none=replace(control, hide_label=True, error=message),
    )
