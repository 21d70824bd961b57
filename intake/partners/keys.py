"""Partners' public keys: reading JWK files, and which key counts for what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from intake.partners.models import KeyState, KeyUse, PartnerKey

USE_OF_CURVE = {"X25519": KeyUse.ENCRYPTION, "Ed25519": KeyUse.SIGNATURE}


LONGEST_KID = 200


class NotAPublicKey(Exception):
    """Not an X25519 or Ed25519 public key in JWK form; says what is wrong with it."""


class KeyTaken(Exception):
    """The key id belongs to another key, or to one that was revoked; says which id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """A checked public key. `jwk` holds its public parts and its `kid`, nothing else."""

    kid: str
    use: KeyUse
    jwk: dict[str, Any]


def read_public_keys(data: object) -> list[PublicKey]:
    """The keys of a JWK or a JWK set (RFC 7517), as parsed JSON. Raises NotAPublicKey."""
    entries = data.get("keys") if isinstance(data, dict) and "keys" in data else [data]
    if not isinstance(entries, list) or not entries:
        raise NotAPublicKey("there is no key in it")
    return [_public_key(entry) for entry in entries]


def replace_keys(*, partner: str, keys: Sequence[PublicKey], now: datetime) -> bool:
    """Make these the active keys; whether anything changed.

    A former key for sealing is retired at once. A former signing key is accepted
    until it is revoked, so that requests under way are not refused. Raises KeyTaken.
    """
    changed = [_activate(partner, key, now) for key in keys]
    return any(changed)


def encryption_keys(partners: Collection[str]) -> dict[str, PublicKey]:
    """The key each partner's messages are sealed for; a partner without one is left out."""
    rows = PartnerKey.objects.sealing().filter(partner_id__in=partners)
    return {row.partner_id: _view(row) for row in rows}


def signing_key(kid: str) -> tuple[str, PublicKey] | None:
    """The partner that signs with this key id, and the key; None when nobody may."""
    row = PartnerKey.objects.verifying().filter(kid=kid).first()
    return (row.partner_id, _view(row)) if row else None


def _activate(partner: str, key: PublicKey, now: datetime) -> bool:
    mine = PartnerKey.objects.filter(partner_id=partner, use=key.use)
    same = mine.filter(kid=key.kid).first()
    if same is not None and (same.jwk != key.jwk or same.state == KeyState.REVOKED):
        raise KeyTaken(f"the key id {key.kid} is in use or was revoked")
    if same is not None and same.state == KeyState.ACTIVE:
        return False
    if key.use is KeyUse.SIGNATURE and _signs_for_another(partner, key.kid):
        raise KeyTaken(f"the key id {key.kid} is in use or was revoked")
    mine.filter(state=KeyState.ACTIVE).update(state=KeyState.RETIRING)
    PartnerKey.objects.update_or_create(
        partner_id=partner,
        use=key.use,
        kid=key.kid,
        defaults={"state": KeyState.ACTIVE},
        create_defaults={"jwk": key.jwk, "state": KeyState.ACTIVE, "created_at": now},
    )
    return True


def _signs_for_another(partner: str, kid: str) -> bool:
    others = PartnerKey.objects.exclude(partner_id=partner)
    return others.filter(kid=kid, use=KeyUse.SIGNATURE).exists()


def _public_key(entry: object) -> PublicKey:
    if not isinstance(entry, dict):
        raise NotAPublicKey("a key must be a JSON object")
    if "d" in entry:
        raise NotAPublicKey("it holds a private key; give the public one only")
    if entry.get("kty") != "OKP" or str(entry.get("crv")) not in USE_OF_CURVE:
        raise NotAPublicKey("it must be X25519 (to seal for) or Ed25519 (to sign with)")
    use = USE_OF_CURVE[entry["crv"]]
    if entry.get("use", use) != use:
        raise NotAPublicKey(f"a key on {entry['crv']} has use {use.value}")
    return PublicKey(kid=(jwk := _checked(entry))["kid"], use=use, jwk=jwk)


def _checked(entry: dict[str, Any]) -> dict[str, Any]:
    """The public parts only; a key without `kid` is known by its thumbprint (RFC 7638)."""
    public: dict[str, Any] = {name: entry[name] for name in ("kty", "crv", "x") if name in entry}
    try:
        key = OKPKey.import_key(public)
        if isinstance(key.public_key, X25519PublicKey):
            X25519PrivateKey.generate().exchange(key.public_key)  # refuses points of low order
        kid = entry.get("kid", key.thumbprint())
    except (JoseError, ValueError, TypeError):
        raise NotAPublicKey("its x is not a point on the curve") from None
    if not isinstance(kid, str) or not kid.isprintable() or not 0 < len(kid) <= LONGEST_KID:
        raise NotAPublicKey(f"its kid must be a text of at most {LONGEST_KID} characters")
    return {**public, "kid": kid}


def _view(row: PartnerKey) -> PublicKey:
    return PublicKey(kid=row.kid, use=KeyUse(row.use), jwk=row.jwk)
