"""Plain objects as a view would hand them to the components."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any


def option(value: str, label: str, **more: Any) -> SimpleNamespace:
    """One choice, with an id made of its value."""
    return SimpleNamespace(value=value, label=label, id=more.pop("id", f"id-{value}"), **more)


def field(**more: Any) -> SimpleNamespace:
    """A text part with a label; `more` adds and replaces."""
    given = {"name": "p.naam.voornamen", "id": "id-voornamen", "label": "Voornamen"} | more
    return SimpleNamespace(**given)


NAME = field(autocomplete="given-name", help="Zoals in uw paspoort.", value="Samira")
STREET = field(name="p.adres.straat", id="id-straat", label="Straat", autocomplete="street-address")
CHILD = field(
    name="p.kinderen.0.naam",
    id="id-kind",
    label="Naam van uw kind",
    when_part="z.kinderen.heeft",
    when_values=["true"],
)
IBAN = field(
    name="g.rekening.iban",
    id="id-iban",
    label="Rekeningnummer",
    type="iban",
    help="Begint met NL. Spaties mogen.",
    error="Dit rekeningnummer klopt niet. Kijk het nog eens na.",
    value="NL00 BANK 0123",
)
INCOME = field(
    name="g.inkomen.bedrag",
    id="id-inkomen",
    label="Inkomen per maand",
    type="money",
    unit="euro per maand",
    optional=True,
    unknown=option("unknown", "Dat weet ik niet", name="g.inkomen.bedrag.onbekend", id="id-geen"),
)
STORY = field(
    name="x.verhaal.sociaal-team",
    id="id-verhaal",
    label="Wat is er aan de hand?",
    type="story",
    help="Een paar zinnen is genoeg.",
)
HAS_CHILDREN = field(
    name="z.kinderen.heeft",
    id="id-heeft-kinderen",
    label="Heeft u kinderen die thuis wonen?",
    type="yes-no",
    options=[option("true", "Ja"), option("false", "Nee")],
)
HOUSE = field(
    name="z.woning.soort",
    id="id-woning",
    label="Hoe woont u?",
    type="choice",
    error="Kies wat bij u past.",
    options=[
        option("huur", "In een huurhuis", help="Van een corporatie of een eigenaar"),
        option("koop", "In een koophuis", checked=True),
        option("anders", "Anders"),
    ],
    unknown=option("unknown", "Dat weet ik niet", name="z.woning.soort", id="id-woning-onbekend"),
)
NEEDS = field(
    name="z.hulp.soorten",
    id="id-hulp",
    label="Waarbij heeft u hulp nodig?",
    type="choices",
    help="U mag meer kiezen.",
    options=[
        option("wassen", "Wassen en aankleden"),
        option("koken", "Koken", checked=True),
        option("vervoer", "Naar de dokter of de winkel gaan", help="Met taxi of regiovervoer"),
    ],
)
COUNTRY = field(
    name="p.land.code",
    id="id-land",
    label="In welk land bent u geboren?",
    type="select",
    options=[option("nl", "Nederland", checked=True), option("ma", "Marokko")],
)
BIRTH = field(
    name="p.geboorte.datum",
    id="id-geboorte",
    label="Wanneer bent u geboren?",
    type="date",
    help="Bijvoorbeeld 27 3 1961",
    parts=[
        SimpleNamespace(name="p.geboorte.dag", id="id-dag", label="Dag", autocomplete="bday-day"),
        SimpleNamespace(
            name="p.geboorte.maand", id="id-maand", label="Maand", autocomplete="bday-month"
        ),
        SimpleNamespace(
            name="p.geboorte.jaar",
            id="id-jaar",
            label="Jaar",
            value="1961",
            autocomplete="bday-year",
            invalid=True,
        ),
    ],
)
SINCE = field(
    name="z.sinds.datum",
    id="id-sinds",
    label="Sinds wanneer?",
    type="date",
    help="Bijvoorbeeld 1 mei 2026",
)
FIELDS = [
    NAME, IBAN, INCOME, STORY, HAS_CHILDREN, CHILD, HOUSE, NEEDS, COUNTRY, BIRTH, SINCE,
]  # fmt: skip
ERRORS = [
    SimpleNamespace(id="id-iban", message="Dit rekeningnummer klopt niet"),
    SimpleNamespace(id="id-woning", message="Kies hoe u woont"),
]
TASKS = [
    SimpleNamespace(key="over-u", title="Over u", url="#a", state="done"),
    SimpleNamespace(
        key="huishoudelijke-hulp",
        title="Hulp in het huishouden",
        url="#b",
        state="doing",
        hint="6 vragen, ongeveer 4 minuten",
    ),
    SimpleNamespace(key="schuldhulp", title="Hulp bij schulden", url="#c", state="todo"),
    SimpleNamespace(key="papieren", title="Papieren", url="", state="todo"),
]
ROWS = [
    SimpleNamespace(
        label="Naam",
        values=["Samira de Vries"],
        note="Uit de basisregistratie, 21 november 2026",
        url="#naam",
        answer="p.naam",
    ),
    SimpleNamespace(
        label="Kinderen die thuis wonen",
        values=["Noor, 9 jaar", "Sam, 4 jaar"],
        url="#kinderen",
        answer="p.kinderen",
    ),
    SimpleNamespace(label="Woning", values=["In een huurhuis"], shares="z.woning"),
]
STEPS = [
    SimpleNamespace(label="Verstuurd", done=True, at=datetime(2026, 11, 21, 14, 2, tzinfo=UTC)),
    SimpleNamespace(
        label="Aangekomen",
        done=True,
        at=datetime(2026, 11, 21, 14, 3, tzinfo=UTC),
        detail="bij het Sociaal Team",
    ),
    SimpleNamespace(label="Opgepakt", done=False, current=True, detail="uiterlijk 4 januari 2027"),
]
WAY = [
    SimpleNamespace(label="Home", url="/"),
    SimpleNamespace(label="Geld", url="/geld/"),
    SimpleNamespace(label="Hulp bij schulden"),
]
MUNICIPALITY = SimpleNamespace(
    name="Gemeente Zeventerpen",
    phone="0500 123 456",
    email="hallo@zeventerpen.example",
    address="Terpstraat 7\n9999 ZT Zeventerpen",
    opening_hours="Maandag tot en met vrijdag, 8.30 tot 17.00 uur",
)


def page() -> dict[str, Any]:
    """The context of the components page."""
    return {
        "municipality": MUNICIPALITY,
        "fields": FIELDS,
        "street": STREET,
        "errors": ERRORS,
        "tasks": TASKS,
        "rows": ROWS,
        "steps": STEPS,
        "way": WAY,
        "topics": ["hulp in het huishouden", "vervoer"],
        "footer_links": [
            {"label": "Toegankelijkheid", "url": "#t", "language": "nl"},
            {"label": "Privacy", "url": "#p", "language": "nl"},
        ],
    }
