"""Counting by a calendar, in stories and against the clock read minute by minute."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain.calendar import (
    NO_CALENDAR,
    BankHolidays,
    Calendar,
    Hours,
    after_open,
    is_open,
    is_working_day,
    next_open,
    working_day,
)
from app.domain.local_time import LOCAL

MINUTE = timedelta(minutes=1)
OFFICE = (Hours(opens=time(9), closes=time(17)),)
SATURDAY_MORNING = (Hours(opens=time(9), closes=time(12)),)
SOCIAL_CARE = Calendar(week=(OFFICE,) * 5 + ((), ()))
PHARMACY = Calendar(week=((OFFICE,) * 5) + (SATURDAY_MORNING, ()), bank_holidays=BankHolidays.AS_SUNDAY)
REABLEMENT = Calendar(week=(OFFICE,) * 7, bank_holidays=BankHolidays.AS_USUAL)
FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 11, day) for day in (20, 21, 22, 23))
CHRISTMAS = frozenset({date(2026, 12, 25), date(2026, 12, 28)})


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LOCAL).astimezone(UTC)


def test_an_office_is_open_from_its_first_minute_until_just_before_its_last() -> None:
    assert not is_open(SOCIAL_CARE, at(FRIDAY, 8, 59), ())
    assert is_open(SOCIAL_CARE, at(FRIDAY, 9), ())
    assert not is_open(SOCIAL_CARE, at(FRIDAY, 17), ())


def test_the_wall_clock_never_closes() -> None:
    assert is_open(NO_CALENDAR, at(date(2026, 12, 25), 0), CHRISTMAS)
    assert after_open(NO_CALENDAR, at(FRIDAY, 16), timedelta(hours=20), CHRISTMAS) == at(SATURDAY, 12)
    assert working_day(NO_CALENDAR, MONDAY, -2, ()) == SATURDAY


def test_four_service_hours_from_friday_afternoon_end_on_monday_morning() -> None:
    assert after_open(SOCIAL_CARE, at(FRIDAY, 15), timedelta(hours=4), ()) == at(MONDAY, 11)
    assert after_open(PHARMACY, at(FRIDAY, 15), timedelta(hours=4), ()) == at(SATURDAY, 11)


def test_hours_that_end_as_the_office_closes_are_due_then_and_not_on_the_next_morning() -> None:
    assert after_open(SOCIAL_CARE, at(FRIDAY, 15), timedelta(hours=2), ()) == at(FRIDAY, 17)


def test_hours_counted_back_from_monday_morning_begin_on_friday() -> None:
    assert after_open(SOCIAL_CARE, at(MONDAY, 10), timedelta(hours=-2), ()) == at(FRIDAY, 16)


def test_two_working_days_before_a_monday_are_thursday_and_saturday_counts_where_it_is_worked() -> None:
    assert working_day(SOCIAL_CARE, MONDAY, -2, ()) == date(2026, 11, 19)
    assert working_day(PHARMACY, MONDAY, -2, ()) == FRIDAY
    assert working_day(SOCIAL_CARE, SATURDAY, 0, ()) == MONDAY


def test_a_bank_holiday_closes_is_a_sunday_or_changes_nothing_as_the_calendar_says() -> None:
    sundays_too = Calendar(week=(OFFICE,) * 5 + ((), SATURDAY_MORNING), bank_holidays=BankHolidays.AS_SUNDAY)
    christmas = date(2026, 12, 25)
    assert not is_working_day(SOCIAL_CARE, christmas, CHRISTMAS)
    assert is_open(sundays_too, at(christmas, 11), CHRISTMAS)
    assert not is_open(sundays_too, at(christmas, 13), CHRISTMAS)
    assert is_open(REABLEMENT, at(christmas, 13), CHRISTMAS)
    assert next_open(SOCIAL_CARE, at(date(2026, 12, 24), 18), CHRISTMAS) == at(date(2026, 12, 29), 9)


def test_a_night_with_two_hours_of_one_name_is_an_hour_longer() -> None:
    autumn = date(2026, 10, 25)
    assert after_open(NO_CALENDAR, at(autumn, 0), timedelta(hours=10), ()) == at(autumn, 9)
    nights = Calendar(week=((Hours(opens=time(0), closes=time(3)),),) * 7)
    assert after_open(nights, at(autumn, 0), timedelta(hours=4), ()) == at(autumn, 3)


def test_a_night_without_its_second_hour_is_an_hour_shorter() -> None:
    spring = date(2026, 3, 29)
    nights = Calendar(week=((Hours(opens=time(0), closes=time(3)),),) * 7)
    assert after_open(nights, at(spring, 0), timedelta(hours=2), ()) == at(spring, 3)


times = st.builds(time, st.integers(0, 4) | st.integers(0, 23), st.integers(0, 59))


@st.composite
def days(draw: st.DrawFn) -> tuple[Hours, ...]:
    ends = sorted(draw(st.sets(times, min_size=0, max_size=4)))
    return tuple(Hours(opens=opens, closes=closes) for opens, closes in [*pairwise(ends)][::2])


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    week = tuple(draw(st.lists(days(), min_size=7, max_size=7)))
    assume(any(week))
    return Calendar(week=week, bank_holidays=draw(st.sampled_from(BankHolidays)))


dates = st.sampled_from([date(2026, 3, 28), date(2026, 10, 24), date(2026, 12, 24)]).flatmap(
    lambda day: st.dates(day, day + timedelta(days=3))
)
instants = st.builds(
    lambda day, minutes: datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes),
    dates,
    st.integers(0, 24 * 60 - 1),
)


def minutes_of(calendar: Calendar, day: date) -> Iterator[tuple[datetime, bool]]:
    """Every minute of this local date and whether it is worked, by a clock that is read but never turned back."""
    minute = at(day, 0)
    shown = time(0)
    while (local := minute.astimezone(LOCAL)).date() == day:
        shown = max(shown, local.time())
        worked = calendar.hours_on(day, CHRISTMAS)
        yield minute, any(each.opens <= shown and (each.closes == time(0) or shown < each.closes) for each in worked)
        minute += MINUTE


def minutes_from(calendar: Calendar, start: datetime) -> Iterator[tuple[datetime, bool]]:
    day = start.astimezone(LOCAL).date()
    for following in range(6):
        yield from (each for each in minutes_of(calendar, day + timedelta(days=following)) if each[0] >= start)


@settings(max_examples=40, deadline=None)
@given(calendars(), instants)
def test_open_is_what_the_clock_on_the_wall_says_each_minute(calendar: Calendar, start: datetime) -> None:
    for minute, worked in minutes_of(calendar, start.astimezone(LOCAL).date()):
        assert is_open(calendar, minute, CHRISTMAS) is worked


@settings(max_examples=40, deadline=None)
@given(calendars(), instants)
def test_the_next_opening_is_the_first_open_minute(calendar: Calendar, start: datetime) -> None:
    first = next((minute for minute, worked in minutes_from(calendar, start) if worked), None)
    assume(first is not None)
    assert next_open(calendar, start, CHRISTMAS) == first


@settings(max_examples=40, deadline=None)
@given(calendars(), instants, st.integers(1, 12 * 60))
def test_open_hours_are_counted_minute_by_minute(calendar: Calendar, start: datetime, minutes: int) -> None:
    worked = (minute for minute, worked in minutes_from(calendar, start) if worked)
    last = next((minute for count, minute in enumerate(worked, 1) if count == minutes), None)
    assume(last is not None)
    assert last is not None
    due = after_open(calendar, start, timedelta(minutes=minutes), CHRISTMAS)
    assert due == last + MINUTE
    assert after_open(calendar, due, timedelta(minutes=-minutes), CHRISTMAS) >= start


@given(calendars(), dates, st.integers(-15, 15))
def test_working_days_are_counted_one_by_one(calendar: Calendar, day: date, n: int) -> None:
    reached = working_day(calendar, day, n, CHRISTMAS)
    between = [day + timedelta(days=step) for step in range(abs((reached - day).days) + 1)]
    if n < 0:
        between = [day - timedelta(days=step) for step in range(abs((reached - day).days) + 1)]
    counted = [each for each in between if each != day and is_working_day(calendar, each, CHRISTMAS)]
    assert is_working_day(calendar, reached, CHRISTMAS)
    assert len(counted) == abs(n) or (n == 0 and counted in ([], [reached]))
