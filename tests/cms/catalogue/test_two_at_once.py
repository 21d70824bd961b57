"""Two colleagues publish at one moment: neither change is lost, and nothing unsound slips by."""

from threading import Event, Thread

import pytest
from django.db import connection, transaction

from cms.catalogue import live
from cms.catalogue.models import Element
from intake.catalogue import queries
from intake.catalogue.publishing import one_at_a_time
from tests.cms.catalogue import small

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def _publish(key: str, question: str) -> None:
    item = Element.objects.get(key=key).get_latest_revision_as_object()
    item.question = question
    item.save_revision().publish()


def test_the_second_waits_for_the_first_and_keeps_its_change() -> None:
    small.imported()
    began, waiting = Event(), Event()

    def second() -> None:
        began.wait()
        waiting.set()
        try:
            _publish("w.verhuurder", "Van wie huurt u dit huis?")
        finally:
            connection.close()

    thread = Thread(target=second)
    thread.start()
    with transaction.atomic():
        one_at_a_time()
        began.set()
        waiting.wait()
        _publish("w.woning", "Hoe woont u nu?")
    thread.join()
    newest = queries.catalogue_of(queries.current_release().id)
    assert newest == live.catalogue()
    asked = {each.key: each.question for each in newest.elements}
    assert asked["w.woning"] == "Hoe woont u nu?"
    assert asked["w.verhuurder"] == "Van wie huurt u dit huis?"
