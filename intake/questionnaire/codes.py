"""The codes of a catalogue: what a part holds, whom it is about, what a message is in law."""

from enum import StrEnum


class PartType(StrEnum):
    """What one input holds, and so how it is asked, checked and written."""

    TEXT = "text"
    STORY = "story"
    YES_NO = "yes-no"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    BSN = "bsn"
    IBAN = "iban"
    POSTCODE = "postcode"
    HOUSE_NUMBER = "house-number"
    PHONE = "phone"
    EMAIL = "email"


class Section(StrEnum):
    """The natural order of an intake; members stand in that order."""

    PERSON = "person"
    HOUSEHOLD = "household"
    SITUATION = "situation"
    TOPIC = "topic"
    MONEY = "money"
    PAPERS = "papers"
    CONSENT = "consent"


class Scope(StrEnum):
    """INTAKE: one answer for all; RECIPIENT: one part per recipient, never shared."""

    INTAKE = "intake"
    RECIPIENT = "recipient"


class Sensitivity(StrEnum):
    """How much harm a leak of the answer does; `NATIONAL_ID` is the BSN (Wabb art. 10)."""

    PERSONAL = "personal"
    HEALTH = "health"
    FINANCIAL = "financial"
    SPECIAL = "special"
    CONSENT = "consent"
    NATIONAL_ID = "national-id"


class Reuse(StrEnum):
    """REUSE: filled in, shown; CONFIRM: shown with "klopt dit?"; NEVER: always asked anew."""

    REUSE = "reuse"
    CONFIRM = "confirm"
    NEVER = "never"


class About(StrEnum):
    """Whom an answer is about (domain rule: every answer is about somebody)."""

    SELF = "self"
    CHILD = "child"
    SELF_AS_CARER = "self-as-carer"


class Kind(StrEnum):
    """What a topic's message is in law (Awb 1:3, Wmo 2015 2.3.2, Wgs 4)."""

    MELDING = "melding"
    AANVRAAG = "aanvraag"
    AANMELDING = "aanmelding"
    VERZOEK = "verzoek"


class Role(StrEnum):
    """Why a recipient may act on a case (Awb 10:1 and following)."""

    BESTUURSORGAAN = "bestuursorgaan"
    MANDAAT = "mandaat"
    GEMEENSCHAPPELIJKE_REGELING = "gemeenschappelijke regeling"
    UITVOERDER = "uitvoerder"
    ADVISEUR = "adviseur"


class Operator(StrEnum):
    """How a rule compares the answer of one part with its value."""

    IS = "is"
    IS_NOT = "is_not"
    ONE_OF = "one_of"
    INCLUDES = "includes"
    LESS = "less"
    MORE = "more"
    BEFORE = "before"
    AFTER = "after"
    AGE_UNDER = "age_under"
    AGE_FROM = "age_from"
    ANSWERED = "answered"
    COUNT_FROM = "count_from"
