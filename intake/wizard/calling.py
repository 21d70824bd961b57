"""Calling instead of waiting: what an intake in which something threatens says on every page."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from intake.catalogue.municipality import Municipality
from intake.catalogue.queries import municipality_of
from intake.questionnaire.routing import Route
from intake.wizard.access import Intake
from intake.wizard.alarms import Threat, threats
from intake.wizard.telephone import Line, line

KEY = "intake_call"
"""In the session: the intake of which an answer just became urgent. Never which, or why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What threatens, and whom to call. `brief`: a reminder, where it was said in full before."""

    threats: tuple[Threat, ...]
    phone: str
    line: Line
    brief: bool


def call_of(intake: Intake, *, brief: bool = False) -> Call | None:
    """None as long as nothing threatens."""
    found = threats(intake.route)
    if not found:
        return None
    receiver = municipality_of(intake.draft.release_id)
    return Call(
        threats=found, phone=receiver.phone, line=line_of(receiver, now=intake.now), brief=brief
    )


def line_of(receiver: Municipality, *, now: datetime) -> Line:
    """The municipality's telephone at one moment."""
    return line(receiver.opening_hours, now=now)


def notice(request: HttpRequest, *, before: Intake, after: Intake) -> None:
    """Remember that what was just saved made the intake urgent: the next page says so in full.

    In the session, because the page that follows an answer is not the same for everybody.
    """
    if _urgent(after.route) - _urgent(before.route):
        request.session[KEY] = str(after.id)


def call_on_page(request: HttpRequest, intake: Intake) -> Call | None:
    """In full on the first page after `notice`, in brief on the others."""
    fresh = request.session.get(KEY) == str(intake.id)
    if fresh:
        del request.session[KEY]
    return call_of(intake, brief=not fresh)


def _urgent(route: Route) -> frozenset[str]:
    topics = route.questionnaire.topics
    return frozenset(topic.key for topic in topics if route.is_urgent(topic.key))
