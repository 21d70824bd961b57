"""A real Celery worker: woken by a commit, and by its own timer when no ring helps."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from celery import Celery
from django.conf import settings
from django.utils import timezone

from intake.outbox import tasks
from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State
from tests.intake.delivery import factories
from tests.intake.delivery.relay_process import database_url
from tests.intake.outbox import factories as outbox
from tests.machine_has import absent
from tests.portal.demo.partner.simulator import SimulatorProcess

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]
PATIENCE = 60  # seconds
RABBITMQ = os.environ.get("TEST_BROKER_URL", "amqp://guest:guest@127.0.0.1:5672//")


@contextmanager
def worker(*, timer: int, broker: str = "filesystem://") -> Iterator[None]:
    """One worker process on the test's database, and its broker folder unless told otherwise."""
    process = subprocess.Popen(
        [
            *(str(Path(sys.executable).parent / "celery"), "--app", "portal.celery", "worker"),
            *("--concurrency", "1", "--without-gossip", "--without-mingle"),
        ],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "portal.settings.embedded",
            "DATABASE_URL": database_url(),
            "VAR_DIR": str(settings.VAR_DIR),
            "OUTBOX_TIMER_SECONDS": str(timer),
            "CELERY_BROKER_URL": broker,
        },
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def await_sent(delivery: OutboxDelivery) -> None:
    until = time.monotonic() + PATIENCE
    while delivery.state != State.SENT:
        assert time.monotonic() < until, f"still {delivery.state} {delivery.reason}"
        time.sleep(0.1)
        delivery.refresh_from_db()


def test_a_commit_wakes_it(simulator: SimulatorProcess) -> None:
    with worker(timer=3600):
        [delivery] = outbox.emitted("kredietbank", payload=factories.document(), now=timezone.now())
        await_sent(delivery)
    assert simulator.effects("kredietbank")[str(delivery.id)] == 1


def test_its_timer_does_what_no_ring_told_it(simulator: SimulatorProcess) -> None:
    with worker(timer=1):
        later = timezone.now() + timedelta(seconds=12)
        [delivery] = outbox.emitted("kredietbank", payload=factories.document(), now=later)
        await_sent(delivery)
    assert simulator.effects("kredietbank")[str(delivery.id)] == 1


@pytest.mark.broker
def test_a_ring_over_rabbitmq_wakes_it(simulator: SimulatorProcess) -> None:
    try:
        address = urlsplit(RABBITMQ)
        socket.create_connection((address.hostname, address.port or 5672), timeout=5).close()
    except OSError:
        absent("RabbitMQ")
    queue = settings.CELERY_TASK_DEFAULT_QUEUE
    with worker(timer=3600, broker=RABBITMQ), Celery(broker=RABBITMQ) as bell:
        [delivery] = outbox.emitted("kredietbank", payload=factories.document(), now=timezone.now())
        bell.send_task(tasks.drain.name, queue=queue, ignore_result=True)
        await_sent(delivery)
    assert simulator.effects("kredietbank")[str(delivery.id)] == 1
