"""Which days the Friday list is of: weekends, bank holidays before, after and in the middle of a week."""

from datetime import UTC, date, datetime

import pytest

from app.domain.local_time import LOCAL
from app.domain.weekend import weekend_at

CHRISTMAS = {date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}
EASTER = {date(2027, 3, 26), date(2027, 3, 29)}
MIDWEEK = {date(2030, 12, 25), date(2030, 12, 26)}


@pytest.mark.parametrize(
    ("today", "days_off", "first", "last"),
    [
        (date(2026, 11, 23), set(), date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 11, 27), set(), date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 11, 28), set(), date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 11, 29), set(), date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 11, 30), set(), date(2026, 12, 5), date(2026, 12, 7)),
        (date(2026, 12, 24), CHRISTMAS, date(2026, 12, 25), date(2026, 12, 29)),
        (date(2026, 12, 28), CHRISTMAS, date(2026, 12, 25), date(2026, 12, 29)),
        (date(2026, 12, 29), CHRISTMAS, date(2027, 1, 1), date(2027, 1, 4)),
        (date(2027, 3, 25), EASTER, date(2027, 3, 26), date(2027, 3, 30)),
        (date(2030, 12, 24), MIDWEEK, date(2030, 12, 25), date(2030, 12, 27)),
    ],
    ids=[
        *("monday", "friday", "saturday", "sunday", "the monday after", "christmas eve", "its last day off"),
        *("between the years", "before good friday", "in the middle of a week"),
    ],
)
def test_the_list_is_of_the_days_off_that_are_next_and_the_working_day_after(
    today: date, days_off: set[date], first: date, last: date
) -> None:
    weekend = weekend_at(datetime(today.year, today.month, today.day, 9, tzinfo=LOCAL).astimezone(UTC), days_off)
    assert (weekend.first, weekend.last) == (first, last)


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("2026-11-27T11:59:59+00:00", False),
        ("2026-11-27T12:00:00+00:00", True),
        ("2026-11-29T23:59:59+00:00", True),
        ("2026-11-30T00:00:00+00:00", False),
        ("2026-06-26T10:59:59+00:00", False),
        ("2026-06-26T11:00:00+00:00", True),
        ("2026-12-24T12:00:00+00:00", True),
        ("2026-12-28T23:00:00+00:00", True),
    ],
)
def test_it_is_due_from_noon_of_the_working_day_before_until_the_days_off_end(at: str, due: bool) -> None:
    now = datetime.fromisoformat(at)
    weekend = weekend_at(now, CHRISTMAS)
    assert (weekend.opens_at <= now < weekend.closes_at) is due


def test_the_night_when_the_clocks_change_begins_and_ends_at_local_midnights() -> None:
    weekend = weekend_at(datetime(2027, 10, 30, 12, tzinfo=UTC), set())
    assert weekend.begins_at == datetime(2027, 10, 29, 23, tzinfo=UTC)
    assert weekend.closes_at == datetime(2027, 11, 1, 0, tzinfo=UTC)
