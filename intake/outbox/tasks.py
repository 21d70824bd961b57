"""The Celery task that a ring of the doorbell starts, and the worker's own timer."""

from celery import shared_task
from celery.signals import worker_process_init, worker_process_shutdown

from intake.outbox import relay, timer

worker_process_init.connect(timer.start)
worker_process_shutdown.connect(timer.stop)


@shared_task(name="voordeur.outbox.drain", ignore_result=True)  # type: ignore[untyped-decorator]
def drain(**_future: object) -> None:
    """Let the relay do what is due."""
    relay.attend()
