"""A small site of a municipality that has one of every kind of page."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings
from wagtail.models import Locale, Page, Site

from cms.models import (
    AnswerPage,
    AnswersPage,
    ContactPage,
    HomePage,
    LifeEventPage,
    MunicipalityData,
    NewsIndexPage,
    NewsPage,
    TopicPage,
)
from intake.catalogue import publishing
from intake.catalogue.files import read
from intake.questionnaire.definition import Catalogue
from tests.cms.moments import NOW

TEXT = [("text", {"heading": "", "text": "<p>Wij helpen u.</p>"})]


def home_page(**fields: Any) -> HomePage:
    """The page that the default site shows."""
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    given = {
        "title": "Waar kunnen we u mee helpen?",
        "slug": "thuis",
        "introduction": "Vertel het.",
    }
    home = HomePage(**(given | fields))
    root.add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
    )
    return home


def topic_page(home: HomePage, **fields: Any) -> TopicPage:
    """A page about debts below home, with two sections."""
    given = {
        "title": "Schuldhulp",
        "slug": "schuldhulp",
        "topic_key": "schuldhulp",
        "introduction": "Lukt het niet meer?",
        "what_is_it": TEXT,
        "is_it_for_me": TEXT,
    }
    page = TopicPage(**(given | fields))
    home.add_child(instance=page)
    return page


def contact_page(home: HomePage, **fields: Any) -> ContactPage:
    """How to reach the municipality, below home and in the footer."""
    given = {
        "title": "Contact",
        "slug": "contact",
        "introduction": "Bel ons.",
        "show_in_menus": True,
    }
    page = ContactPage(**(given | fields))
    home.add_child(instance=page)
    return page


def life_event_page(home: HomePage, **fields: Any) -> LifeEventPage:
    """Somebody fell: a page that starts an intake with two topics."""
    given = {
        "title": "Mijn partner is gevallen",
        "slug": "gevallen",
        "introduction": "Wat nu?",
        "topic_keys": ["huishoudelijke-hulp", "woningaanpassing"],
        "first": TEXT,
        "we_help": TEXT,
    }
    page = LifeEventPage(**(given | fields))
    home.add_child(instance=page)
    return page


def answers_page(home: HomePage) -> AnswersPage:
    """All answers, below home."""
    page = AnswersPage(title="Vragen", slug="vragen", introduction="Zoek uw vraag.")
    home.add_child(instance=page)
    return page


def answer_page(answers: AnswersPage, **fields: Any) -> AnswerPage:
    """An answer about debts, with a part that only colleagues read."""
    given = {
        "title": "Kost schuldhulp geld?",
        "slug": "kost-schuldhulp-geld",
        "search_description": "Nee, schuldhulp is gratis.",
        "topic_keys": ["schuldhulp"],
        "answer": TEXT,
        "internal": [("text", {"heading": "", "text": "<p>Verbind door met balie 3.</p>"})],
    }
    page = AnswerPage(**(given | fields))
    answers.add_child(instance=page)
    return page


def news_pages(home: HomePage, *days: date) -> list[NewsPage]:
    """An item of news for each day, below a page of all news."""
    index = NewsIndexPage(title="Nieuws", slug="nieuws", introduction="Wat is er nieuw?")
    home.add_child(instance=index)
    return [
        index.add_child(
            instance=NewsPage(
                title=f"Nieuws van {day}",
                slug=f"nieuws-{day}",
                introduction="Er is nieuws.",
                published_on=day,
                body=TEXT,
            )
        )
        for day in days
    ]


def municipality_data(**fields: Any) -> MunicipalityData:
    """The municipality's own data, saved as an editor saves them."""
    given = {
        "name": "Gemeente Hoogterp",
        "governing_body": "college van Hoogterp",
        "phone": "14 0999",
        "address": "Terp 1\n0999 ZT Hoogterp",
        "opening_hours": "Elke dag",
        "hours": [("day", {"days": "Maandag", "phone": "9 tot 5", "counter": "9 tot 8"})],
        "notice": "Dit is een demonstratie.",
    }
    data = MunicipalityData(**(given | fields))
    data.save()
    return data


def publish_catalogue(**schuldhulp: Any) -> None:
    """The starter catalogue, so that there are topics to choose; one of them otherwise."""
    starter = _starter()
    topics = tuple(
        replace(each, **schuldhulp) if each.key == "schuldhulp" else each for each in starter.topics
    )
    publishing.publish(catalogue=replace(starter, topics=topics), now=NOW)


@cache
def _starter() -> Catalogue:
    """The file, read once: reading takes most of a second."""
    return read(settings.BASE_DIR / "intake/catalogue/starter.yaml")
