"""The weekly snapshot of a stay in a community bed: by what was on record at its instant, and once."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from app.domain.case import CASE
from app.domain.case.remaining.events import StaySnapshotTaken
from app.domain.case.remaining.snapshot import TakeStaySnapshot
from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay import Fact, Field, History, How
from app.domain.delay.facts import Exit
from app.domain.delay.snapshots import SnapshotNotDue
from app.domain.local_time import local_date
from app.events.delay_facts import recorded_by
from tests.domain.case.events import back
from tests.domain.case.remaining.bed import MEETS, NO_LONGER, NOT_PLANNED, READY, READY_ON, RULE, about
from tests.domain.case.requests.asking import CARERS, EAST
from tests.domain.case.stay.weeks import IN_BED, STAY, days, ended, reviewed
from tests.domain.case.way import after, known
from tests.domain.given import given

INSTANT = datetime(2026, 11, 19, 12, tzinfo=UTC)
TO_A_SERVICE = History((Fact(days(2), Field.EXIT, Exit.SERVICE),))
TAKEN = StaySnapshotTaken(
    taken_at=INSTANT,
    stay_id=STAY,
    service_id=EAST,
    reason=None,
    how=How.UNEXPLAINED,
    open=(),
    admitted_on=local_date(days(0)),
    ready_on=READY_ON,
    beside=(CARERS,),
)


def taken(*past: Any, at: datetime = INSTANT, told: History = NOT_PLANNED, then: History = NOT_PLANNED) -> list[Any]:
    on_record = CASE.fold(recorded_by(given(*past), INSTANT)).stays.get(STAY)
    facts = known(reporting=RULE, next_service=told, stay_then=on_record, next_service_then=then)
    return after(*past, then=TakeStaySnapshot(**about(at), taken_at=INSTANT), facts=facts)


def test_it_keeps_the_reason_of_its_instant_and_is_taken_once() -> None:
    assert taken(*READY) == [TAKEN]
    assert taken(*READY, (INSTANT, TAKEN)) == []
    [planned] = taken(*READY, told=TO_A_SERVICE, then=TO_A_SERVICE)
    assert (planned.reason, planned.how) == (DelayReason.CT2, How.STAGE)


def test_one_taken_late_is_by_what_was_on_record_then() -> None:
    assert taken(*READY, (days(11), ended()), at=days(12), told=TO_A_SERVICE) == [TAKEN]
    assert taken(*READY, (days(11), back), at=days(12)) == [TAKEN]


def test_who_is_known_only_since_to_have_been_ready_is_kept_apart() -> None:
    late = (*IN_BED, (days(11), reviewed(212, MEETS)), (days(3), reviewed(remains=NO_LONGER)))
    assert taken(*late, at=days(12)) == [replace(TAKEN, told_late=True)]


@pytest.mark.parametrize(
    "past",
    [IN_BED, (*READY, (days(9), ended())), (*READY, (days(9), reviewed(212, MEETS)))],
    ids=["never said", "gone", "meets again"],
)
def test_who_was_not_ready_in_the_bed_then_is_in_no_snapshot(past: tuple[Any, ...]) -> None:
    assert taken(*past, at=days(12)) == []


def test_it_is_not_taken_before_its_time() -> None:
    with pytest.raises(SnapshotNotDue):
        taken(*READY, at=days(9))
