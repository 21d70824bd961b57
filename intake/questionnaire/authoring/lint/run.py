"""What must be true of a catalogue before it is published, and what is worth a look."""

from collections.abc import Iterator

from intake.questionnaire.authoring.lint.elements import check_shared, repeated
from intake.questionnaire.authoring.lint.findings import Finding
from intake.questionnaire.authoring.lint.quality import look_at
from intake.questionnaire.authoring.lint.setting import Setting
from intake.questionnaire.authoring.lint.topics import check_recipient, check_topic
from intake.questionnaire.definition import Catalogue


def check(catalogue: Catalogue) -> tuple[Finding, ...]:
    """Everything there is to say: first the errors, then the warnings."""
    setting = Setting(catalogue)
    return (*_errors(setting), *look_at(setting))


def errors(catalogue: Catalogue) -> tuple[Finding, ...]:
    """Everything that is wrong, in the order of the catalogue; empty when it may be published."""
    return tuple(_errors(Setting(catalogue)))


def warnings(catalogue: Catalogue) -> tuple[Finding, ...]:
    """What an editor should look at; nothing of it stops a publish."""
    return tuple(look_at(Setting(catalogue)))


def _errors(setting: Setting) -> Iterator[Finding]:
    catalogue = setting.catalogue
    for name in ("elements", "regimes", "topics", "recipients"):
        yield from repeated([each.key for each in getattr(catalogue, name)], (name,))
    for place, element in enumerate(catalogue.elements):
        yield from check_shared(element, ("elements", place), setting)
    for place, topic in enumerate(catalogue.topics):
        yield from check_topic(topic, ("topics", place), setting)
    for place, recipient in enumerate(catalogue.recipients):
        yield from check_recipient(recipient, ("recipients", place), setting)
