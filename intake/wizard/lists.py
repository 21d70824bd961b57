"""The items of a list (children, debts), each on a page of its own."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from intake.questionnaire.entry import shown_item
from intake.questionnaire.validation import Raw
from intake.wizard import typed
from intake.wizard.asking import NO_PROBLEMS, Found, cards
from intake.wizard.familiar import PARAMETER, familiar
from intake.wizard.onwards import returns_to_check
from intake.wizard.pages import page_view
from intake.wizard.places import Place, list_url, with_place
from intake.wizard.problems import by_name
from intake.wizard.reading import (
    items_of,
    prefix_of,
    read_item,
    without_item,
)
from intake.wizard.saving import raw_of, save
from intake.wizard.spoken import spoken_item


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """What an item's page shows of its list: its own heading, and "remove this one?"."""

    heading: str
    question: str
    total: int
    url: str


@with_place
def item_page(request: HttpRequest, place: Place) -> HttpResponse:
    """Add or change one item."""
    if request.method != "POST":
        return _show_item(request, place)
    raw = raw_of(request)
    typed.drop(request.session)
    if request.POST.get("action") == "stay":  # for another language
        return _again(request, place, raw, judged=False)
    reading = read_item(place.question, place.number, raw, place.intake.route)
    if reading.problems:
        return _again(request, place, raw, judged=True)
    save(place.intake, reading.answers, page=place.screen.key)
    return redirect(list_url(request, place.intake, place.screen))


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


@with_place
def remove_page(request: HttpRequest, place: Place) -> HttpResponse:
    """Show what would go, then take it out."""
    intake, screen = place.intake, place.screen
    if place.number == place.total:
        raise Http404
    if request.method == "POST":
        save(intake, without_item(place.question, place.number, intake.route), page=screen.key)
        return redirect(list_url(request, intake, screen))
    [key] = intake.route.keys_of(place.question)
    item = items_of(key, intake.route)[place.number]
    context = {
        "intake_id": intake.id,
        "page": page_view(intake, screen, [], returning=returns_to_check(request)),
        "card": cards(place.question, (item,))[0],
        "list": _list_view(request, place),
    }
    return render(request, "intake/remove.html", context)


def _again(request: HttpRequest, place: Place, raw: Raw, *, judged: bool) -> HttpResponseRedirect:
    """To the item once more, with what was sent in its inputs."""
    typed.keep(
        request.session,
        place.intake,
        place.key,
        raw,
        questions=(place.question,),
        judged=judged,
    )
    return redirect(request.get_full_path())


def _show_item(request: HttpRequest, place: Place) -> HttpResponse:
    intake, number = place.intake, place.number
    was = typed.kept(request.session, intake, place.key)
    found: Found = NO_PROBLEMS
    if was and was.judged:
        found = by_name(read_item(place.question, number, was.raw, intake.route).problems)
    raw = was.raw if was else _known_before(request, place)
    asked = spoken_item(place.question, number, intake, raw=raw, problems=found)
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
        url=list_url(request, place.intake, place.screen),
    )
