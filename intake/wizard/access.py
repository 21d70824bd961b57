"""Opening an intake for its owner, and for nobody else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from intake.cases.clocks import amsterdam_date
from intake.catalogue.translations import shown_questionnaire
from intake.questionnaire.answers import Answer, AnswerKey
from intake.questionnaire.routing import Route, follow
from intake.questionnaire.translation import Shown
from intake.submissions.assurance import AssuranceTooLow
from intake.submissions.contents import load_answers
from intake.submissions.drafts import DraftNotFound, DraftSubmitted, draft_of, topic_keys
from intake.submissions.models import Draft
from intake.vault.sealing import Opening
from intake.wizard.visitor import Visitor, to_step_up, visitor_of

Parameters = ParamSpec("Parameters")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """An open draft, its owner in this session, and the route as the answers stand.

    The route is in the reader's language; `shown` has the Dutch beside it. What is
    submitted is read anew, in Dutch.
    """

    draft: Draft
    visitor: Visitor
    shown: Shown
    route: Route
    now: datetime

    @property
    def id(self) -> UUID:
        """The draft's id: the address of everything about it."""
        return self.draft.id

    def with_answers(self, given: Mapping[AnswerKey, Answer | None]) -> "Intake":
        """The same after these answers were saved (None: taken back)."""
        answers = self.route.answers
        for key, answer in given.items():
            answers = answers.without(key) if answer is None else answers.given(key, answer)
        route = follow(self.route.questionnaire, answers, today=self.route.today)
        return replace(self, route=route)


IntakeView = Callable[Concatenate[HttpRequest, Intake, Parameters], HttpResponse]
View = Callable[Concatenate[HttpRequest, UUID, Parameters], HttpResponse]


def with_intake(view: IntakeView[Parameters]) -> View[Parameters]:
    """Give the view the intake of its address, opened; also turn refusals of verbs into pages.

    Somebody else's intake and one that never was give the same 404. A level below the
    one at which something was entered leads to the step-up, a submitted intake to its
    confirmation.
    """

    @never_cache
    @login_required
    @wraps(view)
    def opened(
        request: HttpRequest, intake_id: UUID, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponse:
        try:
            intake = open_intake(visitor_of(request), intake_id, now=timezone.now())
            return view(request, intake, *args, **kwargs)
        except DraftNotFound:
            raise Http404 from None
        except AssuranceTooLow:
            return to_step_up(request)
        except DraftSubmitted:
            return redirect("intake:sent", intake_id)

    return opened  # type: ignore[return-value]  # the decorators' stubs lose the parameters


def open_intake(visitor: Visitor, intake_id: UUID, *, now: datetime) -> Intake:
    """Read and open a draft. Raises DraftNotFound, AssuranceTooLow, DraftSubmitted."""
    draft = draft_of(draft_id=intake_id, user_id=visitor.user_id, assurance=visitor.level)
    if draft.submitted_at:
        raise DraftSubmitted(str(intake_id))
    opening = Opening(
        actor=f"user:{visitor.user_id}", purpose="own intake", subject=f"draft:{draft.id}", at=now
    )
    shown = shown_questionnaire(draft.release_id, topic_keys(draft), get_language())
    answers = load_answers(draft, opening=opening)
    route = follow(shown.questionnaire, answers, today=amsterdam_date(now))
    return Intake(draft=draft, visitor=visitor, shown=shown, route=route, now=now)
