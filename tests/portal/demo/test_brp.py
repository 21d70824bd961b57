"""The demo's population register, against what the catalogue asks."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from intake.catalogue.files import read
from intake.prefill.sources import Person
from portal.demo.brp import DemoRegister, _register

STARTER = Path(settings.BASE_DIR) / "intake/catalogue/starter.yaml"
JAN = Person(bsn="999993653")
PREFILLED = {
    *("p.naam", "p.geboortedatum", "p.adres", "p.burgerlijkeStaat", "p.kinderen"),
    *("p.verblijfstitel", "p.gezagCuratele"),
}


def test_tells_what_was_asked_and_no_more() -> None:
    known = DemoRegister().fetch(JAN, ["p.naam", "p.kinderen", "x.hulpvraag"])
    assert set(known) == {"p.naam", "p.kinderen"}
    name = known["p.naam"]
    assert name.source == "brp"
    assert name.as_of == timezone.localdate()
    assert name.items == (
        {"voornamen": "Jan Willem", "voorvoegsel": "de", "geslachtsnaam": "Vries"},
    )
    assert known["p.kinderen"].items[0]["geboortedatum"] == date(1971, 8, 30)


def test_knows_nothing_of_who_is_not_registered() -> None:
    assert DemoRegister().fetch(Person(bsn="999990019"), PREFILLED) == {}


@pytest.mark.parametrize("bsn", sorted(_register()))
def test_speaks_the_catalogues_language(bsn: str) -> None:
    parts = {
        element.key: {part.key: part for part in element.parts}
        for element in read(STARTER).elements
    }
    known = DemoRegister().fetch(Person(bsn=bsn), PREFILLED)
    assert set(known) == PREFILLED
    for key, prefilled in known.items():
        for item in prefilled.items:
            assert set(item) <= set(parts[key])
            for part_key, value in item.items():
                options = {option.value for option in parts[key][part_key].options}
                assert not options or value in options
