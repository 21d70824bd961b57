"""The simulator's page: what every demo partner got, opened with its own key."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.template import Context, Engine
from joserfc.jwk import KeySet

from portal.demo.partner.journal import Received
from portal.demo.partner.open_message import Rejected, open_body
from portal.demo.partner.receiver import Organisation

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
HERE = Path(__file__).parent
CONFIRMED = "Ontvangst bevestigd"
STATUSES = {
    "aanvaard": "Aanvaard",
    "vraag": "Vraag aan de inwoner",
    "in-behandeling": "In behandeling",
    "afgerond": "Afgerond",
    "geretourneerd": "Teruggestuurd",
}

_engine = Engine(dirs=[str(HERE / "templates")])


def overview(
    organisations: Iterable[Organisation], *, sender_keys: KeySet | None, problem: str = ""
) -> str:
    """The whole page. Without the sender's keys nothing is opened, and it says so."""
    partners = [_partner(organisation, sender_keys) for organisation in organisations]
    partners.sort(key=lambda partner: (not partner["messages"], partner["name"]))
    context = {
        "partners": partners,
        "total": str(sum(len(partner["messages"]) for partner in partners)),
        "statuses": [{"code": code, "name": name} for code, name in STATUSES.items()],
        "closed": sender_keys is None,
        "problem": problem,
    }
    return _engine.get_template("overview.html").render(Context(context))


def style() -> str:
    """The style sheet."""
    return (HERE / "static" / "simulator.css").read_text(encoding="utf-8")


def _partner(organisation: Organisation, sender_keys: KeySet | None) -> dict[str, Any]:
    messages = organisation.journal.messages()
    return {
        "key": organisation.key,
        "name": organisation.name,
        "messages": [_message(organisation, one, sender_keys) for one in messages],
    }


def _message(
    organisation: Organisation, message: Received, sender_keys: KeySet | None
) -> dict[str, Any]:
    document = _opened(organisation, message, sender_keys)
    return {
        "id": message.id,
        "sequence": str(message.sequence),
        "at": _moment(message.at),
        "said": message.said,
        "confirmed": CONFIRMED in message.said,
        "accepted": STATUSES["aanvaard"] in message.said,
        "case": document.get("zaak", {}),
        "terms": document.get("zaak", {}).get("termijnen", []),
        "filer": document.get("indiener", {}),
        "answers": [_answer(answer) for answer in document.get("antwoorden", [])],
    }


def _opened(
    organisation: Organisation, message: Received, sender_keys: KeySet | None
) -> dict[str, Any]:
    if sender_keys is None:
        return {}
    try:
        return open_body(
            message.body, private_keys=organisation.keys.private, sender_keys=sender_keys
        )
    except Rejected:
        return {}


def _answer(answer: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "element": answer["element"],
        "label": answer["vraag"],
        "lines": str(answer["weergave"]).split("\n"),
        "source": f"{answer['bron']}, {answer['peildatum']}",
        "about": "" if answer["betrokkene"] == "inwoner" else answer["betrokkene"],
    }


def _moment(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(AMSTERDAM).strftime("%d-%m-%Y %H:%M:%S")
