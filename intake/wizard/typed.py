"""What somebody typed that is not in order: kept until its page is shown once more.

A form that is not in order leads to its own page again, so that the browser's Back never
comes upon the answer to a form. In between what was typed stands in the session, sealed with
the key of its draft and bound to its page: whoever reads sessions reads nothing.
"""

import base64
import json
from dataclasses import dataclass, field

from django.contrib.sessions.backends.base import SessionBase

from intake.questionnaire.questions import Question
from intake.questionnaire.validation import Raw
from intake.vault.sealing import Opening, Place, Unsealable, open_sealed, seal
from intake.wizard.access import Intake

KEY = "intake_typed"
LARGEST = 200_000
"""Characters; nobody types more, and a session is read with every page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the page's inputs held. `judged`: its mistakes are shown; else it only comes along."""

    raw: Raw = field(repr=False)
    judged: bool


def keep(
    session: SessionBase,
    intake: Intake,
    place: str,
    raw: Raw,
    *,
    questions: tuple[Question, ...],
    judged: bool = True,
) -> None:
    """Keep what was typed at a place: a page, or an item on it. One at a time is kept."""
    names = tuple(f"{question.key}." for question in questions)
    own = {name: list(values) for name, values in raw.items() if name.startswith(names)}
    plaintext = json.dumps({"raw": own, "judged": judged})
    if len(plaintext) > LARGEST:
        plaintext = json.dumps({"raw": {}, "judged": judged})
    sealed = seal(intake.draft.data_key, plaintext=plaintext.encode(), place=_place(intake, place))
    session[KEY] = {"at": _at(intake, place), "sealed": base64.b64encode(sealed).decode()}


def kept(session: SessionBase, intake: Intake, place: str) -> Typed | None:
    """What was kept of this place, if anything; it stays until something else is sent."""
    found = session.get(KEY)
    if not found or found["at"] != _at(intake, place):
        return None
    opening = Opening(
        actor=f"user:{intake.visitor.user_id}",
        purpose="own intake",
        subject=f"draft:{intake.id}",
        at=intake.now,
    )
    try:
        plaintext = open_sealed(
            intake.draft.data_key,
            sealed=base64.b64decode(found["sealed"]),
            place=_place(intake, place),
            opening=opening,
        )
    except Unsealable:
        return None
    return Typed(**json.loads(plaintext))


def drop(session: SessionBase) -> None:
    """Something newer was sent."""
    session.pop(KEY, None)


def _at(intake: Intake, place: str) -> str:
    return f"{intake.id}/{place}"


def _place(intake: Intake, place: str) -> Place:
    return Place("sessions", KEY, _at(intake, place))
