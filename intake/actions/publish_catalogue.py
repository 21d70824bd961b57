"""A catalogue goes live: new intakes are pinned to it, and every recipient has a partner."""

from datetime import datetime

from django.db import transaction

from intake.catalogue.models import Release
from intake.catalogue.municipality import Municipality
from intake.catalogue.publishing import publish
from intake.partners.queries import ensure_partners
from intake.questionnaire.authoring.lint import Finding, errors
from intake.questionnaire.definition import Catalogue


class Unsound(Exception):
    """A catalogue whose parts do not fit together, or that misses what the law asks."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings, the first: {findings[0]}")
        self.findings = findings


@transaction.atomic
def publish_catalogue(
    *,
    catalogue: Catalogue,
    municipality: Municipality | None = None,
    now: datetime,
    note: str = "",
) -> Release:
    """Check and publish; the same release when nothing changed. Raises Unsound.

    Not durable: it may run inside the transaction of an editor's publish. Drafts keep
    the release they were started with.
    """
    findings = errors(catalogue)
    if findings:
        raise Unsound(findings)
    release = publish(catalogue=catalogue, municipality=municipality, now=now, note=note)
    ensure_partners(recipients=catalogue.recipients, now=now)
    return release
