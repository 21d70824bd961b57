"""A planned page goes live without anybody looking."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from cms import scheduling
from cms.models import TopicPage
from tests.cms.factories import home_page, topic_page

pytestmark = pytest.mark.django_db


def test_a_planned_page_goes_live_on_its_date_and_one_process_takes_the_turn() -> None:
    page = topic_page(home_page(), live=False)
    past = timezone.now() - timedelta(minutes=1)
    page.go_live_at = past
    revision = page.save_revision()
    scheduling.publish_due()
    assert not page_is_live(page), "nobody approved it"
    type(revision).objects.update(approved_go_live_at=past)
    scheduling.publish_due()
    assert not page_is_live(page), "another process has the turn"
    cache.delete(scheduling.TURN)
    scheduling.publish_due()
    assert page_is_live(page)


def page_is_live(page: TopicPage) -> bool:
    """As it stands in the database."""
    return bool(TopicPage.objects.get(pk=page.pk).live)
