"""The Dutch words: the legally valid text (Awb 2:6)."""

from intake.questionnaire.codes import About
from intake.questionnaire.compose import ABOUT_YOU, MONEY, PAPERS, SITUATION
from intake.questionnaire.quantities import MONTHS
from intake.questionnaire.words import Words

DUTCH = Words(
    yes="Ja",
    no="Nee",
    unknown="Weet ik niet",
    nothing="Niets",
    months=MONTHS,
    currency="€",
    decimal_sign=",",
    thousands_sign=".",
    correction="Klopt niet volgens de inwoner: {correction}",
    people={About.CHILD: "kind", About.SELF_AS_CARER: "als mantelzorger"},
    tasks={
        ABOUT_YOU: "Over u",
        SITUATION: "Uw situatie",
        MONEY: "Geld",
        PAPERS: "Papieren en toestemming",
    },
    sources={
        "inwoner": "door u ingevuld",
        "digid": "DigiD",
        "brp": "Basisregistratie Personen (BRP)",
        "profiel": "uw profiel",
    },
)
