"""Arrived is expected three hours after leaving, met by the agreed time; two hours after that it is overdue."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from app.domain.case import LeftHospital
from app.domain.case.arriving.overdue import (
    arrival_due,
    arrival_overdue,
    contact_due,
    contact_overdue,
    left_with_stops_open,
)
from app.domain.case.arriving.taking_back import Said
from app.domain.case.outcome import Outcome
from app.domain.case.state import Case
from app.domain.case.tasks.standing import facts_of, standing
from app.domain.case.tasks.state import TaskState
from app.domain.codes.pathways import Pathway
from app.domain.codes.ways_out import WayOut
from app.domain.practice.tasks import DoneWhen
from tests.domain.case.arriving.leaving import AWAY, LEFT_AT, MET_AT, arrived, met, missed, taken_back
from tests.domain.case.events import accepted, back, closed, decided_on, left, submitted
from tests.domain.case.requests.asking import MONDAY, MONDAY_NOON
from tests.domain.case.tasks.work import LETTER, case_of, finished, key, knowing, line, worked
from tests.domain.case.way import case_after

AFTERNOON = LEFT_AT + timedelta(hours=5)
AFTER_TWO = MONDAY_NOON + timedelta(hours=2)
SECOND = timedelta(seconds=1)


def overdue(case: Case, now: datetime) -> tuple[datetime | None, datetime | None]:
    return arrival_overdue(case, now), contact_overdue(case, now)


def test_an_arrival_is_due_three_hours_after_leaving_and_overdue_two_hours_later() -> None:
    case = case_after(*AWAY)
    assert arrival_due(case) == LEFT_AT + timedelta(hours=3)
    assert arrival_overdue(case, AFTERNOON - SECOND) is None
    assert arrival_overdue(case, AFTERNOON) == AFTERNOON


def test_a_first_contact_is_due_by_the_end_of_the_time_agreed_and_overdue_two_hours_later() -> None:
    case = case_after(*AWAY)
    assert contact_due(case) == MONDAY_NOON
    assert contact_overdue(case, AFTER_TWO - SECOND) is None
    assert contact_overdue(case, AFTER_TWO + timedelta(days=3)) == AFTER_TWO


def test_who_leaves_after_the_time_agreed_is_met_from_then_on() -> None:
    late = MONDAY_NOON + timedelta(hours=4)
    assert contact_due(case_after(*AWAY[:-1], (late, left))) == late


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ([(MONDAY, arrived())], (None, AFTER_TWO)),
        ([(MET_AT, met())], (None, None)),
        ([(MET_AT, missed())], (AFTERNOON, AFTER_TWO)),
        ([(MET_AT, met()), (MET_AT, taken_back(Said.FIRST_CONTACT))], (AFTERNOON, AFTER_TWO)),
        ([(MET_AT, back)], (None, None)),
        ([(MET_AT, closed(Outcome.DIED))], (None, None)),
    ],
    ids=["arrived", "met", "nobody met them", "not met after all", "came back", "died"],
)
def test_what_is_known_is_not_overdue(since: list[Any], expected: tuple[datetime | None, datetime | None]) -> None:
    assert overdue(case_after(*AWAY, *since), AFTER_TWO) == expected


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (WayOut.UNKNOWN, (AFTERNOON, AFTER_TWO)),
        (WayOut.SELF_DISCHARGE, (None, AFTER_TWO)),
        (WayOut.TRANSFERRED, (None, None)),
        (WayOut.VIRTUAL_WARD, (None, None)),
    ],
)
def test_who_is_still_in_a_hospitals_care_is_not_waited_for(
    how: WayOut, expected: tuple[datetime | None, datetime | None]
) -> None:
    assert overdue(case_after(*AWAY[:-1], (LEFT_AT, LeftHospital(how=how))), AFTER_TWO) == expected


def test_without_a_booking_only_the_arrival_is_waited_for_and_without_the_hub_nothing() -> None:
    ward_discharge = (submitted(), accepted, decided_on(Pathway.P0), (LEFT_AT, left))
    assert overdue(case_after(*ward_discharge), AFTER_TWO) == (AFTERNOON, None)
    assert overdue(case_after(submitted(), (LEFT_AT, left)), AFTER_TWO) == (None, None)


def test_who_leaves_with_a_stop_open_is_named_until_it_is_done() -> None:
    past = worked(submitted(), accepted, facts=knowing(LETTER))
    assert left_with_stops_open(case_of(*past)) == ()
    assert left_with_stops_open(case_of(*past, left)) == (key(),)
    assert left_with_stops_open(case_of(*past, left, finished())) == ()
    assert left_with_stops_open(case_of(*past, left, back)) == ()


@pytest.mark.parametrize(
    ("done_when", "event"), [(DoneWhen.ARRIVED, arrived(None)), (DoneWhen.FIRST_CONTACT_MADE, met())]
)
def test_the_tasks_of_arriving_are_done_by_the_facts(done_when: DoneWhen, event: object) -> None:
    past = worked(submitted(), accepted, facts=knowing(line(done_when=done_when)))
    for told, state in (
        ([left], TaskState.OPEN),
        ([left, event], TaskState.DONE),
        ([left, event, back], TaskState.OPEN),
    ):
        case = case_of(*past, *told)
        assert standing(case.tasks.items[key()], facts_of(case)) is state
