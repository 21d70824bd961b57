"""Random catalogues that lint accepts, and random answers, right and stale, to their questions.

They are built from a seed and a size: far cheaper than a strategy per choice, so that
each property sees many. Hypothesis prints the failing case and shrinks its size.
"""

from random import Random

from hypothesis import strategies as st

from intake.questionnaire.answers import UNKNOWN, Answer, AnswerKey, Answers, Item, Value
from intake.questionnaire.codes import Scope
from intake.questionnaire.compose import compose
from intake.questionnaire.definition import Catalogue, Element
from intake.questionnaire.questions import Questionnaire
from tests.intake.questionnaire.random_catalogues import RECIPIENTS, TOPICS, catalogue
from tests.intake.questionnaire.random_parts import TODAY, VALUES

__all__ = ["TODAY", "TOPICS", "answers_to", "catalogues", "intakes", "randoms", "some_answers"]

randoms = st.randoms(use_true_random=True)


def _item(random: Random, element: Element) -> Item:
    """Some of the parts, whether they apply or not, and now and then one that is gone."""
    item: dict[str, Value] = {}
    for part in element.parts:
        if random.random() < 0.8:
            unknown = part.unknown and random.random() < 0.3
            item[part.key] = UNKNOWN if unknown else VALUES[part.type](random)
    if random.random() < 0.1:
        item["vervallen"] = "oud"
    return item


def some_answers(random: Random, questionnaire: Questionnaire) -> Answers:
    """Answers to most of the questions, for any recipient, confirmed or not."""
    given: dict[AnswerKey, Answer] = {}
    for question in questionnaire.questions:
        told_to = [""] if question.element.scope is Scope.INTAKE else RECIPIENTS
        for recipient in told_to:
            if random.random() < 0.8:
                count = random.randrange(3) if question.element.repeat else 1
                given[AnswerKey(question.key, recipient)] = Answer(
                    items=tuple(_item(random, question.element) for _ in range(count)),
                    source=random.choice(["inwoner", "brp"]),
                    as_of=TODAY,
                    confirmed=random.random() < 0.8,
                    correction=random.choice(["", "", "", "Het is 111222333"]),
                )
    return Answers(given)


def catalogues() -> st.SearchStrategy[Catalogue]:
    """Small catalogues of three topics in which everything fits together."""
    return st.builds(catalogue, randoms, st.integers(1, 6))


def answers_to(questionnaire: Questionnaire) -> st.SearchStrategy[Answers]:
    """Answers to some of the questions, for any recipient, confirmed or not."""
    return st.builds(some_answers, randoms, st.just(questionnaire))


def intakes() -> st.SearchStrategy[tuple[Catalogue, Questionnaire, Answers]]:
    """A catalogue, all its topics composed, and answers to some of that."""

    def intake(random: Random, size: int) -> tuple[Catalogue, Questionnaire, Answers]:
        made = catalogue(random, size)
        questionnaire = compose(made, TOPICS)
        return made, questionnaire, some_answers(random, questionnaire)

    return st.builds(intake, randoms, st.integers(1, 6))
