"""The WSGI application, for granian or any other server."""

import os

from django.core.wsgi import get_wsgi_application

import portal.celery  # noqa: F401 — a commit in a web process rings the relay's doorbell

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
application = get_wsgi_application()
