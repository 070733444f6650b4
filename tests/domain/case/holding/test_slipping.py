"""The slot goes by and the person is still here: an hour later everyone who holds something is asked, once."""

from datetime import timedelta
from typing import Any

import pytest

from app.domain.case import CameBack
from app.domain.case.holding.asking_again import AskAgain
from app.domain.case.holding.causes import Cause
from app.domain.case.holding.slipping import slipping
from app.domain.case.outcome import Outcome
from app.domain.case.undoing import HubStep
from app.domain.codes.return_reasons import ReturnReason
from tests.domain.case.events import back, closed, left, planned
from tests.domain.case.holding.booked import ALL_BOOKED, AT, BOOKED, EVERYONE, asked, kept
from tests.domain.case.way import CASE_ID, TOMORROW, after, case_after
from tests.domain.case.ways import undone
from tests.domain.given import NURSE

SLIPS = TOMORROW + timedelta(hours=1)


def look(at: Any = SLIPS) -> AskAgain:
    return AskAgain(case_id=CASE_ID, by=NURSE, at=at)


def test_an_hour_after_a_slot_that_passed_everyone_is_asked_once() -> None:
    assert after(*ALL_BOOKED, then=look(SLIPS - timedelta(minutes=1))) == []
    assert after(*ALL_BOOKED, then=look()) == [asked(Cause.SLOT_PASSED)]
    slipped = (*ALL_BOOKED, (SLIPS, asked(Cause.SLOT_PASSED)))
    assert after(*slipped, then=look()) == []
    assert slipping(case_after(*slipped, *(kept(key, n) for n, key in enumerate(AT.values(), 310)))) is None


def test_who_keeps_it_beyond_the_slot_or_is_asked_already_is_not_asked_by_it() -> None:
    service, transport, medicines, letter = EVERYONE
    past = (*ALL_BOOKED, asked(Cause.MOVED_WARD, service, transport), kept(until=SLIPS + timedelta(hours=9)))
    assert after(*past, then=look()) == [asked(Cause.SLOT_PASSED, medicines, letter)]


@pytest.mark.parametrize(
    "since",
    [
        (left,),
        ((TOMORROW, left), (TOMORROW + timedelta(minutes=30), back)),
        (closed(Outcome.DIED),),
        (undone(HubStep.LEAVING),),
        (planned(TOMORROW + timedelta(days=1)),),
    ],
    ids=["left", "back again", "died", "slot withdrawn", "slot moved"],
)
def test_nobody_is_asked_where_the_slot_does_not_stand_any_longer(since: tuple[Any, ...]) -> None:
    assert not any(each.cause is Cause.SLOT_PASSED for each in after(*ALL_BOOKED, *since, then=look()))


def test_who_had_never_left_is_still_to_leave_by_the_slot() -> None:
    never = (left, CameBack(reason=ReturnReason.RECORDED_BY_MISTAKE))
    assert after(*ALL_BOOKED, *never, then=look()) == [asked(Cause.SLOT_PASSED)]


def test_without_a_slot_nothing_slips() -> None:
    assert slipping(case_after(*BOOKED)) is None
