"""The Celery application: a doorbell for the outbox relay, and no memory of its own."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
app = Celery("voordeur")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
