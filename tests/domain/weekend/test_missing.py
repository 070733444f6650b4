"""Given what is known of somebody who leaves at the weekend: what is missing."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from app.domain.codes.pathways import Pathway
from app.domain.codes.weekdays import Weekday
from app.domain.practice.tasks import Tick
from app.domain.weekend import Lack, Leaving, lacks
from app.domain.weekend.missing import WORDS, Service

FRIDAY = datetime(2026, 11, 27, 13, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 28, 10, tzinfo=UTC)
STARTS = (SATURDAY + timedelta(hours=2), SATURDAY + timedelta(hours=4))
SERVICE = Service(admits_on=frozenset(Weekday), latest_arrival=time(17), starts=STARTS)
WELL = Leaving(leave_at=SATURDAY, pathway=Pathway.P1, service=SERVICE, ticks=dict.fromkeys(Tick, True))


def test_nothing_is_missing_of_who_has_slot_service_ticks_and_no_open_stop() -> None:
    assert lacks(WELL, FRIDAY) == ()


def test_a_ward_discharge_needs_no_service() -> None:
    assert lacks(replace(WELL, pathway=Pathway.P0, service=None), FRIDAY) == ()


def test_a_tick_that_this_person_does_not_need_is_not_missing() -> None:
    assert lacks(replace(WELL, ticks={Tick.LETTER: True}), FRIDAY) == ()


@pytest.mark.parametrize(
    ("changed", "lack"),
    [
        ({"leave_at": None}, Lack.SLOT),
        ({"leave_at": FRIDAY - timedelta(minutes=1)}, Lack.SLOT_PASSED),
        ({"pathway": None}, Lack.PATHWAY),
        ({"service": None}, Lack.START),
        ({"service": None, "pathway": Pathway.P2}, Lack.START),
        ({"stops": 2}, Lack.STOPS),
        ({"unanswered": 1}, Lack.HOLDERS),
        ({"ticks": {Tick.MEDICINES: False}}, Lack.MEDICINES),
        ({"ticks": {Tick.LETTER: False}}, Lack.LETTER),
        ({"ticks": {Tick.TRANSPORT: False}}, Lack.TRANSPORT),
        ({"ticks": {Tick.HOME: False}}, Lack.HOME),
    ],
)
def test_what_is_not_done_is_missing(changed: dict[str, Any], lack: Lack) -> None:
    assert lacks(replace(WELL, **changed), FRIDAY) == (lack,)


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"starts": None}, (Lack.FIRST_VISIT,)),
        ({"starts": (FRIDAY + timedelta(days=3), FRIDAY + timedelta(days=3, hours=2))}, (Lack.LONG_AFTER,)),
        ({"admits_on": frozenset({Weekday.MON, Weekday.FRI})}, (Lack.NOT_ADMITTING,)),
        ({"latest_arrival": time(11, 59)}, (Lack.TOO_LATE,)),
        ({"latest_arrival": time(12)}, ()),
        ({"is_closed": True}, (Lack.CLOSED,)),
        ({"is_closed": True, "closed_until": date(2026, 11, 28)}, (Lack.CLOSED,)),
        ({"is_closed": True, "closed_until": date(2026, 11, 27)}, ()),
        ({"starts": (SATURDAY - timedelta(hours=2), SATURDAY - timedelta(hours=1))}, (Lack.BEFORE_LEAVING,)),
    ],
)
def test_a_service_that_agreed_must_take_them_in_that_day_and_hour(
    changed: dict[str, Any], found: tuple[Lack, ...]
) -> None:
    assert lacks(replace(WELL, service=replace(SERVICE, **changed)), FRIDAY) == found


def test_the_day_and_hour_of_a_start_are_local() -> None:
    """On a Friday at 23:30 in UTC it is Saturday in summer."""
    late = datetime(2026, 6, 26, 23, 30, tzinfo=UTC)
    service = Service(admits_on=frozenset({Weekday.SAT}), latest_arrival=time(1), starts=(late, late))
    assert lacks(replace(WELL, leave_at=late, service=service), late) == ()


def test_several_are_named_in_one_order_and_each_has_words() -> None:
    leaving = Leaving(stops=1, unanswered=2, ticks={Tick.TRANSPORT: False, Tick.MEDICINES: False})
    found = (Lack.SLOT, Lack.PATHWAY, Lack.MEDICINES, Lack.TRANSPORT, Lack.STOPS, Lack.HOLDERS)
    assert lacks(leaving, FRIDAY) == found
    assert set(WORDS) == set(Lack)
