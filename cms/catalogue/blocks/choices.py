"""The engine's codes, as an editor reads them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from intake.questionnaire.codes import (
    About,
    Kind,
    Operator,
    PartType,
    Reuse,
    Role,
    Scope,
    Section,
    Sensitivity,
)

Choices = list[tuple[str, Promise | str]]


def choices(words: Mapping[StrEnum, Promise | str]) -> Choices:
    """What a form offers: each code with its words."""
    return [(code.value, word) for code, word in words.items()]


PART_TYPES: Final = choices(
    {
        PartType.TEXT: _("A short text"),
        PartType.STORY: _("A long text"),
        PartType.YES_NO: _("Yes or no"),
        PartType.CHOICE: _("One of several answers"),
        PartType.CHOICES: _("Several answers possible"),
        PartType.DATE: _("A date"),
        PartType.NUMBER: _("A number"),
        PartType.MONEY: _("An amount of money"),
        PartType.BSN: _("A citizen service number (BSN)"),
        PartType.IBAN: _("A bank account"),
        PartType.POSTCODE: _("A postcode"),
        PartType.HOUSE_NUMBER: _("A house number"),
        PartType.PHONE: _("A phone number"),
        PartType.EMAIL: _("An e-mail address"),
    }
)
SECTIONS: Final = choices(
    {
        Section.PERSON: _("About you"),
        Section.HOUSEHOLD: _("Household"),
        Section.SITUATION: _("Situation"),
        Section.TOPIC: _("Of one topic"),
        Section.MONEY: _("Money"),
        Section.PAPERS: _("Papers"),
        Section.CONSENT: _("Consent"),
    }
)
SCOPES: Final = choices(
    {
        Scope.INTAKE: _("One answer for everybody"),
        Scope.RECIPIENT: _("An answer for each recipient apart"),
    }
)
SENSITIVITIES: Final = choices(
    {
        Sensitivity.PERSONAL: _("Personal"),
        Sensitivity.HEALTH: _("About health"),
        Sensitivity.FINANCIAL: _("About money"),
        Sensitivity.SPECIAL: _("Special category (GDPR art. 9 or 10)"),
        Sensitivity.CONSENT: _("Consent"),
        Sensitivity.NATIONAL_ID: _("Citizen service number"),
    }
)
REUSES: Final = choices(
    {
        Reuse.REUSE: _("Filled in and shown"),
        Reuse.CONFIRM: _("Shown, and asked whether it is right"),
        Reuse.NEVER: _("Asked anew every time"),
    }
)
ABOUTS: Final = choices(
    {
        About.SELF: _("The resident"),
        About.CHILD: _("The child"),
        About.SELF_AS_CARER: _("The resident as carer"),
    }
)
KINDS: Final = choices(
    {
        Kind.MELDING: _("Report (melding)"),
        Kind.AANVRAAG: _("Application (aanvraag)"),
        Kind.AANMELDING: _("Registration (aanmelding)"),
        Kind.VERZOEK: _("Request (verzoek)"),
    }
)
FILERS: Final = [
    ("self", _("The resident")),
    ("self-16plus", _("The child, from 16 years on")),
    ("parent", _("A parent")),
    ("partner-cosigns", _("The resident, and the partner signs too")),
    ("guardian", _("A guardian, curator or mentor")),
    ("mandated", _("Who was authorised (DigiD Machtigen)")),
    ("relative", _("A relative or friend")),
    ("professional", _("A professional who helps")),
]
"""Who may file, by the code that stands in the catalogue file."""
ROLES: Final = choices(
    {
        Role.BESTUURSORGAAN: _("Public body (bestuursorgaan)"),
        Role.MANDAAT: _("Decides in the municipality's name (mandaat)"),
        Role.GEMEENSCHAPPELIJKE_REGELING: _("Joint arrangement (gemeenschappelijke regeling)"),
        Role.UITVOERDER: _("Carries it out (uitvoerder)"),
        Role.ADVISEUR: _("Advises (adviseur)"),
    }
)
OPERATORS: Final = choices(
    {
        Operator.IS: _("is"),
        Operator.IS_NOT: _("is not"),
        Operator.ONE_OF: _("is one of"),
        Operator.INCLUDES: _("includes"),
        Operator.LESS: _("is less than"),
        Operator.MORE: _("is more than"),
        Operator.BEFORE: _("is before"),
        Operator.AFTER: _("is after"),
        Operator.AGE_UNDER: _("is an age under"),
        Operator.AGE_FROM: _("is an age of at least"),
        Operator.ANSWERED: _("is answered"),
        Operator.COUNT_FROM: _("has at least so many"),
    }
)
