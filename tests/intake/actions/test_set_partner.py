"""`set_partner`: creates or changes a recipient's delivery; bad input changes nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from joserfc.jwk import OKPKey

from intake.outbox.destinations import Outcome
from intake.outbox.models import OutboxDelivery
from intake.outbox.states import State
from intake.partners.keys import encryption_keys
from intake.partners.models import GateState, Partner, PartnerGate
from tests.intake.outbox import factories

pytestmark = pytest.mark.django_db
ADDRESS = "https://isd.example/berichten"


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    key = OKPKey.generate_key("X25519", auto_kid=True)
    path = tmp_path / "public.jwk.json"
    path.write_text(json.dumps(key.as_dict(private=False)), encoding="utf-8")
    return path


def set_partner(*words: object, **options: Any) -> None:
    call_command("set_partner", *map(str, words), verbosity=0, **options)


def test_it_creates_a_partner(key_file: Path) -> None:
    set_partner("isd", "--name", "ISD", "--address", ADDRESS, "--public-jwk", key_file)
    partner = Partner.objects.get(key="isd")
    assert (partner.name, partner.delivery, partner.address) == ("ISD", "push", ADDRESS)
    assert "isd" in encryption_keys(["isd"])


def test_what_is_not_given_stays(key_file: Path) -> None:
    set_partner("isd", "--name", "ISD", "--address", ADDRESS, "--allow-network", "10.0.0.0/8")
    set_partner("isd", "--public-jwk", key_file)
    partner = Partner.objects.get(key="isd")
    assert (partner.name, partner.address) == ("ISD", ADDRESS)
    assert partner.allow_networks == ["10.0.0.0/8"]


def test_another_port_is_for_an_allowed_network() -> None:
    address = "https://isd.example:9000/berichten"
    set_partner("isd", "--address", address, "--allow-network", "10.0.0.0/8")
    set_partner("kredietbank", "--address", "https://kredietbank.example:8443/berichten")
    assert Partner.objects.get(key="isd").address == address


def test_what_was_held_for_want_of_a_key_goes_out_again(key_file: Path) -> None:
    factories.partners("isd")
    factories.emitted("isd")
    [parcel] = factories.claimed()
    factories.reported(parcel, Outcome.hold("no-key"))
    set_partner("isd", "--public-jwk", key_file)
    delivery = OutboxDelivery.objects.get()
    assert (delivery.state, delivery.attempts, delivery.reason) == (State.PENDING, 0, "")


def test_a_new_address_opens_a_gate_that_410_shut() -> None:
    factories.partners("isd")
    PartnerGate.objects.update(state=GateState.SHUT)
    set_partner("isd", "--address", ADDRESS)
    assert PartnerGate.objects.get().state == GateState.PASSING


def test_resuming_needs_no_change(capsys: pytest.CaptureFixture[str]) -> None:
    factories.partners("isd", "kredietbank")
    held, dead = factories.emitted("isd", count=2)
    [other] = factories.emitted("kredietbank")
    for delivery, state in ((held, State.HELD), (dead, State.DEAD), (other, State.DEAD)):
        delivery.state, delivery.reason = state, "http-410"
        delivery.save()
    PartnerGate.objects.update(state=GateState.SHUT)
    call_command("set_partner", "isd", "--resume")
    assert capsys.readouterr().out == "isd is set; 2 stuck messages go out again\n"
    states = OutboxDelivery.objects.values_list("partner_id", "state")
    assert sorted(states) == [
        ("isd", State.PENDING),
        ("isd", State.PENDING),
        ("kredietbank", State.DEAD),
    ]
    gates = dict(PartnerGate.objects.values_list("partner_id", "state"))
    assert gates == {"isd": GateState.PASSING, "kredietbank": GateState.SHUT}


def test_a_change_sends_what_was_given_up_too() -> None:
    factories.partners("isd")
    factories.emitted("isd")
    OutboxDelivery.objects.update(state=State.DEAD, reason="connect")
    set_partner("isd", "--address", ADDRESS)
    assert OutboxDelivery.objects.get().state == State.PENDING


def test_a_key_that_comes_while_its_want_is_found_is_enough(key_file: Path) -> None:
    factories.partners("isd")
    factories.emitted("isd")
    [parcel] = factories.claimed()
    set_partner("isd", "--public-jwk", key_file)
    factories.reported(parcel, Outcome.hold("no-key"))
    assert OutboxDelivery.objects.get().state == State.PENDING


def test_the_same_again_sets_nothing_free() -> None:
    set_partner("isd", "--address", ADDRESS)
    PartnerGate.objects.update(state=GateState.SHUT)
    set_partner("isd", "--address", ADDRESS)
    assert PartnerGate.objects.get().state == GateState.SHUT


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--address", "ftp://isd.example"], "--address: it must be https"),
        (["--address", "isd.example"], "--address: it must be https"),
        (["--address", "https://"], "--address: it must be https"),
        (["--address", "https://isd.example:x/"], "--address: not an address"),
        (["--address", "https://u:p@isd.example/"], "--address: it may hold no user"),
        (["--address", "http://isd.example/"], "--address: plain http"),
        (["--address", "https://isd.example:22/"], "--address: another port than 443"),
        (["--address", "https://isd.example:0/"], "--address: another port than 443"),
        (["--address", "https://isd.example/a b"], "--address: at most 500 characters, without"),
        (["--address", f"https://isd.example/{'a' * 500}"], "--address: at most 500 characters"),
        (["--name", "n" * 201], "KEY or --name: the name must be 1 to 200"),
        (["--allow-network", "10.0.0.1/8"], "--allow-network: 10.0.0.1/8 is not"),
        (["--suite", "rot13"], "--suite: rot13"),
        (["--public-jwk", "/nowhere.json"], "--public-jwk: /nowhere.json: No such file"),
    ],
)
def test_bad_input_is_one_clear_line_and_changes_nothing(words: list[str], message: str) -> None:
    with pytest.raises(CommandError, match=message):
        set_partner("isd", *words)
    assert not Partner.objects.exists()


@pytest.mark.parametrize("key", ["", "k" * 101, "two\nlines"])
def test_a_key_must_be_able_to_name_a_partner(key: str) -> None:
    with pytest.raises(CommandError, match="KEY or --name: the key must be 1 to 100"):
        set_partner(key, "--address", ADDRESS)
    assert not Partner.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "{}",
        '{"kty": "OKP", "crv": "X25519", "d": "a"}',
        '{"kty": "OKP", "crv": ["X25519"], "x": "a"}',
        f'{{"kty": "OKP", "crv": "X25519", "x": "{"A" * 43}"}}',  # nobody can seal for zero
        "[" * 100_000,
    ],
)
def test_a_file_without_a_public_key_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "key.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match="--public-jwk"):
        set_partner("isd", "--public-jwk", path)
    assert not Partner.objects.exists()
