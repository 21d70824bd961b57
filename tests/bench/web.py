"""Pages through Django's test client, beside a bare page of the same weight.

A content page twice: made anew, as for somebody with a session, and from the page cache.
The bare page is a view through the same middleware that asks one query and answers with
as many bytes.
"""

from collections.abc import Iterator
from uuid import uuid4

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path, reverse
from django.utils import timezone

from intake.catalogue.queries import latest_release, questionnaire_of
from intake.submissions.models import Draft
from portal import urls as portal_urls
from portal.accounts.models import User
from portal.demo.content.pages import load_pages
from portal.demo.content.translations import load_translations
from tests import intakes
from tests.bench.measure import Row, against, timed
from tests.portal.accounts.factories import digid_resident, sign_in

ROUNDS = 60
SITE = {"ROOT_URLCONF": __name__, "ALLOWED_HOSTS": ["*"], "BASE_URL": "http://testserver"}
CONTENT = {
    "home page": "/",
    "topic page": "/schuldhulp/",
    "life event": "/ik-heb-geldzorgen/",
    "all answers": "/vragen/",
    "answer": "/vragen/stadspas-kwijt/",
    "search": "/zoeken/?q=traplift",
}


def bare(_request: HttpRequest, size: int) -> HttpResponse:
    """The least a page of some bytes can do."""
    latest_release()
    return HttpResponse(b"." * size)


urlpatterns = [path("bench-bare/<int:size>/", bare), *portal_urls.urlpatterns]


def rows() -> Iterator[Row]:
    """Content pages, a question page and the check page of a four-topic intake."""
    now = timezone.now()
    load_pages(now=now)
    load_translations(now=now)
    user = digid_resident()
    draft = intakes.filled_draft(user, now=now)
    question_page = reverse("intake:page", args=[draft.id, question(draft)])
    with override_settings(**SITE):
        for name, url in CONTENT.items():
            yield page(name, unknown_session(), url)
            yield page(f"{name}, cached", Client(), url)
        yield page("question page", resident(user), question_page)
        yield page("check page", resident(user), reverse("intake:check", args=[draft.id]))


def page(name: str, client: Client, url: str) -> Row:
    """One page, with its queries and weight."""
    mine = timed(lambda: client.get(url), rounds=ROUNDS)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200, (name, response.status_code)
    size, asked = len(response.content), len(queries)
    other = timed(lambda: client.get(f"/bench-bare/{size}/"), rounds=ROUNDS)
    more = {"queries": asked, "kB": round(size / 1000, 1)}
    return against(name, mine, yardstick="a bare page", other=other, more=more)


def unknown_session() -> Client:
    """A browser whose page is made anew each time, since it might be personal."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = uuid4().hex
    return client


def resident(user: User) -> Client:
    """A browser that is logged in with DigiD."""
    client = Client()
    sign_in(client, user, digid=True)
    return client


def question(draft: Draft) -> str:
    """The page of a question with many parts."""
    asked = questionnaire_of(draft.release_id, intakes.FOUR_TOPICS).questions
    return next(each.page for each in asked if each.element.key == "p.contact")
