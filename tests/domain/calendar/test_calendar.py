"""What is no calendar, in words that say what would be one."""

from datetime import time

import pytest

from app.domain.calendar import Calendar, Hours, HoursOutOfOrder, HoursOverlap, NeverOpen, NotAWeek

OFFICE = Hours(opens=time(9), closes=time(17))


def test_hours_that_close_before_they_open_are_refused() -> None:
    with pytest.raises(HoursOutOfOrder):
        Hours(opens=time(22), closes=time(6))


def test_hours_may_close_at_midnight() -> None:
    assert Hours(opens=time(22), closes=time(0)).closes == time(0)


@pytest.mark.parametrize("second", [Hours(opens=time(16), closes=time(18)), Hours(opens=time(6), closes=time(8))])
def test_hours_that_overlap_or_are_out_of_order_are_refused(second: Hours) -> None:
    with pytest.raises(HoursOverlap):
        Calendar(week=((OFFICE, second), *[()] * 6))


def test_nothing_opens_after_midnight_of_its_day() -> None:
    with pytest.raises(HoursOverlap):
        Calendar(week=((Hours(opens=time(8), closes=time(0)), Hours(opens=time(20), closes=time(22))), *[()] * 6))


def test_a_calendar_that_is_never_open_is_refused() -> None:
    with pytest.raises(NeverOpen):
        Calendar(week=((),) * 7)


def test_a_calendar_has_seven_days() -> None:
    with pytest.raises(NotAWeek):
        Calendar(week=((OFFICE,),) * 5)
