"""The engine: composing, following the route, projecting."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from intake import catalogue
from intake.catalogue import files
from intake.questionnaire import codec
from intake.questionnaire.compose import compose
from intake.questionnaire.projection import project
from intake.questionnaire.routing import follow
from tests.bench.measure import Row, against, timed
from tests.filling import filled

TODAY = date(2026, 11, 21)


def rows() -> Iterator[Row]:
    """All 15 topics at once, beside reading the same catalogue's JSON with the standard library."""
    whole = files.read(Path(catalogue.__file__).parent / "starter.yaml")
    text = json.dumps(codec.catalogue_to_data(whole))
    other = timed(lambda: json.loads(text), rounds=50)
    topics = [topic.key for topic in whole.topics]
    questionnaire = compose(whole, topics)
    answers = filled(questionnaire, today=TODAY)
    yardstick = "json.loads of the catalogue"
    made = timed(lambda: compose(whole, topics), rounds=50)
    yield against("compose 15 topics", made, yardstick=yardstick, other=other)
    followed = timed(lambda: follow(questionnaire, answers, today=TODAY), rounds=50)
    yield against("follow the route, 15 topics", followed, yardstick=yardstick, other=other)
    route = follow(questionnaire, answers, today=TODAY)
    part = timed(lambda: project(route, topic="schuldhulp", recipient="kredietbank"), rounds=50)
    yield against("project one recipient's part", part, yardstick=yardstick, other=other)
