"""One page of questions: show it, save it, go on."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from intake.questionnaire import navigation
from intake.questionnaire.navigation import Page
from intake.questionnaire.validation import Raw
from intake.wizard import typed
from intake.wizard.access import Intake, with_intake
from intake.wizard.asking import NO_PROBLEMS, Found
from intake.wizard.calling import call_of, call_on_page, notice
from intake.wizard.onwards import next_url, previous_url, returns_to_check, url_of
from intake.wizard.pages import page_view
from intake.wizard.prefilling import is_closed, prefilled
from intake.wizard.problems import by_name
from intake.wizard.reading import read_questions
from intake.wizard.saving import raw_of, save
from intake.wizard.spoken import spoken
from intake.wizard.visitor import doorkeeper


@require_http_methods(["GET", "HEAD", "POST"])
@with_intake
def question_page(request: HttpRequest, intake: Intake, page: str) -> HttpResponse:
    """One question or one tight group."""
    screen = navigation.page(intake.route, page)
    if screen is None:
        return not_asked(request, intake, page)
    if is_closed(intake, screen.questions):
        return closed(request, intake, screen)
    # Also before saving: a form that skips the page must not fill in what a register knows.
    intake, down = prefilled(intake, screen.questions)
    if request.method == "POST":
        return _save(request, intake, screen)
    return _show(request, intake, screen, down)


def not_asked(request: HttpRequest, intake: Intake, page: str) -> HttpResponseRedirect:
    """A page that the answers, or another tab, made needless: say so. Unknown ones are a 404."""
    if all(question.page != page for question in intake.route.questionnaire.questions):
        raise Http404
    messages.info(request, _("That question is no longer needed, because of another answer."))
    return redirect("intake:tasks", intake.id)


def closed(request: HttpRequest, intake: Intake, screen: Page) -> HttpResponse:
    """A register's data asks for DigiD. The other questions do not; they can come first."""
    other = next(
        (
            each
            for each in navigation.pages(intake.route)
            if not is_closed(intake, each.questions)
            and not all(map(intake.route.is_answered, each.questions))
        ),
        None,
    )
    context = {
        "intake_id": intake.id,
        "page": page_view(intake, screen, [], returning=False),
        "step_up_url": doorkeeper().step_up_url(url_of("page", intake, screen.key)),
        "other_url": url_of("page", intake, other.key) if other else "",
    }
    return render(request, "intake/closed.html", context)


def _save(request: HttpRequest, intake: Intake, screen: Page) -> HttpResponse:
    raw = raw_of(request)
    reading = read_questions(screen.questions, raw, intake.route)
    saved = save(intake, reading.answers, page=screen.key)
    notice(request, before=intake, after=saved)
    typed.drop(request.session)
    if "autosave" in request.POST:
        # 202: what is in order is saved, what is half typed is not yet.
        return HttpResponse(
            status=HTTPStatus.ACCEPTED if reading.problems else HTTPStatus.NO_CONTENT
        )
    returning = returns_to_check(request)
    match request.POST.get("action"):
        case "previous":
            return redirect(previous_url(saved, before=screen.key, returning=returning))
        case "later":
            messages.success(request, _("Your answers are saved."))
            return redirect("intake:tasks", intake.id)
        case "stay":  # for another language; what is half typed is no mistake yet
            return _again(request, saved, screen, raw, judged=False)
    if reading.problems:
        return _again(request, saved, screen, raw, judged=True)
    return redirect(next_url(saved, after=screen.key, before=intake.route, returning=returning))


def _again(
    request: HttpRequest, intake: Intake, screen: Page, raw: Raw, *, judged: bool
) -> HttpResponseRedirect:
    """To the page once more, with what was sent in its inputs, right or wrong."""
    typed.keep(request.session, intake, screen.key, raw, questions=screen.questions, judged=judged)
    return redirect(url_of("page", intake, screen.key, returning=returns_to_check(request)))


def _show(
    request: HttpRequest, intake: Intake, screen: Page, down: tuple[str, ...]
) -> HttpResponse:
    """The page as it is stored; as it was typed when that was not in order."""
    was = typed.kept(request.session, intake, screen.key)
    found: Found = NO_PROBLEMS
    if was and was.judged:
        found = by_name(read_questions(screen.questions, was.raw, intake.route).problems)
    raw = was.raw if was else None
    asked = [spoken(each, intake, raw=raw, problems=found) for each in screen.questions]
    view = page_view(intake, screen, asked, returning=returns_to_check(request), down=down)
    call = call_of(intake, brief=True) if found else call_on_page(request, intake)
    context = {"intake_id": intake.id, "page": view, "call": call}
    return render(request, "intake/page.html", context)
