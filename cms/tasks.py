"""What a worker does for the site: it keeps to the dates that editors planned."""

from celery.signals import worker_process_init, worker_process_shutdown

from cms import scheduling

worker_process_init.connect(scheduling.start)
worker_process_shutdown.connect(scheduling.stop)
