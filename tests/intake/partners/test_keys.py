"""Public keys: what is accepted, and which key counts for what."""

import pytest
from django.utils import timezone
from joserfc.jwk import ECKey, OKPKey

from intake.partners.keys import (
    KeyTaken,
    NotAPublicKey,
    encryption_keys,
    read_public_keys,
    replace_keys,
    signing_key,
)
from intake.partners.models import KeyState, KeyUse, PartnerKey
from tests.intake.outbox import factories


def jwk(curve: str = "X25519", *, private: bool = False, **more: object) -> dict[str, object]:
    key = OKPKey.generate_key(curve)  # type: ignore[arg-type]
    return {**key.as_dict(private=private), **more}


def test_a_key_or_a_set_is_read() -> None:
    [one] = read_public_keys(jwk(kid="k1"))
    assert (one.kid, one.use) == ("k1", KeyUse.ENCRYPTION)
    both = read_public_keys({"keys": [jwk(), jwk("Ed25519")]})
    assert [key.use for key in both] == [KeyUse.ENCRYPTION, KeyUse.SIGNATURE]


def test_a_key_without_id_is_known_by_its_thumbprint() -> None:
    key = OKPKey.generate_key("X25519")
    data = {name: value for name, value in key.as_dict(private=False).items() if name != "kid"}
    assert read_public_keys(data)[0].kid == key.thumbprint()


def test_only_public_parts_are_kept() -> None:
    [key] = read_public_keys(jwk(comment="mine", x5u="https://partner.example"))
    assert set(key.jwk) == {"kty", "crv", "x", "kid"}


@pytest.mark.parametrize(
    "data",
    [
        jwk(private=True),
        jwk(use="sig"),
        jwk(x="short"),
        jwk(kid=""),
        jwk(kid="k" * 201),
        jwk(kid=5),
        {"kty": "oct", "k": "c2VjcmV0"},
        ECKey.generate_key("P-256").as_dict(private=False),
        {"keys": []},
        {"keys": "none"},
        {},
        [],
        "key",
        None,
    ],
)
def test_anything_else_is_refused(data: object) -> None:
    with pytest.raises(NotAPublicKey):
        read_public_keys(data)


@pytest.mark.django_db
class TestReplacing:
    """A new key takes over."""

    @pytest.fixture(autouse=True)
    def _partners(self) -> None:
        factories.partners("isd", "kredietbank")

    def put(self, partner: str, data: object) -> bool:
        keys = read_public_keys(data)
        return replace_keys(partner=partner, keys=keys, now=timezone.now())

    def test_the_last_key_counts(self) -> None:
        assert self.put("isd", jwk(kid="old"))
        assert self.put("isd", jwk(kid="new"))
        assert encryption_keys(["isd", "kredietbank"])["isd"].kid == "new"
        assert PartnerKey.objects.get(kid="old").state == KeyState.RETIRING

    def test_the_same_key_again_changes_nothing(self) -> None:
        key = jwk(kid="k")
        assert self.put("isd", key)
        assert not self.put("isd", key)

    def test_going_back_to_a_former_key_is_fine(self) -> None:
        former = jwk(kid="a")
        for key in (former, jwk(kid="b"), former):
            self.put("isd", key)
        assert encryption_keys(["isd"])["isd"].kid == "a"

    def test_an_id_is_for_one_key(self) -> None:
        self.put("isd", jwk(kid="k"))
        with pytest.raises(KeyTaken):
            self.put("isd", jwk(kid="k"))

    def test_a_revoked_key_never_comes_back(self) -> None:
        key = jwk(kid="k")
        self.put("isd", key)
        PartnerKey.objects.update(state=KeyState.REVOKED)
        with pytest.raises(KeyTaken):
            self.put("isd", key)

    def test_two_partners_never_sign_with_one_key(self) -> None:
        self.put("isd", jwk("Ed25519", kid="k"))
        with pytest.raises(KeyTaken):
            self.put("kredietbank", jwk("Ed25519", kid="k"))
        found = signing_key("k")
        assert found is not None
        assert found[0] == "isd"

    def test_a_former_signing_key_is_still_accepted(self) -> None:
        self.put("isd", jwk("Ed25519", kid="old"))
        self.put("isd", jwk("Ed25519", kid="new"))
        assert signing_key("old")
        assert signing_key("new")
        assert signing_key("unknown") is None
