#!/usr/bin/env python3
"""Django's command line, with the embedded settings unless told otherwise."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.embedded")
    import portal.celery  # noqa: F401 — a command may ring the relay's doorbell

    execute_from_command_line(sys.argv)
