"""One small catalogue, easy to see through: help at home, help with debts, help for a child."""

from datetime import date

from intake.questionnaire.answers import Answer, AnswerKey, Answers, Item
from intake.questionnaire.codec import catalogue_from_data
from intake.questionnaire.codes import About
from intake.questionnaire.compose import compose
from intake.questionnaire.definition import Catalogue
from intake.questionnaire.questions import Question, Questionnaire
from intake.questionnaire.routing import Route, follow

TODAY = date(2026, 11, 21)

ELEMENTS = [
    {
        "key": "p.bsn",
        "label": "Burgerservicenummer",
        "question": "Wat is uw BSN?",
        "section": "person",
        "page": "persoon",
        "prefilled": True,
        "sensitivity": "national-id",
        "parts": [{"key": "nummer", "type": "bsn"}],
    },
    {
        "key": "p.naam",
        "label": "Naam",
        "question": "Wat is uw naam?",
        "section": "person",
        "page": "persoon",
        "prefilled": True,
        "parts": [
            {"key": "voornamen", "type": "text", "label": "Voornamen"},
            {"key": "geslachtsnaam", "type": "text", "label": "Achternaam"},
        ],
    },
    {
        "key": "p.voorkeur",
        "label": "Contact",
        "question": "Hoe bereiken wij u?",
        "section": "person",
        "parts": [
            {
                "key": "kanaal",
                "type": "choice",
                "label": "Hoe?",
                "options": [
                    {"value": "email", "label": "Met een e-mail"},
                    {"value": "brief", "label": "Met een brief"},
                ],
            },
            {
                "key": "adres",
                "type": "text",
                "label": "Naar welk adres?",
                "when": {"element": "p.voorkeur", "part": "kanaal", "is": "brief"},
            },
        ],
    },
    {
        "key": "p.kinderen",
        "label": "Kinderen",
        "question": "Welke kinderen wonen bij u?",
        "section": "household",
        "repeat": {"item": "kind", "add": "Nog een kind", "none": "Geen kinderen", "maximum": 3},
        "parts": [
            {"key": "naam", "type": "text", "label": "Naam"},
            {"key": "geboren", "type": "date", "label": "Geboren", "past": True},
            {"key": "bsn", "type": "bsn", "label": "BSN", "required": False},
        ],
    },
    {
        "key": "z.beperking",
        "label": "Beperking",
        "question": "Wat lukt u niet?",
        "wording": {"child": "Wat lukt uw kind niet?"},
        "section": "situation",
        "sensitivity": "health",
        "parts": [{"key": "gevolg", "type": "story", "unknown": True}],
    },
    {
        "key": "x.spoed",
        "label": "Spoed",
        "question": "Is er haast bij?",
        "section": "situation",
        "scope": "recipient",
        "reuse": "never",
        "parts": [
            {"key": "haast", "type": "yes-no", "label": "Haast?"},
            {
                "key": "datum",
                "type": "date",
                "label": "Wanneer?",
                "when": {"element": "x.spoed", "part": "haast", "is": True},
            },
        ],
    },
    {
        "key": "f.inkomen",
        "label": "Inkomen",
        "question": "Wat komt er binnen?",
        "section": "money",
        "sensitivity": "financial",
        "when": {"element": "schuld.lasten", "part": "lukt", "is": False},
        "parts": [{"key": "bedrag", "type": "money", "unit": "euro per maand", "minimum": 0}],
    },
]

TOPICS = [
    {
        "key": "hulp",
        "name": "Hulp in huis",
        "summary": "Hulp bij het huishouden.",
        "kind": "melding",
        "law": "Wmo 2015 art. 2.3.1",
        "regime": "wmo",
        "always": ["p.bsn", "p.naam", "p.voorkeur", "z.beperking", "x.spoed"],
        "urgent": {"element": "x.spoed", "part": "haast", "is": True},
        "questions": [
            {
                "key": "hulp.taken",
                "label": "Taken",
                "question": "Welke taken lukken niet?",
                "parts": [
                    {
                        "key": "welke",
                        "type": "choices",
                        "options": [
                            {"value": "was", "label": "De was"},
                            {"value": "bed", "label": "Het bed"},
                        ],
                    }
                ],
            }
        ],
    },
    {
        "key": "schuld",
        "name": "Schuldhulp",
        "summary": "Hulp bij schulden.",
        "kind": "aanmelding",
        "law": "Wgs art. 3",
        "regime": "wmo",
        "always": ["p.bsn", "p.naam", "p.voorkeur", "p.kinderen", "x.spoed"],
        "conditional": ["f.inkomen"],
        "urgent": {"element": "x.spoed", "part": "haast", "is": True},
        "questions": [
            {
                "key": "schuld.lasten",
                "label": "Vaste lasten",
                "question": "Lukt het om alles te betalen?",
                "parts": [{"key": "lukt", "type": "yes-no", "unknown": True}],
            }
        ],
    },
    {
        "key": "jeugd",
        "name": "Jeugdhulp",
        "summary": "Hulp voor uw kind.",
        "kind": "aanmelding",
        "law": "Jeugdwet art. 2.3",
        "regime": "wmo",
        "always": ["p.naam", "p.kinderen", "z.beperking"],
        "about": {"z.beperking": "child"},
    },
]

RECIPIENTS = [
    {
        "key": "team",
        "name": "Sociaal Team",
        "role": "mandaat",
        "law": "Wmo 2015",
        "topics": ["hulp", "jeugd"],
        "purpose": "Het team zoekt met u naar hulp.",
        "bsn": True,
    },
    {
        "key": "bank",
        "name": "Kredietbank",
        "role": "mandaat",
        "law": "Wgs",
        "topics": ["schuld"],
        "purpose": "De bank helpt met uw schulden.",
        "bsn": True,
    },
    {
        "key": "fonds",
        "name": "Kinderfonds",
        "role": "uitvoerder",
        "law": "Gemeentelijke regeling",
        "topics": ["schuld"],
        "purpose": "Het fonds betaalt de sportclub.",
        "only": ["p.naam", "p.kinderen"],
        "own_questions": False,
        "when": {"element": "p.kinderen", "count_from": 1},
    },
]

DATA = {
    "schema": "voordeur-catalogue/1",
    "elements": ELEMENTS,
    "regimes": [{"key": "wmo", "clocks": [{"name": "onderzoek", "start": "melding", "days": 42}]}],
    "topics": TOPICS,
    "recipients": RECIPIENTS,
}


def catalogue() -> Catalogue:
    """The whole of it."""
    return catalogue_from_data(DATA)


def questionnaire(*topics: str) -> Questionnaire:
    """These topics of it, composed; all of them when none is named."""
    return compose(catalogue(), topics or ["hulp", "schuld", "jeugd"])


def question(key: str, about: About = About.SELF) -> Question:
    """One question of it."""
    return next(
        each for each in questionnaire().questions if (each.element.key, each.about) == (key, about)
    )


def told(*items: Item, source: str = "inwoner", confirmed: bool = True) -> Answer:
    """An answer with these items."""
    return Answer(items=items, source=source, as_of=TODAY, confirmed=confirmed)


def answers(**given: Answer) -> Answers:
    """Answers by key, written with `__` for the point, `_van_` before a recipient."""
    by_key = {}
    for name, answer in given.items():
        element, _, recipient = name.replace("__", ".").partition("_van_")
        by_key[AnswerKey.of(element, recipient=recipient)] = answer
    return Answers(by_key)


def route(*topics: str, **given: Answer) -> Route:
    """The route through these topics with these answers."""
    return follow(questionnaire(*topics), answers(**given), today=TODAY)
