"""A question as it stands on a page: everything its template shows, in words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from intake.questionnaire.words import labelled
from intake.wizard.familiar import Familiar
from intake.wizard.fields import Control
from intake.wizard.problems import Mistake


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The inputs of one answer; `heading` names the recipient it is for, if one."""

    heading: str
    controls: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A value in words, as the `summary_list` component reads it."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One item in words. Only an item of a list has a heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A value that a register gave, and "is this right?". `none`: it says there is nothing."""

    cards: tuple[Card, ...]
    none: str
    controls: tuple[Control, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list: its items so far, else "there are none". `add` is empty when it is full.

    `familiar`: who was named elsewhere in this intake and may be added here. `none` is also
    None where a topic needs at least one; `error` then says so.
    """

    cards: tuple[Card, ...]
    add: str
    familiar: tuple[Familiar, ...]
    none: Control | None
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalInput:
    """An input in Dutch, to read beside its translation."""

    label: str
    help: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A question in Dutch, to read beside its translation."""

    text: str
    help: str
    inputs: tuple[OriginalInput, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question; exactly one of `groups`, `known` and `listed` is filled.

    `source` and `as_of` belong to a value that did not come from the resident.
    `language`: the code of the one it is in; `original`: the Dutch, where that is another.
    """

    element: str
    id: str
    label: str
    text: str
    help: str
    why: str
    needed_by: tuple[str, ...]
    topics: tuple[str, ...]
    language: str = ""
    original: Original | None = None
    source: str = ""
    source_name: str = ""
    as_of: date | None = None
    groups: tuple[Group, ...] = ()
    known: Known | None = None
    listed: Listed | None = None

    @property
    def told_apart(self) -> bool:
        """Whether every recipient has its own part."""
        return any(group.heading for group in self.groups)

    @property
    def controls(self) -> tuple[Control, ...]:
        """The inputs of a question that is told to all alike."""
        return self.groups[0].controls

    @property
    def lone(self) -> Control | None:
        """The one input whose label is the question itself, when that is all there is."""
        if not self.groups or self.told_apart or len(self.controls) > 1:
            return None
        [only] = self.controls
        if only.label != self.text:
            return None
        return replace(only, help=" ".join(filter(None, (self.help, only.help))))

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Lines for the error summary, in the order of the inputs."""
        found = tuple(
            Mistake(id=each.target, message=labelled(label, each.error))
            for label, each in self._labelled()
            if each.error
        )
        if self.listed and self.listed.error:
            message = labelled(self.text, self.listed.error)
            return (*found, Mistake(id=f"{self.id}-add", message=message))
        return found

    def _labelled(self) -> Iterator[tuple[str, Control]]:
        """Inputs with a label that also tells them apart outside their group."""
        for group in self.groups:
            start = f"{group.heading} – " if group.heading else ""
            yield from ((f"{start}{each.label}", each) for each in group.controls)
        if self.known:
            yield from ((self.label, each) for each in self.known.controls)
        if self.listed and self.listed.none:
            yield self.text, self.listed.none
