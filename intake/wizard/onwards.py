"""Where a button leads: the next question, the one before, the check page, the tasks."""

from django.http import HttpRequest
from django.urls import reverse

from intake.questionnaire import navigation
from intake.questionnaire.routing import Route
from intake.wizard.access import Intake

RETURN, TO_CHECK = "terug", "controleren"
"""Query and form field that say where saving leads, and its one value."""


def returns_to_check(request: HttpRequest) -> bool:
    """Whether somebody came from the check page to change one answer."""
    return TO_CHECK in {request.POST.get(RETURN), request.GET.get(RETURN)}


def url_of(name: str, intake: Intake, *place: object, returning: bool = False) -> str:
    """An address inside an intake; `returning` keeps the way back to the check page."""
    url = reverse(f"intake:{name}", args=[intake.id, *place])
    return f"{url}?{RETURN}={TO_CHECK}" if returning else url


def next_url(intake: Intake, *, after: str, before: Route, returning: bool) -> str:
    """The next thing to answer; the check page when there is nothing.

    `before`: the route before this page was saved. Who came from the check page to change
    an answer goes back there, by way of the follow-ups that the change called for; who
    came to give one that was missing gets what else is missing first.
    """
    if returning and not _called_for(intake.route, before=before, page=after):
        return url_of("check", intake)
    following = navigation.next_page(intake.route, after=None if returning else after)
    if following is None:
        return url_of("check", intake)
    return url_of("page", intake, following.key, returning=returning)


def _called_for(route: Route, *, before: Route, page: str) -> bool:
    """Whether to go on asking: the page was one that was missing, or its change opened more."""
    missing = {question.key for question in before.unanswered()}
    if any(question.page == page and question.key in missing for question in before.questions):
        return True
    return any(question.key not in missing for question in route.unanswered())


def previous_url(intake: Intake, *, before: str, returning: bool) -> str:
    """The page before; the check page for who came from there, the tasks before the first."""
    if returning:
        return url_of("check", intake)
    earlier = navigation.previous_page(intake.route, before=before)
    return url_of("page", intake, earlier.key) if earlier else url_of("tasks", intake)
