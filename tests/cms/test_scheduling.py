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
    scheduling.do_due([scheduling.PUBLISH])
    assert not page_is_live(page), "nobody approved it"
    type(revision).objects.update(approved_go_live_at=past)
    scheduling.do_due([scheduling.PUBLISH])
    assert not page_is_live(page), "another process has the turn"
    cache.delete(scheduling.PUBLISH.turn)
    scheduling.do_due([scheduling.PUBLISH])
    assert page_is_live(page)


def page_is_live(page: TopicPage) -> bool:
    """As it stands in the database."""
    return bool(TopicPage.objects.get(pk=page.pk).live)


def test_every_chore_is_a_command_that_runs_and_has_its_turn_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    home_page()
    scheduling.do_due((*scheduling.CHORES, scheduling.ASK_OTHERS))
    first = capsys.readouterr().out
    assert "0 links to elsewhere are broken" in first
    scheduling.do_due((*scheduling.CHORES, scheduling.ASK_OTHERS))
    assert capsys.readouterr().out == ""


def test_one_that_fails_does_not_keep_the_next_one_from_its_turn() -> None:
    page = topic_page(home_page(), live=False)
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    revision = page.save_revision()
    type(revision).objects.update(approved_go_live_at=page.go_live_at)
    broken = scheduling.Chore(command="there_is_no_such_command", seconds=60)
    scheduling.do_due([broken, scheduling.PUBLISH])
    assert page_is_live(page)
