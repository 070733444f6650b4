"""When a task is due: counted as its owner works."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from app.domain.calendar import NO_CALENDAR, Calendar
from app.domain.case.tasks.due import due_at
from app.domain.practice.tasks import TaskKind
from tests.domain.case.tasks.work import OFFICE, line

FRIDAY_15 = datetime(2026, 11, 6, 15, 0, tzinfo=UTC)
MONDAY_10 = datetime(2026, 11, 9, 10, 0, tzinfo=UTC)
NO_DAYS_OFF: frozenset[date] = frozenset()


def due(anchor: datetime, calendar: Calendar = OFFICE, **rule: Any) -> datetime:
    return due_at(line(**rule), anchor, calendar, NO_DAYS_OFF)


def test_without_an_offset_it_is_due_at_the_moment_itself() -> None:
    assert due(FRIDAY_15) == FRIDAY_15


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"hours": 1}, datetime(2026, 11, 6, 16, 0, tzinfo=UTC)),
        ({"hours": 4}, datetime(2026, 11, 9, 11, 0, tzinfo=UTC)),
        ({"hours": 4, "kind": TaskKind.AFTER}, datetime(2026, 11, 6, 19, 0, tzinfo=UTC)),
        ({"working_days": 1}, datetime(2026, 11, 9, 17, 0, tzinfo=UTC)),
        ({"working_days": 2, "at": time(12)}, datetime(2026, 11, 10, 12, 0, tzinfo=UTC)),
        ({"days": 0}, datetime(2026, 11, 6, 17, 0, tzinfo=UTC)),
        ({"days": 1}, datetime(2026, 11, 7, 23, 59, tzinfo=UTC)),
        ({"days": 1, "at": time(14)}, datetime(2026, 11, 7, 14, 0, tzinfo=UTC)),
    ],
)
def test_after_friday_afternoon_an_office_is_due_when_it_works(rule: dict[str, Any], expected: datetime) -> None:
    assert due(FRIDAY_15, **rule) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"hours": -2}, datetime(2026, 11, 6, 16, 0, tzinfo=UTC)),
        ({"days": -1, "at": time(15)}, datetime(2026, 11, 8, 15, 0, tzinfo=UTC)),
        ({"working_days": -2}, datetime(2026, 11, 5, 17, 0, tzinfo=UTC)),
    ],
)
def test_before_monday_morning_an_office_is_due_when_it_works(rule: dict[str, Any], expected: datetime) -> None:
    assert due(MONDAY_10, **rule) == expected


def test_the_wall_clock_counts_where_no_calendar_is_set() -> None:
    assert due(MONDAY_10, NO_CALENDAR, hours=-2) == datetime(2026, 11, 9, 8, 0, tzinfo=UTC)


def test_a_time_of_day_is_local() -> None:
    summer = datetime(2026, 7, 6, 10, 0, tzinfo=UTC)
    assert due(summer, NO_CALENDAR, days=-1, at=time(15)) == datetime(2026, 7, 5, 14, 0, tzinfo=UTC)
