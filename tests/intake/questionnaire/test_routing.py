"""What applies, for whom, and when it is answered."""

from dataclasses import replace

from intake.questionnaire.answers import UNKNOWN
from intake.questionnaire.codes import About
from tests.intake.questionnaire.examples import TODAY, question, route, told

CANNOT_PAY = told({"lukt": False})


def test_a_conditional_question_comes_with_its_answer() -> None:
    income = question("f.inkomen")
    assert route("schuld").needed_by(income) == ()
    assert route("schuld", schuld__lasten=CANNOT_PAY).needed_by(income) == ("schuld",)
    assert route("schuld", schuld__lasten=told({"lukt": True})).needed_by(income) == ()
    assert route("schuld", schuld__lasten=told({"lukt": UNKNOWN})).needed_by(income) == ()


def test_what_is_only_prefilled_decides_nothing() -> None:
    income = question("f.inkomen")
    prefilled = told({"lukt": False}, source="profiel", confirmed=False)
    assert route("schuld", schuld__lasten=prefilled).needed_by(income) == ()
    corrected = replace(prefilled, correction="Het lukt wel")
    assert route("schuld", schuld__lasten=corrected).needed_by(income) == ("schuld",)


def test_who_receives_depends_on_the_answers() -> None:
    child = told({"naam": "Bo", "geboren": TODAY})
    assert [each.key for each in route().recipients("schuld")] == ["bank"]
    assert [each.key for each in route(p__kinderen=told()).recipients("schuld")] == ["bank"]
    with_child = route(p__kinderen=child)
    assert [each.key for each in with_child.recipients("schuld")] == ["bank", "fonds"]
    assert [each.key for each in with_child.recipients("hulp")] == ["team"]


def test_recipients_of_a_question() -> None:
    with_child = route(p__kinderen=told({"naam": "Bo", "geboren": TODAY}))

    def readers(key: str) -> list[str]:
        return [each.key for each in with_child.recipients_of(question(key))]

    assert readers("p.naam") == ["team", "bank", "fonds"]
    assert readers("p.bsn") == ["team", "bank"]
    assert readers("x.spoed") == ["team", "bank"]
    assert readers("schuld.lasten") == ["bank"]
    assert readers("f.inkomen") == []


def test_told_per_recipient_is_answered_when_each_part_is() -> None:
    spoed = question("x.spoed")
    no_hurry = told({"haast": False})
    assert not route("hulp", "schuld", x__spoed_van_team=no_hurry).is_answered(spoed)
    both = route("hulp", "schuld", x__spoed_van_team=no_hurry, x__spoed_van_bank=no_hurry)
    assert both.is_answered(spoed)
    assert route("hulp", x__spoed_van_team=no_hurry).is_answered(spoed)


def test_a_case_is_urgent_by_what_its_own_recipients_were_told() -> None:
    hurry = route(x__spoed_van_team=told({"haast": True}))
    assert hurry.is_urgent("hulp")
    assert not hurry.is_urgent("schuld")
    assert not hurry.is_urgent("jeugd")


def test_a_follow_up_part_is_required_only_when_it_applies() -> None:
    voorkeur = question("p.voorkeur")
    assert route(p__voorkeur=told({"kanaal": "email"})).is_answered(voorkeur)
    assert not route(p__voorkeur=told({"kanaal": "brief"})).is_answered(voorkeur)
    letter = told({"kanaal": "brief", "adres": "Kade 1"})
    assert route(p__voorkeur=letter).is_answered(voorkeur)


def test_a_prefilled_question_is_answered_when_confirmed() -> None:
    name = question("p.naam")
    from_register = told({"voornamen": "Jan"}, source="brp", confirmed=False)
    assert not route(p__naam=from_register).is_answered(name)
    assert route(p__naam=replace(from_register, confirmed=True)).is_answered(name)
    assert route(p__naam=replace(from_register, correction="Janus")).is_answered(name)


def test_what_the_resident_types_for_a_register_must_be_whole() -> None:
    name = question("p.naam")
    assert not route(p__naam=told({"voornamen": "Jan"})).is_answered(name)
    assert route(p__naam=told({"voornamen": "Jan", "geslachtsnaam": "Bos"})).is_answered(name)


def test_an_optional_part_may_be_left_open() -> None:
    children = question("p.kinderen")
    assert route(p__kinderen=told({"naam": "Bo", "geboren": TODAY})).is_answered(children)
    assert not route(p__kinderen=told({"naam": "Bo"})).is_answered(children)


def test_an_empty_list_is_an_answer_and_no_item_elsewhere_is_not() -> None:
    assert route(p__kinderen=told()).is_answered(question("p.kinderen"))
    assert not route(p__voorkeur=told()).is_answered(question("p.voorkeur"))


def test_unanswered_is_what_stands_between_here_and_submit() -> None:
    filled = route(
        "jeugd", p__kinderen=told(), p__naam=told({"voornamen": "A", "geslachtsnaam": "B"})
    )
    assert [str(each.key) for each in filled.unanswered()] == ["z.beperking@child"]


def test_about_a_child_is_answered_apart() -> None:
    filled = route("hulp", "jeugd", z__beperking=told({"gevolg": "Lopen"}))
    assert filled.is_answered(question("z.beperking"))
    assert not filled.is_answered(question("z.beperking", About.CHILD))
