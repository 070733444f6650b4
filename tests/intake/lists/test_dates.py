"""Days and times as they are really written in lists: day first, in England's time."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.intake.lists.dates import birth_date, moment, within

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        "3/11/26",
        "03/11/2026",
        "3.11.2026",
        "03-11-26",
        "03-Nov-2026",
        "3 Nov 26",
        "3rd November 2026",
        "Tue 3 Nov",
        "2026-11-03",
        "2026/11/3",
        "3Nov26",
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert moment(written, "", NOW) == (datetime(2026, 11, 3, tzinfo=UTC), False)


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("3/11/26 14:30", ""),
        ("03-Nov-2026 14.30", ""),
        ("2026-11-03T14:30:00", ""),
        ("2026-11-03T14:30:00Z", ""),
        ("2026-11-03 15:30+01:00", ""),
        ("3 Nov 14:30", ""),
        ("3/11/2026", "14:30"),
        ("3/11/2026", "1430"),
        ("3/11/2026", "2:30 pm"),
    ],
)
def test_a_time_may_stand_in_the_same_cell_or_in_one_of_its_own(written: str, clock: str) -> None:
    assert moment(written, clock, NOW) == (datetime(2026, 11, 3, 14, 30, tzinfo=UTC), True)


def test_in_summer_the_wards_clock_is_an_hour_ahead() -> None:
    assert moment("1/7/26 00:30", "", NOW) == (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), True)


@pytest.mark.parametrize(
    "written", ["", "tomorrow", "31/2/26", "3/13/26", "0", "12345", "3/11/26 25:00", "3/11/26 soon"]
)
def test_what_is_no_day_or_no_time_is_not_guessed(written: str) -> None:
    assert moment(written, "", NOW) is None


@pytest.mark.parametrize(
    ("written", "born"),
    [
        ("3/11/41", date(1941, 11, 3)),
        ("3/11/26", date(1926, 11, 3)),
        ("3/11/05", date(2005, 11, 3)),
        ("3/11/10", date(2010, 11, 3)),
        ("02-Mar-1941", date(1941, 3, 2)),
        ("23/11/2026", None),
        ("1/1/1850", None),
    ],
)
def test_two_digits_of_a_birth_year_mean_an_adult_where_they_can(written: str, born: date | None) -> None:
    assert birth_date(written, NOW) == born


def test_a_day_is_moved_inside_the_stay_but_never_to_another_day() -> None:
    morning, noon = datetime(2026, 11, 3, 8, tzinfo=UTC), datetime(2026, 11, 3, 12, tzinfo=UTC)
    assert within(datetime(2026, 11, 3, tzinfo=UTC), morning, noon) == morning
    assert within(datetime(2026, 11, 2, tzinfo=UTC), morning, noon) is None


@for_all(
    st.text() | st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,4}[-/. ][0-9]{1,4}[ T][0-9]{1,2}:[0-9]{1,2}.*"), st.text()
)
def test_nothing_that_is_written_raises(written: str, clock: str) -> None:
    birth_date(written, NOW)
    moment(written, clock, NOW)
