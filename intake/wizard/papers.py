"""Which papers help, per topic, and how they are handed in."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intake.catalogue.queries import municipality_of
from intake.questionnaire.definition import Topic
from intake.wizard.access import Intake, with_intake
from intake.wizard.onwards import url_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersOf:
    """The papers that help with one topic."""

    topic: str
    papers: tuple[str, ...]


@require_safe
@with_intake
def papers_page(request: HttpRequest, intake: Intake) -> HttpResponse:
    """Before sending; nobody has to wait for a paper."""
    context = {
        "papers": papers_of(intake.route.questionnaire.topics),
        "receiver": municipality_of(intake.draft.release_id),
        "tasks_url": url_of("tasks", intake),
        "check_url": url_of("check", intake),
    }
    return render(request, "intake/papers.html", context)


def papers_of(topics: Iterable[Topic]) -> tuple[PapersOf, ...]:
    """One per topic that has any."""
    return tuple(
        PapersOf(topic=topic.name, papers=topic.papers) for topic in topics if topic.papers
    )
