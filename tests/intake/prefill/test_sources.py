"""The registry of sources."""

import pytest

from intake.prefill.sources import DuplicateSource, Person, Sources
from tests.intake.catalogue.factories import NOON, starter
from tests.intake.prefill.contract import check_source
from tests.intake.prefill.factories import BSN, NAME, Broken, Register, prefilled

PERSON = Person(bsn=BSN)


def test_the_tests_own_register_keeps_the_contract() -> None:
    check_source(
        Register(),
        known=PERSON,
        elements=["p.naam", "p.geboortedatum"],
        catalogue=starter(),
        today=NOON.date(),
    )


def test_a_name_is_registered_once() -> None:
    sources = Sources()
    sources.register("BRP", Register())
    with pytest.raises(DuplicateSource):
        sources.register("BRP", Register())
    sources.unregister("BRP")
    sources.register("BRP", Register())


def test_a_later_source_is_asked_only_for_what_is_still_unknown() -> None:
    sources = Sources()
    first = Register({"p.naam": prefilled(NAME)})
    second = Register({"p.naam": prefilled({"voornamen": "Anders"})})
    sources.register("BRP", first)
    sources.register("profiel", second)
    fetched = sources.fetch(PERSON, ["p.naam", "p.contact"])
    assert fetched.found == {"p.naam": prefilled(NAME)}
    assert second.asked == [{"p.contact"}]


def test_a_source_that_is_down_is_named_and_stops_nothing() -> None:
    sources = Sources()
    sources.register("Suwinet", Broken())
    sources.register("BRP", Register())
    fetched = sources.fetch(PERSON, ["p.naam"])
    assert fetched.down == ("Suwinet",)
    assert set(fetched.found) == {"p.naam"}


def test_more_than_was_asked_is_left_out() -> None:
    class Chatty(Register):
        def fetch(self, person: Person, elements: object) -> dict[str, object]:  # type: ignore[override]
            return dict(self.known)

    sources = Sources()
    sources.register("BRP", Chatty())  # type: ignore[arg-type]
    assert set(sources.fetch(PERSON, ["p.naam"]).found) == {"p.naam"}


def test_a_source_without_a_question_is_not_asked() -> None:
    sources = Sources()
    register = Register()
    sources.register("BRP", register)
    assert sources.fetch(PERSON, []).found == {}
    assert register.asked == []


def test_a_person_and_a_value_do_not_show_in_a_traceback() -> None:
    assert BSN not in repr(PERSON)
    assert "Terpstra" not in repr(prefilled(NAME))
