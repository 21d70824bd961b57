"""Wagtail's admin over a large catalogue: forms, list, publish; beside its own page editor.

300 shared questions, and a topic with 60 of its own. What is timed is the server; a form's
conditions ask their offer of the server once more, which is a row of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from cms.catalogue.importing import import_catalogue
from cms.catalogue.models import Element, TopicIntake
from cms.models import TopicPage
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.definition import Element as Question
from portal.demo.content.pages import load_pages
from tests import intakes
from tests.bench.measure import Row, Timing, against, timed
from tests.cms.colleagues import sign_in, with_all_rights

ROUNDS = 15
SHARED, OWN = 300, 60


def rows() -> Iterator[Row]:
    """The form of a topic and of a question, the list, what the builder is offered, a publish."""
    catalogue, municipality = intakes.starter()
    now = timezone.now()
    large = _large(catalogue)
    import_catalogue(catalogue=large, municipality=municipality, now=now, note="large")
    load_pages(now=now)
    client = _everybody()
    topic = TopicIntake.objects.get(key=large.topics[0].key)
    question = Element.objects.get(key="p.postadres")
    addresses = {
        f"form of a topic, {OWN} questions": reverse("catalogue_topics:edit", args=[topic.pk]),
        "form of a question": reverse("catalogue_questions:edit", args=[question.pk]),
        f"list of {SHARED} questions": f"{reverse('catalogue_questions:list')}?topic=shared",
        "offer of the condition builder": reverse("catalogue_offered"),
    }
    with override_settings(ALLOWED_HOSTS=["*"]):
        other = _page_editor(client)
        for name, url in addresses.items():
            mine = timed(lambda url=url: client.get(url), rounds=ROUNDS)  # type: ignore[misc]
            more: dict[str, float] = {"queries": _queries(client, url)}
            yield against(name, mine, yardstick="Wagtail's page editor", other=other, more=more)
        yield _publish(question, other)


def _publish(question: Element, other: Timing) -> Row:
    """Lint of everything, the item, a release of everything; each time something else."""
    numbers = iter(range(1000))

    def publish() -> None:
        question.help = f"Vul {next(numbers)} in."
        question.save_revision().publish()

    mine = timed(publish, rounds=5)
    with CaptureQueriesContext(connection) as queries:
        publish()
    more: dict[str, float] = {"queries": len(queries)}
    name = f"publish one of {SHARED} questions"
    return against(name, mine, yardstick="Wagtail's page editor", other=other, more=more)


def _page_editor(client: Client) -> Timing:
    page: Page = TopicPage.objects.all()[0]
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return timed(lambda: client.get(url), rounds=ROUNDS)


def _queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200, (url, response.status_code)
    return len(queries)


def _everybody() -> Client:
    """A browser of somebody with every right."""
    client = Client()
    sign_in(client, with_all_rights())
    return client


def _large(catalogue: Catalogue) -> Catalogue:
    first, *others = catalogue.topics
    own = [each for topic in catalogue.topics for each in topic.questions]
    elements = _more(catalogue.elements, SHARED, "x.extra", like=catalogue.elements)
    questions = _more(first.questions, OWN, f"{first.key}.extra", like=own)
    topics = (replace(first, questions=questions), *others)
    return replace(catalogue, elements=elements, topics=topics)


def _more(
    questions: tuple[Question, ...], total: int, start: str, *, like: Iterable[Question]
) -> tuple[Question, ...]:
    """The same, and copies of the largest question that looks at nothing."""
    free = (each for each in like if not each.when and not any(part.when for part in each.parts))
    model = max(free, key=lambda each: len(each.parts))
    extra = [replace(model, key=f"{start}{number}") for number in range(total - len(questions))]
    return (*questions, *extra)
