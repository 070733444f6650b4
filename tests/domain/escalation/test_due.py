"""When a line falls due and by when it is answered: on the wall clock, or by the owner's calendar."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from app.domain.calendar import NO_CALENDAR
from app.domain.escalation.cause import Cause, from_day
from app.domain.escalation.due import due_at, respond_by
from app.domain.ladder import Level
from app.domain.local_time import LOCAL
from app.domain.practice.escalation import Answer, EscalationLine
from tests.domain.case.tasks.work import OFFICE as OFFICE_HOURS

FRIDAY_AT_FOUR = datetime(2026, 11, 6, 16, 0, tzinfo=UTC)
HOLIDAY = {date(2026, 11, 9)}


_ANY: dict[str, Any] = {"trigger": "any", "level": Level.L1, "words": "Any", "after_minutes": 0, "respond_minutes": 60}


def a_line(**said: Any) -> EscalationLine:
    return EscalationLine(**_ANY | said)


def due(line: EscalationLine, since: datetime = FRIDAY_AT_FOUR, **said: Any) -> datetime | None:
    return due_at(line, Cause(trigger="any", since=since, **said), OFFICE_HOURS, set())


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def test_hours_are_those_in_which_the_owner_works() -> None:
    assert due(a_line(after_minutes=120)) == at(9, 10)
    assert due_at(a_line(after_minutes=120), Cause(trigger="any", since=FRIDAY_AT_FOUR), OFFICE_HOURS, HOLIDAY) == at(
        10, 10
    )


def test_safety_is_on_the_wall_clock() -> None:
    assert due(a_line(after_minutes=120, wall_clock=True)) == at(6, 18)


def test_days_are_days() -> None:
    assert due(a_line(after_minutes=2880)) == at(8, 16)


def test_days_end_at_the_same_time_of_the_day_though_the_clocks_go_back_meanwhile() -> None:
    began = datetime(2026, 10, 1, 8, tzinfo=UTC)
    assert due(a_line(after_minutes=60480), since=began) == at(12, 9), "nine in the morning, in summer and in winter"
    assert due(a_line(after_minutes=60540), since=began) == at(12, 10)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 7, 1), date(2026, 10, 25), date(2026, 12, 1)])
def test_by_two_in_the_afternoon_is_so_on_the_wall_on_every_day_of_the_year(day: date) -> None:
    due_then = due_at(a_line(after_minutes=840, wall_clock=True), from_day("any", day), OFFICE_HOURS, set())
    assert due_then == datetime.combine(day, time(14), LOCAL)


def test_two_hours_of_safety_are_two_hours_though_the_clocks_are_changed_meanwhile() -> None:
    agreed = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert due(a_line(after_minutes=120, wall_clock=True), since=agreed) == agreed + timedelta(hours=2)


def test_before_a_moment_counts_back_through_the_owners_hours() -> None:
    assert due(a_line(after_minutes=-240), since=at(9, 10)) == at(6, 14)


def test_what_is_agreed_to_last_too_long_is_due_at_once_and_what_is_not_never() -> None:
    line = a_line(after_minutes=2880)
    assert due(line, foreseen=at(9, 9)) == FRIDAY_AT_FOUR
    assert due(line, foreseen=at(7, 9)) is None


@pytest.mark.parametrize(
    ("answer", "told_at", "by"),
    [
        (Answer.NEXT_BOARD_ROUND, FRIDAY_AT_FOUR, at(9, 12)),
        (Answer.SAME_DAY, FRIDAY_AT_FOUR, at(6, 17)),
        (Answer.SAME_DAY, at(6, 17), at(9, 17)),
        (Answer.SAME_DAY, at(7, 10), at(9, 17)),
        (Answer.WEEKLY_REVIEW, FRIDAY_AT_FOUR, at(13, 17)),
    ],
)
def test_by_when_it_is_answered_where_no_minutes_say_so(answer: Answer, told_at: datetime, by: datetime) -> None:
    line = a_line(respond_minutes=None, respond_by=answer)
    assert respond_by(line, told_at, OFFICE_HOURS, set()) == by


def test_around_the_clock_a_day_ends_a_minute_before_midnight() -> None:
    line = a_line(respond_minutes=None, respond_by=Answer.SAME_DAY)
    assert respond_by(line, FRIDAY_AT_FOUR, NO_CALENDAR, set()) == at(6, 23, 59)


def test_minutes_to_answer_are_the_owners_too() -> None:
    assert respond_by(a_line(respond_minutes=120), FRIDAY_AT_FOUR, OFFICE_HOURS, set()) == at(9, 10)
    assert respond_by(a_line(respond_minutes=1440), FRIDAY_AT_FOUR, OFFICE_HOURS, set()) == at(9, 16)
    assert due(a_line()) == FRIDAY_AT_FOUR + timedelta(0)
