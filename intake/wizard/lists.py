"""The items of a list (children, debts), each on a page of its own.

A list question stands alone on its page. Two tabs may change one list: every form
tells how many items it saw, and after another change the list is shown anew.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from intake.questionnaire import navigation
from intake.questionnaire.entry import shown_item
from intake.questionnaire.navigation import Page
from intake.questionnaire.questions import Question
from intake.questionnaire.validation import Raw
from intake.wizard.access import Intake, with_intake
from intake.wizard.asking import NO_PROBLEMS, Found, cards
from intake.wizard.familiar import PARAMETER, familiar
from intake.wizard.onwards import returns_to_check, url_of
from intake.wizard.pages import page_view
from intake.wizard.prefilling import is_closed, prefilled
from intake.wizard.problems import by_name
from intake.wizard.questions import closed, not_asked
from intake.wizard.reading import (
    is_register_value,
    items_of,
    prefix_of,
    read_item,
    without_item,
)
from intake.wizard.saving import raw_of, save
from intake.wizard.spoken import spoken_item

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """What an item's page shows of its list: its own heading, and "remove this one?"."""

    heading: str
    question: str
    total: int
    url: str


def _with_place(view: Callable[[HttpRequest, Place], HttpResponse]) -> Callable[..., HttpResponse]:
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
            return redirect(_list_url(request, intake, screen))
        if number > total:
            raise Http404
        if not number and _is_full(question, total):
            return redirect(_list_url(request, intake, screen))
        place = number - 1 if number else total
        return view(
            request,
            Place(intake=intake, screen=screen, question=question, number=place, total=total),
        )

    return placed


@_with_place
def item_page(request: HttpRequest, place: Place) -> HttpResponse:
    """Add or change one item."""
    if request.method != "POST":
        return _show_item(request, place, raw=_known_before(request, place))
    raw = raw_of(request)
    if request.POST.get("action") == "stay":  # for another language
        return _show_item(request, place, raw=raw)
    reading = read_item(place.question, place.number, raw, place.intake.route)
    if reading.problems:
        return _show_item(request, place, raw=raw, problems=by_name(reading.problems))
    save(place.intake, reading.answers, page=place.screen.key)
    return redirect(_list_url(request, place.intake, place.screen))


def _known_before(request: HttpRequest, place: Place) -> Raw | None:
    """The form with what is known of somebody named elsewhere; None to show what is stored."""
    question, route = place.question, place.intake.route
    wanted = request.GET.get(PARAMETER)
    if place.number < place.total or not wanted:
        return None
    for each in familiar(question, route):
        if str(each.number) == wanted:
            [key] = route.keys_of(question)
            prefix = f"{prefix_of(key)}.{place.number}"
            return shown_item(question.element.parts, each.item, prefix=prefix)
    return None


@_with_place
def remove_page(request: HttpRequest, place: Place) -> HttpResponse:
    """Show what would go, then take it out."""
    intake, screen = place.intake, place.screen
    if place.number == place.total:
        raise Http404
    if request.method == "POST":
        save(intake, without_item(place.question, place.number, intake.route), page=screen.key)
        return redirect(_list_url(request, intake, screen))
    [key] = intake.route.keys_of(place.question)
    item = items_of(key, intake.route)[place.number]
    context = {
        "intake_id": intake.id,
        "page": page_view(intake, screen, [], returning=returns_to_check(request)),
        "card": cards(place.question, (item,))[0],
        "list": _list_view(request, place),
    }
    return render(request, "intake/remove.html", context)


def _show_item(
    request: HttpRequest, place: Place, *, raw: Raw | None = None, problems: Found = NO_PROBLEMS
) -> HttpResponse:
    intake, number = place.intake, place.number
    asked = spoken_item(place.question, number, intake, raw=raw, problems=problems)
    context = {
        "intake_id": intake.id,
        "page": page_view(intake, place.screen, [asked], returning=returns_to_check(request)),
        "asked": asked,
        "list": _list_view(request, place),
    }
    return render(request, "intake/item.html", context)


def _list_view(request: HttpRequest, place: Place) -> ListView:
    repeat = place.question.element.repeat
    item = {"item": repeat.item if repeat else "", "number": place.number + 1}
    return ListView(
        heading=(_("%(item)s %(number)s") % item).capitalize(),
        question=_("Remove %(item)s %(number)s?") % item,
        total=place.total,
        url=_list_url(request, place.intake, place.screen),
    )


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


def _list_url(request: HttpRequest, intake: Intake, screen: Page) -> str:
    return url_of("page", intake, screen.key, returning=returns_to_check(request))
