"""Where an item of a list stands, found by the address of its page.

A list question stands alone on its page. Two tabs may change one list: every form
tells how many items it saw, and after another change the list is shown anew.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from intake.questionnaire import navigation
from intake.questionnaire.navigation import Page
from intake.questionnaire.questions import Question
from intake.wizard.access import Intake, with_intake
from intake.wizard.onwards import returns_to_check, url_of
from intake.wizard.prefilling import is_closed, prefilled
from intake.wizard.questions import closed, not_asked
from intake.wizard.reading import is_register_value, items_of

SEEN = "aantal"
"""Form field: how many items the list had when the form was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An item's place in the list of a page, from 0; behind the last it is a new one."""

    intake: Intake
    screen: Page
    question: Question
    number: int
    total: int

    @property
    def key(self) -> str:
        """What tells this place from any other in the intake."""
        return f"{self.screen.key}/{self.number}"


def with_place(view: Callable[[HttpRequest, Place], HttpResponse]) -> Callable[..., HttpResponse]:
    """Find the item of the address (from 1; none: a new one), or say that the list changed."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @with_intake
    @wraps(view)
    def placed(request: HttpRequest, intake: Intake, page: str, number: int = 0) -> HttpResponse:
        screen = navigation.page(intake.route, page)
        if screen is None:
            return not_asked(request, intake, page)
        if is_closed(intake, screen.questions):
            return closed(request, intake, screen)
        intake, _down = prefilled(intake, screen.questions)
        question, total = _list_on(screen, intake)
        if request.method == "POST" and request.POST.get(SEEN) != str(total):
            messages.warning(request, _("The list was changed meanwhile. Look at it once more."))
            return redirect(list_url(request, intake, screen))
        if number > total:
            raise Http404
        if not number and _is_full(question, total):
            return redirect(list_url(request, intake, screen))
        place = number - 1 if number else total
        return view(
            request,
            Place(intake=intake, screen=screen, question=question, number=place, total=total),
        )

    return placed


def _is_full(question: Question, total: int) -> bool:
    """Whether a list takes no more items."""
    repeat = question.element.repeat
    return repeat is not None and total >= repeat.maximum


def _list_on(screen: Page, intake: Intake) -> tuple[Question, int]:
    """The list of a page that the resident may change, and how many items it has."""
    for question in screen.questions:
        if question.element.repeat is None:
            continue
        [key] = intake.route.keys_of(question)
        if not is_register_value(question, intake.route.answers.get(key)):
            return question, len(items_of(key, intake.route))
    raise Http404


def list_url(request: HttpRequest, intake: Intake, screen: Page) -> str:
    """The page of the list, with the way back to the check page."""
    return url_of("page", intake, screen.key, returning=returns_to_check(request))
