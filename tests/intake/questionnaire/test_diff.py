"""A new version in mid-draft."""

from dataclasses import replace
from decimal import Decimal

from intake.questionnaire.answers import AnswerKey
from intake.questionnaire.codes import PartType
from intake.questionnaire.compose import compose
from intake.questionnaire.definition import Catalogue, Element, Option, Part
from intake.questionnaire.diff import Rebased, fits, rebase
from tests.intake.questionnaire.examples import TODAY, answers, catalogue, told

KEY = {key: AnswerKey.of(key) for key in ("p.voorkeur", "p.naam", "z.beperking", "hulp.taken")}
GIVEN = answers(
    p__voorkeur=told({"kanaal": "brief", "adres": "Kade 1"}),
    z__beperking=told({"gevolg": "Lopen"}),
    hulp__taken=told({"welke": ("was",)}),
)


def moved(changed: Catalogue, *topics: str) -> Rebased:
    old = compose(catalogue(), ["hulp"])
    return rebase(old, compose(changed, topics or ["hulp"]), GIVEN, today=TODAY)


def with_element(key: str, **changes: object) -> Catalogue:
    base = catalogue()

    def change(element: Element) -> Element:
        return replace(element, **changes) if element.key == key else element  # type: ignore[arg-type]

    return replace(base, elements=tuple(map(change, base.elements)))


def test_nothing_changed() -> None:
    result = moved(catalogue())
    assert result.answers == GIVEN
    assert (set(result.kept), result.trimmed, result.dropped, result.new) == (
        set(GIVEN),
        (),
        (),
        (),
    )


def test_another_text_keeps_the_answer() -> None:
    assert moved(with_element("z.beperking", question="Anders?")).answers == GIVEN


def test_a_part_that_no_longer_fits_is_lost_and_the_rest_stays() -> None:
    adres = Part(key="adres", type=PartType.TEXT, label="Adres")
    kanaal = Part(
        key="kanaal",
        type=PartType.CHOICE,
        label="Hoe?",
        options=(Option(value="email", label="E-mail"), Option(value="bellen", label="Bellen")),
    )
    result = moved(with_element("p.voorkeur", parts=(kanaal, adres)))
    assert result.trimmed == (KEY["p.voorkeur"],)
    assert result.answers[KEY["p.voorkeur"]].items == ({"adres": "Kade 1"},)


def test_of_which_nothing_fits_is_dropped() -> None:
    amount = (Part(key="gevolg", type=PartType.MONEY),)
    assert moved(with_element("z.beperking", parts=amount)).dropped == (KEY["z.beperking"],)


def test_another_topic_brings_new_questions_and_drops_what_it_does_not_ask() -> None:
    result = moved(catalogue(), "schuld")
    assert [str(key) for key in result.new] == ["p.kinderen", "schuld.lasten"]
    assert set(result.dropped) == {KEY["z.beperking"], KEY["hulp.taken"]}
    assert result.kept == (KEY["p.voorkeur"],)


def test_which_values_a_part_can_hold() -> None:
    def part(kind: PartType) -> Part:
        return Part(key="p", type=kind, options=(Option(value="a", label="A"),))

    assert fits(part(PartType.YES_NO), value=True)
    assert not fits(part(PartType.NUMBER), value=True)
    assert fits(part(PartType.MONEY), Decimal(1))
    assert fits(part(PartType.CHOICES), ("a",))
    assert not fits(part(PartType.CHOICES), ("a", "b"))
    assert not fits(part(PartType.CHOICE), "b")
    assert fits(part(PartType.DATE), TODAY)
    assert not fits(part(PartType.TEXT), 3)
