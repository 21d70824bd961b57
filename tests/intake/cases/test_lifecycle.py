"""The table of what may follow what."""

from intake.cases.lifecycle import GIVEN_BY, TRANSITIONS, Actor, may_follow
from intake.cases.status import Status


def test_the_table_knows_every_status() -> None:
    assert TRANSITIONS.keys() == GIVEN_BY.keys() == set(Status)


def test_every_status_but_the_first_can_be_reached() -> None:
    reached = {Status.RECEIVED}
    for _ in Status:
        reached |= {wanted for current in reached for wanted in TRANSITIONS[current]}
    assert reached == set(Status)


def test_nothing_comes_back_to_the_beginning() -> None:
    assert not any(Status.RECEIVED in following for following in TRANSITIONS.values())


def test_what_is_over_stays_over() -> None:
    assert not TRANSITIONS[Status.DONE]
    assert not TRANSITIONS[Status.WITHDRAWN]


def test_who_may() -> None:
    assert may_follow(current=Status.SENT, wanted=Status.ACCEPTED, by=Actor.PARTNER)
    assert not may_follow(current=Status.SENT, wanted=Status.ACCEPTED, by=Actor.RESIDENT)
    assert may_follow(current=Status.ACCEPTED, wanted=Status.WITHDRAWN, by=Actor.RESIDENT)
    assert not may_follow(current=Status.ACCEPTED, wanted=Status.WITHDRAWN, by=Actor.PARTNER)
    assert not may_follow(current=Status.RETURNED, wanted=Status.ACCEPTED, by=Actor.PARTNER)
