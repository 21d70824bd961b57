"""Two published versions of a topic, question by question, as a resident meets them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.catalogue.blocks.choices import PART_TYPES
from cms.catalogue.difference import WHAT
from cms.catalogue.history.marking import Piece, marked
from cms.catalogue.models import TopicIntake
from intake.catalogue.queries import catalogue_of, questionnaire_of, releases
from intake.questionnaire.authoring.alignment import Aligned, align, numbered
from intake.questionnaire.authoring.comparison import What
from intake.questionnaire.authoring.phrasing import Elements, elements_of, only_if
from intake.questionnaire.definition import Part, Topic
from intake.questionnaire.questions import Question

TYPES: Final[Mapping[str, Promise | str]] = dict(PART_TYPES)
Lines = Mapping[str, str]
"""What somebody reads, by what it is; in order."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One text on both sides."""

    label: str
    old: Sequence[Piece]
    new: Sequence[Piece]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One question on both sides; `what` is empty for what stayed as it was."""

    name: str
    what: Promise | str
    lines: Sequence[Line]


@dataclass(frozen=True, kw_only=True)
class Versions:
    """The two; `absent` are the numbers of versions without this topic."""

    topic: str
    old: int
    new: int
    absent: Sequence[int]
    rows: Sequence[Row]

    @property
    def equal(self) -> bool:
        """Whether a resident meets the same twice."""
        return not any(row.what for row in self.rows)


@dataclass(frozen=True)
class _Shown:
    """What one version has to show: a text by its identity, each with its name."""

    name: str
    lines: Lines


def topics() -> Sequence[tuple[str, str]]:
    """Every topic there is to choose."""
    return [*TopicIntake.objects.values_list("key", "name")]


def versions(topic: str, *, old: int, new: int) -> Versions:
    """A topic in two releases, by their numbers."""
    ids = {each.number: each.id for each in releases()}
    sides = {number: _shown(ids[number], topic) for number in (old, new)}
    aligned = [*align(sides[old], sides[new])]
    return Versions(
        topic=topic,
        old=old,
        new=new,
        absent=[number for number in sides if not sides[number]],
        rows=[_row(each) for each in _in_order(aligned, [*sides[old].values()])],
    )


def _in_order(
    aligned: Sequence[Aligned[_Shown]], old: Sequence[_Shown]
) -> Sequence[Aligned[_Shown]]:
    """The new order, with what left right behind what it stood behind."""
    rows = [each for each in aligned if each.new is not None]
    for gone in (each for each in aligned if each.new is None):
        before = [id(each) for each in old[: _place(old, gone.old)]]
        behind = [at for at, row in enumerate(rows) if id(row.old) in before]
        rows.insert(max(behind, default=-1) + 1, gone)
    return rows


def _place(old: Sequence[_Shown], shown: _Shown | None) -> int:
    return next(at for at, each in enumerate(old) if each is shown)


def _shown(release_id: UUID, topic: str) -> Mapping[tuple[str, int], _Shown]:
    """What a resident meets in a release, in order; nothing where it has no such topic."""
    catalogue = catalogue_of(release_id)
    found = {each.key: each for each in catalogue.topics}
    if topic not in found:
        return {}
    elements = elements_of(catalogue)
    questions = questionnaire_of(release_id, [topic]).questions
    shown = [("", _Shown(found[topic].name, dict(_of_topic(found[topic]))))]
    shown += [
        (str(each.key), _Shown(each.element.label, dict(_of_question(each, elements))))
        for each in questions
    ]
    return numbered(shown)


def _of_topic(topic: Topic) -> Iterator[tuple[str, str]]:
    yield str(_("Summary")), topic.summary
    yield str(_("Papers")), "; ".join(topic.papers)
    yield str(_("What happens next")), topic.next_step


def _of_question(question: Question, elements: Elements) -> Iterator[tuple[str, str]]:
    element = question.element
    yield str(_("Question")), question.text
    yield str(_("Help")), element.help
    yield str(_("Why we ask this")), element.why
    for number, part in enumerate(element.parts, start=1):
        yield f"{_('Field')} {number}", _of_part(part)
    for need in question.needs:
        if need.when is not None:
            yield str(_("Asked only if")), only_if(need.when, elements)


def _of_part(part: Part) -> str:
    options = " / ".join(each.label for each in part.options)
    example = f"{_('example')}: {part.example}" if part.example else ""
    texts = [part.label, str(TYPES[part.type]), part.help, example, options]
    return ". ".join(text.rstrip(".") for text in texts if text)


def _row(each: Aligned[_Shown]) -> Row:
    old = each.old.lines if each.old else {}
    new = each.new.lines if each.new else {}
    lines = [_line(label, old.get(label, ""), new.get(label, "")) for label in {**new, **old}]
    return Row(
        name=each.either.name,
        what=_what(each),
        lines=[line for line in lines if line.old or line.new],
    )


def _line(label: str, old: str, new: str) -> Line:
    left, right = marked(old, new)
    return Line(label=label, old=left, new=right)


def _what(each: Aligned[_Shown]) -> Promise | str:
    if each.old is None:
        return WHAT[What.ADDED]
    if each.new is None:
        return WHAT[What.REMOVED]
    if each.old.lines != each.new.lines:
        return WHAT[What.CHANGED]
    return WHAT[What.MOVED] if each.moved else ""
