"""Whoever was in a service since they left, and whom no other awaits, is not waited for at any door."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case import CaseTracked, LeftAfterAll
from app.domain.case.arriving.overdue import arrival_due
from app.domain.case.outcome import Outcome
from app.domain.case.requests.state import EndedBecause
from tests.domain.case.arriving.leaving import LEFT_AT, LOCKED
from tests.domain.case.commands import close, reopen
from tests.domain.case.events import back, left
from tests.domain.case.requests.asking import AT_WEST, WEST, confirmed, over, sent
from tests.domain.case.stay.test_dying import told
from tests.domain.case.stay.weeks import IN_STAY, days, ended, reviewed
from tests.domain.case.way import OTHER_SPELL, case_after
from tests.domain.case.ways import tracking_undone
from tests.domain.given import uid

NEXT = replace(confirmed(AT_WEST, 141, at=WEST), arrive_from=days(22), arrive_to=days(22.1))
SOUGHT_ON = (*IN_STAY, (days(7), reviewed()), (days(20), sent(WEST)), (days(21), ended()))
BOOKED_ON = (*SOUGHT_ON, (days(21), NEXT))
used = over(why=EndedBecause.DISCHARGED, held=True)
cancelled = over(AT_WEST, why=EndedBecause.CANCELLED, held=True)
left_after_all = LeftAfterAll(left_at=LEFT_AT, how=None, failed=False, words=LOCKED, undo_id=uid(206))
hand_over = replace(close(Outcome.OTHER_HUB, "To North."), at=days(22))
HANDED_OVER = told(*SOUGHT_ON, do=hand_over)


@pytest.mark.parametrize(
    "past",
    [
        told(*HANDED_OVER, do=replace(reopen(), at=days(23))),
        (*SOUGHT_ON, (days(22), back), (days(22), used), (days(23), left_after_all)),
        (
            *(*SOUGHT_ON, (days(22), CaseTracked(spell_id=OTHER_SPELL)), (days(22), used)),
            (days(23), tracking_undone(at=LEFT_AT)),
        ),
        (*BOOKED_ON, (days(22), cancelled)),
    ],
    ids=["reopened after a handover", "not back after all", "not in the other stay", "the next booking cancelled"],
)
def test_after_a_service_with_nobody_booked_no_arrival_is_due(past: tuple[Any, ...]) -> None:
    assert arrival_due(case_after(*past)) is None


def test_with_a_booking_that_awaits_them_the_arrival_is_due_from_the_discharge_on() -> None:
    assert arrival_due(case_after(*BOOKED_ON)) == days(21) + timedelta(hours=3)


def test_who_leaves_hospital_after_the_discharge_with_nobody_booked_is_awaited_where_they_go() -> None:
    home = (*SOUGHT_ON, (days(22), CaseTracked(spell_id=OTHER_SPELL)), (days(22), used), (days(25), left))
    assert arrival_due(case_after(*home)) == days(25) + timedelta(hours=3)
