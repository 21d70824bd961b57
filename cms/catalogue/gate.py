"""The one gate between what editors write and what residents are asked."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils import timezone

from cms.catalogue import live, use
from cms.catalogue.findings import Told, tell
from cms.catalogue.models import CatalogueItem
from cms.catalogue.reading import define
from intake.actions.publish_catalogue import publish_catalogue
from intake.catalogue.publishing import one_at_a_time
from intake.questionnaire.authoring.lint import Finding, LintRule, check, errors
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.plain import Malformed


class Refused(ValidationError):
    """What was to be live does not fit together, or what was to go is needed: `told` says why."""

    def __init__(self, told: Sequence[Told]) -> None:
        super().__init__([str(each) for each in told])
        self.told = told


def check_publish(*items: CatalogueItem, objections: Sequence[Told] = ()) -> None:
    """Refuse items that would together make the catalogue unsound. Raises Refused.

    From here on nobody else publishes until this transaction ends: what was judged is what
    goes live. `objections`: what stands in the way whatever it says.
    """
    if objections:
        raise Refused(objections)
    one_at_a_time()
    for item in items:
        _refuse_unreadable(item)
    catalogue = live.catalogue(instead=items)
    _refuse(catalogue, errors(catalogue), drafts=items)


def findings_with(item: CatalogueItem) -> Sequence[Told]:
    """What there is to say if this were live as it is: errors first, then warnings."""
    try:
        catalogue = live.catalogue(instead=[item])
    except Malformed as error:
        return _unreadable(item, error)
    return tell(check(catalogue), catalogue, drafts=[item])


def check_removal(item: CatalogueItem) -> None:
    """Refuse to let go of what residents are busy with, or what the rest needs. Raises Refused.

    Nobody else publishes meanwhile, as with `check_publish`.
    """
    one_at_a_time()
    if not item.live:
        return
    if told := use.told(item, now=timezone.now()):
        raise Refused(told)
    catalogue = live.catalogue(without=item)
    _refuse(catalogue, errors(catalogue))


def release(*, note: str) -> None:
    """Make what is live the newest release; none when nothing changed."""
    publish_catalogue(catalogue=live.catalogue(), now=timezone.now(), note=note[:200])


def _refuse(
    catalogue: Catalogue, findings: tuple[Finding, ...], *, drafts: Sequence[CatalogueItem] = ()
) -> None:
    if findings:
        raise Refused(tell(findings, catalogue, drafts=drafts))


def _refuse_unreadable(item: CatalogueItem) -> None:
    try:
        define(item)
    except Malformed as error:
        raise Refused(_unreadable(item, error)) from None


def _unreadable(item: CatalogueItem, error: Malformed) -> Sequence[Told]:
    finding = Finding(error.path, LintRule.MALFORMED, {"problem": error.problem})
    return [Told.about(item, finding)]
