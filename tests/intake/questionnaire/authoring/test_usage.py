"""Who uses an element."""

from hypothesis import given, settings

from intake.questionnaire.authoring.places import Place, RecordKind
from intake.questionnaire.authoring.usage import topics_using
from intake.questionnaire.definition import Catalogue
from tests.intake.questionnaire.examples import catalogue
from tests.intake.questionnaire.strategies import catalogues


def test_topics_need_it_always_or_not() -> None:
    used = topics_using(catalogue(), "f.inkomen")
    assert [topic.key for topic in used.conditionally] == ["schuld"]
    assert used.always == ()
    assert not used.is_free


def test_conditions_look_at_it() -> None:
    used = topics_using(catalogue(), "x.spoed")
    assert [topic.key for topic in used.topics] == ["hulp", "schuld"]
    assert used.looked_at == (
        Place(RecordKind.TOPIC, "hulp", ("urgent",)),
        Place(RecordKind.TOPIC, "schuld", ("urgent",)),
    )


def test_its_own_parts_are_no_use_of_it() -> None:
    assert topics_using(catalogue(), "p.voorkeur").looked_at == ()


def test_recipients_name_it() -> None:
    used = topics_using(catalogue(), "p.kinderen")
    assert [recipient.key for recipient in used.named_by] == ["fonds"]
    assert used.looked_at == (Place(RecordKind.RECIPIENT, "fonds", ("when",)),)


def test_an_own_question_is_its_topics() -> None:
    used = topics_using(catalogue(), "schuld.lasten")
    assert [topic.key for topic in used.always] == ["schuld"]
    assert used.looked_at == (Place(RecordKind.ELEMENT, "f.inkomen", ("when",)),)


def test_what_nothing_names_is_free() -> None:
    assert topics_using(catalogue(), "p.weg").is_free


@settings(max_examples=50, deadline=None)
@given(catalogues())
def test_a_topic_that_asks_it_uses_it(made: Catalogue) -> None:
    for element in made.elements:
        used = {topic.key for topic in topics_using(made, element.key).topics}
        assert used == {
            topic.key for topic in made.topics if element.key in {*topic.always, *topic.conditional}
        }
