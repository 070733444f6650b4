"""A calendar is set for whom there is, and the same again is nothing new."""

from datetime import time

import pytest

from app.domain.calendar import (
    CALENDAR,
    NO_CALENDAR,
    Calendar,
    CalendarFacts,
    CalendarSet,
    Hours,
    OwnerNotKnown,
    SetCalendar,
)
from tests.domain.given import NOON, NURSE, decided, given, uid

OFFICE = Calendar(week=((Hours(opens=time(9), closes=time(17)),),) * 5 + ((), ()), order_by=time(12))
KNOWN = CalendarFacts(owner_known=True)


def set_to(calendar: Calendar) -> SetCalendar:
    return SetCalendar(owner_id=uid(7), calendar=calendar, by=NURSE, at=NOON)


def test_a_calendar_is_set() -> None:
    assert decided(CALENDAR, [], set_to(OFFICE), KNOWN) == [CalendarSet(calendar=OFFICE)]


def test_the_same_calendar_again_changes_nothing() -> None:
    assert decided(CALENDAR, given(CalendarSet(calendar=OFFICE)), set_to(OFFICE), KNOWN) == []


def test_another_calendar_takes_its_place() -> None:
    past = given(CalendarSet(calendar=OFFICE))
    assert decided(CALENDAR, past, set_to(NO_CALENDAR), KNOWN) == [CalendarSet(calendar=NO_CALENDAR)]


def test_whoever_is_not_in_the_system_has_no_calendar() -> None:
    with pytest.raises(OwnerNotKnown):
        decided(CALENDAR, [], set_to(OFFICE), CalendarFacts(owner_known=False))
