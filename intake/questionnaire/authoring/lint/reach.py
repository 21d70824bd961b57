"""Whether a condition can hold at all, given what one topic asks.

Looks for answers that make it true: with the choices this topic is offered, and with the
conditions of the questions and fields that the rules look at. Where it finds none, there
are none; in doubt (dates that depend on the day, a very long search) it says "can hold".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.questionnaire.authoring.lint.claims import Claim, agree
from intake.questionnaire.authoring.lint.setting import Setting, meant
from intake.questionnaire.codes import About
from intake.questionnaire.definition import AllOf, AnyOf, Condition, Element, Not, Rule, Topic
from intake.questionnaire.questions import QuestionKey

BUDGET = 20_000
"""Steps after which the search stops."""


def can_hold(condition: Condition, topic: Topic, setting: Setting) -> bool:
    """Whether some answers to what this topic asks make the condition true."""
    return _Search(topic, setting).meets(_Tried((_Demand(condition),)))


@dataclass(frozen=True, slots=True)
class _Demand:
    """That a condition is true, or that it is not."""

    condition: Condition
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class _Tried:
    """How far a search is: what is still demanded, what was claimed of which question.

    `seen`: whose own conditions were demanded already: a question, or a part of it.
    """

    demands: tuple[_Demand, ...]
    claims: tuple[tuple[QuestionKey, Claim], ...] = ()
    seen: frozenset[tuple[QuestionKey, str]] = frozenset()

    def demanding(self, *demands: _Demand) -> "_Tried":
        return replace(self, demands=(*demands, *self.demands[1:]))


@dataclass(slots=True)
class _Search:
    """A search for answers, depth first; `steps` counts what it tried."""

    topic: Topic
    setting: Setting
    steps: int = 0

    def meets(self, tried: _Tried) -> bool:
        """Whether all demands can be met beside what is claimed."""
        self.steps += 1
        if not tried.demands or self.steps > BUDGET:
            return True
        first = tried.demands[0]
        match first.condition:
            case Not(inner):
                return self.meets(tried.demanding(_Demand(inner, not first.wanted)))
            case AllOf(conditions) | AnyOf(conditions):
                parts = [_Demand(each, first.wanted) for each in conditions]
                if isinstance(first.condition, AllOf) is first.wanted:
                    return self.meets(tried.demanding(*parts))
                return any(self.meets(tried.demanding(each)) for each in parts)
            case Rule() as rule:
                return self._meets_rule(rule, tried, wanted=first.wanted)

    def _meets_rule(self, rule: Rule, tried: _Tried, *, wanted: bool) -> bool:
        question = meant(rule.element, rule.about, self.topic)
        element = self.setting.elements.get(rule.element)
        if element is None or question not in self.setting.asked[self.topic.key]:
            return not wanted and self.meets(tried.demanding())
        claims = (*tried.claims, (question, Claim(rule, wanted)))
        mine = [claim for about, claim in claims if about == question]
        single = self.setting.is_single(element)
        if not agree(element, mine, topic=self.topic.key, single=single):
            return False
        tried = replace(tried, claims=claims)
        if not wanted:
            return self.meets(tried.demanding())
        places = frozenset({(question, ""), (question, rule.part)})
        more = [_Demand(each) for each in self._own(element, question, places - tried.seen)]
        return self.meets(replace(tried.demanding(*more), seen=tried.seen | places))

    def _own(
        self, element: Element, question: QuestionKey, places: frozenset[tuple[QuestionKey, str]]
    ) -> Iterator[Condition]:
        """The conditions under which the question and its part are asked at all."""
        always = element.key in self.topic.always
        if (question, "") in places and element.when is not None and not always:
            yield element.when
        for part in element.parts:
            if (question, part.key) in places and part.when is not None:
                yield _about(part.when, question.about)


def _about(condition: Condition, person: About) -> Condition:
    """The condition of a part, of the answer about this person."""
    match condition:
        case AllOf(conditions):
            return AllOf(tuple(_about(each, person) for each in conditions))
        case AnyOf(conditions):
            return AnyOf(tuple(_about(each, person) for each in conditions))
        case Not(inner):
            return Not(_about(inner, person))
        case Rule():
            return replace(condition, about=person)
