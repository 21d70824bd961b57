"""Who can log in to the demo: residents at the simulator, and four members of staff."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypedDict

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

RESIDENTS = Path(__file__).parent / "residents.json"


class Staff(TypedDict):
    """A demo account of somebody who works at the municipality."""

    role: str
    email: str
    name: str
    password: str
    totp: str
    groups: list[str]


EDITOR: Final[Staff] = {
    "role": "editor",
    "email": "redactie@zeventerpen.example",
    "name": "Roos Redacteur",
    "password": "zeven hoge terpen",
    "totp": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
    "groups": ["Redacteuren"],
}
MANAGER: Final[Staff] = {
    "role": "manager",
    "email": "beheer@zeventerpen.example",
    "name": "Bas Beheerder",
    "password": "droge voeten op de terp",
    "totp": "KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU",
    "groups": ["Beheerders"],
}

FUNCTIONAL_MANAGER: Final[Staff] = {
    "role": "functional manager",
    "email": "vragen@zeventerpen.example",
    "name": "Fatma Functioneel",
    "password": "iedere vraag maar een keer",
    "totp": "MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK",
    "groups": ["Functioneel beheerders"],
}
REVIEWER: Final[Staff] = {
    "role": "reviewer",
    "email": "toets@zeventerpen.example",
    "name": "Tom Toetser",
    "password": "vier ogen zien meer dan twee",
    "totp": "NBSWY3DPEB3W64TMNBSWY3DPEB3W64TM",
    "groups": ["Toetsers"],
}
STAFF: Final = (EDITOR, MANAGER, FUNCTIONAL_MANAGER, REVIEWER)


@dataclass(frozen=True, kw_only=True)
class Code:
    """The second-factor code of a demo account at this moment."""

    email: str
    code: str


def current_codes() -> list[Code]:
    """The codes an authenticator app would show now, so that a visitor needs none."""
    return [Code(email=staff["email"], code=_code(staff["totp"])) for staff in STAFF]


def residents() -> list[dict[str, str]]:
    """Name and BSN of everyone on the DigiD simulator; all fictional."""
    people = json.loads(RESIDENTS.read_text(encoding="utf-8"))
    return [{"name": person["name"], "bsn": person["bsn"]} for person in people]


def _code(secret: str) -> str:
    counters = list(yield_hotp_counters_from_time())  # before, now, after
    return str(format_hotp_value(hotp_value(secret, counters[len(counters) // 2])))
