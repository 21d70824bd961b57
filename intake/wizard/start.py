"""Where an intake begins: choose topics, log in when needed, go on with what was begun."""

from collections.abc import Sequence
from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from intake.actions.change_topics import change_topics
from intake.actions.start_draft import start_draft
from intake.catalogue.queries import catalogue_of, current_release
from intake.questionnaire.compose import UnknownTopic
from intake.submissions.drafts import DraftSubmitted
from intake.submissions.queries import DraftView, drafts_of
from intake.wizard.choice import Choice, forget, remember, remembered
from intake.wizard.topics import NOTHING, PARAMETER, known, nothing_chosen, topic_choice
from intake.wizard.visitor import Visitor, visitor_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Choose topics; nobody needs to log in for that. The choice is kept in the session.

    A link that names topics replaces what was kept: on a shared computer that may be
    somebody else's choice.
    """
    if request.method == "POST":
        return _choose(request)
    kept = remembered(request.session)
    given = request.GET.getlist(PARAMETER) or (kept.topics if kept else ())
    if given == [NOTHING]:
        return _show(request, (), missing=True)
    chosen, strange = known(current_release().id, given)
    if strange:
        messages.info(request, _("We do not know one of the topics you came with. Choose here."))
    return _show(request, chosen)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """What follows the log-in: the choice that was posted before it becomes an intake, once.

    A GET, because a log-in ends in one; without a posted choice it changes nothing. Who
    has an intake already says whether the topics belong to that one.
    """
    choice = _offered(request)
    if choice is None:
        return redirect("intake:start")
    visitor = visitor_of(request)
    drafts = [draft for draft in _drafts_of(visitor) if draft.opens]
    if request.method == "POST":
        return _join_or_start(request, choice, visitor, drafts)
    for draft in drafts:
        if set(choice.topics) <= {topic.key for topic in draft.topics}:
            forget(request.session)
            return redirect("intake:tasks", draft.id)
    if drafts:
        return _ask_which(request, choice, drafts)
    return _start(request, choice, visitor)


def _offered(request: HttpRequest) -> Choice | None:
    """The kept choice, without topics that are no longer offered; None when nothing is left."""
    choice = remembered(request.session)
    if choice is None:
        return None
    topics, _strange = known(current_release().id, choice.topics)
    return replace(choice, topics=topics) if topics else None


def _choose(request: HttpRequest) -> HttpResponseRedirect:
    """Always on to another address, so that the browser's Back finds its page again."""
    release = current_release()
    chosen, _strange = known(release.id, request.POST.getlist(PARAMETER))
    if not chosen:
        forget(request.session)
        return redirect(nothing_chosen(reverse("intake:start")))
    remember(request.session, topics=chosen, now=timezone.now())
    if request.POST.get("action") == "look":
        return redirect("intake:start")
    return redirect("intake:begin")


def _show(request: HttpRequest, chosen: tuple[str, ...], *, missing: bool = False) -> HttpResponse:
    context = {
        "choice": topic_choice(current_release().id, chosen, missing=missing),
        "drafts": _drafts_of(visitor_of(request)) if request.user.is_authenticated else (),
    }
    return render(request, "intake/start.html", context)


def _drafts_of(visitor: Visitor) -> Sequence[DraftView]:
    return drafts_of(user_id=visitor.user_id, assurance=visitor.level, now=timezone.now())


def _ask_which(request: HttpRequest, choice: Choice, drafts: Sequence[DraftView]) -> HttpResponse:
    names = {topic.key: topic.name for topic in catalogue_of(current_release().id).topics}
    context = {"drafts": drafts, "wanted": [names[key] for key in choice.topics if key in names]}
    return render(request, "intake/which.html", context)


def _join_or_start(
    request: HttpRequest, choice: Choice, visitor: Visitor, drafts: Sequence[DraftView]
) -> HttpResponseRedirect:
    """Add the chosen topics to the intake that was named, or start another one."""
    named = next((each for each in drafts if str(each.id) == request.POST.get("intake")), None)
    if named is None:
        return _start(request, choice, visitor)
    try:
        change_topics(
            draft_id=named.id,
            user_id=visitor.user_id,
            assurance=visitor.level,
            topic_keys={*choice.topics, *(topic.key for topic in named.topics)},
            now=timezone.now(),
        )
    except UnknownTopic:
        messages.warning(request, _("That topic is newer than your questions. Begin separately."))
        return redirect("intake:begin")
    except DraftSubmitted:
        return redirect("intake:sent", named.id)
    forget(request.session)
    messages.success(request, _("Your topics are added."))
    return redirect("intake:tasks", named.id)


def _start(request: HttpRequest, choice: Choice, visitor: Visitor) -> HttpResponseRedirect:
    draft = start_draft(
        user_id=visitor.user_id,
        assurance=visitor.level,
        topic_keys=choice.topics,
        chosen_at=choice.chosen_at,
        now=timezone.now(),
    )
    forget(request.session)
    return redirect("intake:tasks", draft.id)
