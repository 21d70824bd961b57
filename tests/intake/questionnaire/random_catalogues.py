"""Random catalogues that lint accepts: three topics, their elements and their recipients.

They are made without looking whether every condition can hold; what lint then says is
wrong is taken out, so that what is left fits together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from intake.questionnaire.authoring.lint import errors
from intake.questionnaire.authoring.lint.setting import asked_by
from intake.questionnaire.codec import catalogue_from_data, catalogue_to_data
from intake.questionnaire.codes import About, Kind, Role, Scope, Section, Sensitivity
from intake.questionnaire.definition import (
    Catalogue,
    Clock,
    Element,
    Part,
    Recipient,
    Regime,
    Repeat,
    Topic,
)
from intake.questionnaire.plain import Path
from tests.intake.questionnaire.random_parts import a_condition, a_part, a_rule, some

SECTIONS = [section for section in Section if section is not Section.TOPIC]
BEFORE_TOPIC = SECTIONS[:3]
TOPICS = ("alfa", "beta", "gamma")
RECIPIENTS = ("algemeen", "fonds", "adviseur")


def catalogue(random: Random, size: int) -> Catalogue:
    """A catalogue of that many shared elements in which everything fits together."""
    made = unchecked(random, size, limited=True)
    while found := errors(made):
        data: Any = catalogue_to_data(made)
        for path in {each.path for each in found}:
            _take_out(data, path)
        made = catalogue_from_data(_swept(data))
    return made


def _take_out(data: Any, path: Path) -> None:
    """Take out the condition, the need or the limit that a path leads to."""
    for step in ("when", "topics", "conditional"):
        if step in path[1:]:
            place = path.index(step, 1)
            holder = _at(data, path[:place])
            if step == "conditional":
                holder[step][path[place + 1]] = None
            else:
                holder.pop(step, None)
            return
    raise AssertionError(path)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _swept(data: Any) -> Any:
    """The data without the needs that were taken out."""
    for topic in data["topics"]:
        topic["conditional"] = [key for key in topic.get("conditional", ()) if key]
    return data


def unchecked(random: Random, size: int, *, limited: bool = False) -> Catalogue:
    """A catalogue that may have conditions that never hold; `limited`: and options for some."""
    sections = sorted(random.choices(SECTIONS, k=size), key=SECTIONS.index)
    shared: list[Element] = []
    for number, section in enumerate(sections):
        shared.append(_element(random, f"e.{number}", section, tuple(shared)))
    topics = [_topic(random, key, shared) for key in TOPICS]
    everybody, *others = RECIPIENTS
    general = Recipient(
        key=everybody,
        name="Algemeen",
        role=Role.BESTUURSORGAAN,
        law="Awb",
        topics=TOPICS,
        purpose="",
        bsn=random.random() < 0.5,
    )
    return Catalogue(
        elements=tuple(_offered_to_some(random, shared, topics) if limited else shared),
        regimes=(Regime(key="awb", clocks=(Clock(name="besluit", start="aanvraag", days=56),)),),
        topics=tuple(topics),
        recipients=(general, *(_recipient(random, key, topics, shared) for key in others)),
    )


def _offered_to_some(
    random: Random, shared: Sequence[Element], topics: Sequence[Topic]
) -> Iterator[Element]:
    """The same elements; now and then an option is for one topic, or for some answers."""
    for number, element in enumerate(shared):
        asking = [
            topic.key
            for topic in topics
            if any(each.element == element.key for each in asked_by(topic))
        ]
        parts = []
        for part in element.parts:
            options = list(part.options)
            if options and asking and random.random() < 0.5:
                options[1] = replace(options[1], topics=(random.choice(asking),))
            if options and number and random.random() < 0.5:
                options[2] = replace(options[2], when=a_condition(random, shared[:number]))
            parts.append(replace(part, options=tuple(options)))
        yield replace(element, parts=tuple(parts))


def _element(random: Random, key: str, section: Section, before: Sequence[Element] = ()) -> Element:
    """An element whose rule, if any, looks at these earlier ones."""
    first, second = a_part(random, 0), a_part(random, 1)
    bare = Element(key=key, label=key, question=key, parts=(first,))
    if random.random() < 0.5:
        parts: tuple[Part, ...] = (first,)
    else:
        when = a_rule(random, [bare], sibling=True) if random.random() < 0.6 else None
        parts = (first, replace(second, when=when))
    return Element(
        key=key,
        label=f"Label {key}",
        question=f"Vraag {key}?",
        section=section,
        parts=parts,
        page=random.choice(["", "samen"]),
        repeat=Repeat(item="ding", add="Nog een", none="Geen") if random.random() < 0.2 else None,
        scope=random.choice([Scope.INTAKE, Scope.INTAKE, Scope.RECIPIENT]),
        prefilled=random.random() < 0.3,
        sensitivity=random.choice([Sensitivity.PERSONAL, Sensitivity.NATIONAL_ID]),
        when=a_condition(random, before) if before and random.random() < 0.7 else None,
    )


def _topic(random: Random, key: str, shared: Sequence[Element]) -> Topic:
    """A topic that needs some of these, some of them conditionally."""
    needed = [each for each in shared if random.random() < 0.7] or [shared[0]]
    ruled = {each.key for each in needed if each.when is not None and random.random() < 0.8}
    earlier = [each for each in needed if each.section in BEFORE_TOPIC]
    own = [_element(random, f"{key}.eigen{number}", Section.TOPIC, earlier) for number in range(2)]
    return Topic(
        key=key,
        name=key.capitalize(),
        summary="",
        kind=Kind.AANVRAAG,
        law="Awb",
        regime="awb",
        always=tuple(each.key for each in needed if each.key not in ruled),
        conditional=tuple(each.key for each in needed if each.key in ruled),
        about={each.key: random.choice(list(About)) for each in needed if random.random() < 0.4},
        questions=tuple(own),
    )


def _recipient(
    random: Random, key: str, topics: Sequence[Topic], shared: Sequence[Element]
) -> Recipient:
    """A recipient of some topics; perhaps of few elements, perhaps only when a rule holds."""
    return Recipient(
        key=key,
        name=key.capitalize(),
        role=Role.MANDAAT,
        law="Awb",
        topics=some(random, [topic.key for topic in topics]),
        purpose="",
        bsn=random.random() < 0.5,
        only=random.choice([(), some(random, [each.key for each in shared])]),
        own_questions=random.random() < 0.5,
        when=a_condition(random, shared) if random.random() < 0.5 else None,
    )
