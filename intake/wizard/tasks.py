"""The task list: where an intake stands, what can be done, and which topics it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from intake.actions.change_topics import change_topics
from intake.questionnaire import compose, navigation
from intake.questionnaire.navigation import State, Task
from intake.wizard.access import Intake, with_intake
from intake.wizard.calling import call_of
from intake.wizard.onwards import url_of
from intake.wizard.pages import questions_left, task_titles
from intake.wizard.prefilling import is_closed
from intake.wizard.topics import (
    NOTHING,
    PARAMETER,
    TopicChoice,
    known,
    nothing_chosen,
    topic_choice,
)

HINTS: Final[Mapping[str, Promise]] = {
    compose.ABOUT_YOU: gettext_lazy("For all your topics together"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """A task as the `task_list` component reads it."""

    key: str
    title: str
    url: str
    state: str
    hint: str


@require_safe
@with_intake
def task_list(request: HttpRequest, intake: Intake) -> HttpResponse:
    """Everything there is to do, in any order."""
    tasks = navigation.tasks(intake.route)
    following = navigation.next_page(intake.route, after=intake.draft.last_page or None)
    context = {
        "intake_id": intake.id,
        "call": call_of(intake),
        "topics": intake.route.questionnaire.topics,
        "tasks": [_task_view(intake, task) for task in tasks],
        "left": questions_left(intake.route),
        "done": sum(task.state is State.DONE for task in tasks),
        "kept_until": intake.draft.expires_at,
        "next_url": url_of("page", intake, following.key) if following else "",
        "check_url": url_of("check", intake),
        "papers_url": url_of("papers", intake),
        "topics_url": url_of("topics", intake),
    }
    return render(request, "intake/tasks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_intake
def topics_page(request: HttpRequest, intake: Intake) -> HttpResponse:
    """Add or drop topics; answers that no topic asks for go with the topic."""
    chosen = {topic.key for topic in intake.route.questionnaire.topics}
    if request.method != "POST":
        missing = request.GET.getlist(PARAMETER) == [NOTHING]
        ticked = () if missing else chosen
        choice = topic_choice(intake.draft.release_id, ticked, missing=missing)
        return _show_topics(request, intake, choice)
    wanted, _unknown = known(intake.draft.release_id, request.POST.getlist(PARAMETER))
    if not wanted:
        return redirect(nothing_chosen(url_of("topics", intake)))
    change_topics(
        draft_id=intake.id,
        user_id=intake.visitor.user_id,
        assurance=intake.visitor.level,
        topic_keys=wanted,
        now=intake.now,
    )
    messages.success(request, _("Your topics are changed. Your other answers are kept."))
    return redirect("intake:tasks", intake.id)


def _show_topics(request: HttpRequest, intake: Intake, choice: TopicChoice) -> HttpResponse:
    context = {"intake_id": intake.id, "choice": choice, "back_url": url_of("tasks", intake)}
    return render(request, "intake/topics.html", context)


def _task_view(intake: Intake, task: Task) -> TaskView:
    """A task leads to its first open page; a finished one to its first page."""
    open_pages = (
        page for page in task.pages if not all(map(intake.route.is_answered, page.questions))
    )
    page = next(open_pages, task.pages[0])
    hint = HINTS.get(task.key, "")
    if is_closed(intake, page.questions):
        hint = _("For some of these questions you log in with DigiD")
    return TaskView(
        key=task.key,
        title=task_titles(intake.route.questionnaire)[task.key],
        url=url_of("page", intake, page.key),
        state=task.state.value,
        hint=str(hint),
    )
