"""What asks attention in the catalogue, on the first screen and as a list."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cms.catalogue.dashboard import facts
from cms.catalogue.models import Element
from intake.partners.keys import PublicKey, replace_keys
from intake.partners.models import KeyUse
from tests.cms.catalogue import small
from tests.cms.colleagues import colleague, sign_in, with_all_rights
from tests.intakes import draft, resident

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _items() -> None:
    cache.clear()
    small.imported()


def _item() -> Element:
    return Element.objects.get(key="w.woning")


def test_findings_of_what_is_live_and_of_drafts_are_told_apart() -> None:
    before = facts.findings()
    assert not any(each.blocks for each in before.live)
    assert not before.drafts
    item = _item()
    item.label = item.question = "Naam"
    item.save_revision()
    nameless = Element.objects.get(key="w.verhuurder")
    nameless.parts = "[]"  # type: ignore[assignment]
    nameless.save_revision(clean=False)
    after = facts.findings()
    assert after.live == before.live
    names = {each.name for each in after.drafts}
    assert str(nameless) in names, "what cannot be read yet"
    assert str(item) in names, "what lint says besides"


def test_what_is_due_is_live_and_its_day_has_come() -> None:
    today = timezone.localdate()
    Element.objects.filter(key="w.woning").update(review_on=today)
    Element.objects.filter(key="p.naam").update(review_on=today + timedelta(days=1))
    Element.objects.filter(key="w.verhuurder").update(review_on=today, live=False)
    assert facts.due(today) == [_item()]


def test_open_intakes_are_counted_by_version() -> None:
    now = timezone.now()
    draft(resident(), ["traplift"], now=now)
    item = _item()
    item.question = "Waarin woont u?"
    item.publish(item.save_revision())
    draft(resident(), ["traplift"], now=now)
    draft(resident(), ["huurhulp"], now=now)
    found = [(each.number, each.drafts, each.newest) for each in facts.in_flight(now=now)]
    assert found == [(2, 2, True), (1, 1, False)]
    assert not facts.in_flight(now=now + timedelta(days=400)), "they are over by then"


def test_who_published_last_is_told() -> None:
    first = facts.last_published()
    assert first is not None
    assert (first.number, first.person) == (1, "")
    by = with_all_rights()
    item = _item()
    item.question, item.reason = "Waarin woont u?", "korter"
    item.publish(item.save_revision(user=by), user=by)
    last = facts.last_published()
    assert last is not None
    assert (last.number, last.note) == (2, "w.woning: korter")
    assert last.person == (by.get_full_name() or by.get_username())


def test_a_topic_is_reached_once_one_of_its_recipients_has_a_key() -> None:
    assert [each.key for each in facts.unreachable()] == ["traplift", "huurhulp"]
    replace_keys(partner="monteur", keys=[_key()], now=timezone.now())
    assert [each.key for each in facts.unreachable()] == ["huurhulp"]


def _key() -> PublicKey:
    return PublicKey(
        kid="een", use=KeyUse.ENCRYPTION, jwk={"kty": "OKP", "crv": "X25519", "x": "x"}
    )


def test_the_first_screen_shows_it_to_who_keeps_the_questions(client: Client) -> None:
    sign_in(client, colleague("Functioneel beheerders"))
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("cms_catalogue_attention") in page
    assert client.get(reverse("cms_catalogue_attention")).status_code == 200


def test_the_first_screen_keeps_it_from_others(client: Client) -> None:
    sign_in(client, colleague("Redacteuren"))
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("cms_catalogue_attention") not in page


def test_lint_is_asked_once_until_somebody_saves(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    item = Element.objects.get(key="w.woning")
    draft = item.save_revision()
    assert facts.findings().drafts == []
    with django_assert_max_num_queries(5):
        facts.findings()
    latest = item.get_latest_revision_as_object()
    latest.parts = "[]"
    latest.save_revision(overwrite_revision=draft, clean=False)  # as saving by itself does
    assert facts.findings().drafts != []


def test_what_a_date_should_have_brought_is_told_with_its_reason() -> None:
    item = Element.objects.get(key="w.woning")
    item.parts = "[]"  # type: ignore[assignment]
    revision = item.save_revision(clean=False)
    revision.approved_go_live_at = timezone.now() - timedelta(hours=1)
    revision.save()
    [(held, reasons)] = facts.overdue(now=timezone.now())
    assert held.key == "w.woning"
    assert reasons
    assert facts.overdue(now=timezone.now() - timedelta(hours=2)) == []
