"""A whole catalogue from its file into the items that editors keep, as one release."""

from datetime import datetime

from django.db import transaction

from cms.catalogue import live, use
from cms.catalogue.gate import Refused
from cms.catalogue.items.plan import Plan, planned
from cms.catalogue.items.writing import Writer
from cms.catalogue.models import CatalogueItem
from intake.actions.publish_catalogue import Unsound, publish_catalogue
from intake.catalogue.municipality import Municipality
from intake.catalogue.publishing import one_at_a_time
from intake.questionnaire.authoring.lint import errors
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.plain import Malformed


@transaction.atomic
def import_catalogue(
    *,
    catalogue: Catalogue,
    municipality: Municipality | None = None,
    user: object = None,
    now: datetime,
    note: str = "",
) -> None:
    """Make the items say what the catalogue says, all live, and release that.

    Items that it does not name leave. What says it already is not touched; an item's
    draft becomes one of its older revisions. Raises as `check_import`: then nothing changed.
    """
    one_at_a_time()
    before = _live()
    if catalogue != before:
        plan = _plan(catalogue, before, now)
        Writer(user=user, now=now, note=note[:160]).write(plan)
    publish_catalogue(catalogue=catalogue, municipality=municipality, now=now, note=note[:200])


def check_import(*, catalogue: Catalogue, now: datetime) -> None:
    """Whether it could be imported now.

    Raises Unsound, whose findings say where in the catalogue, or gate.Refused for what
    residents are busy with.
    """
    _plan(catalogue, _live(), now)


def nothing_imported() -> bool:
    """Whether there is no item yet."""
    return not any(kind._default_manager.exists() for kind in CatalogueItem.__subclasses__())


def _plan(catalogue: Catalogue, before: Catalogue | None, now: datetime) -> Plan:
    if findings := errors(catalogue):
        raise Unsound(findings)
    plan = planned(catalogue, before=before)
    if plan.findings:
        raise Unsound(tuple(plan.findings))
    if told := [each for item in plan.leaving for each in use.told(item, now=now)]:
        raise Refused(told)
    return plan


def _live() -> Catalogue | None:
    """What is live; None where that can no longer be read, so that an import mends it."""
    try:
        return live.catalogue()
    except Malformed:
        return None
