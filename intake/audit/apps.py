"""The Django app of this room."""

from django.apps import AppConfig


class IntakeAuditConfig(AppConfig):
    """Who read or changed what, when and why; rows are only ever added."""

    name = "intake.audit"
    label = "intake_audit"
