"""When a line of the policy falls due after its cause, and by when it is then answered.

Minutes are those in which the owner works, unless the line says wall clock. A day or more is counted in whole days on
the clock, each from a time of the day to the same: a bed is lost on Sunday too, and six weeks end at the hour at which
they began.
"""

from collections.abc import Container
from datetime import UTC, date, datetime, time, timedelta

from app.domain.calendar import NO_CALENDAR, Calendar, after_open, working_day
from app.domain.escalation.cause import Cause
from app.domain.local_time import LOCAL, local_date
from app.domain.practice.escalation import Answer, EscalationLine

A_DAY = 24 * 60
BOARD_ROUND_OVER = time(12)
"""By when the board round of a working day is held everywhere."""
LAST_MINUTE = time(23, 59)
A_WEEK = timedelta(days=7)


def due_at(line: EscalationLine, cause: Cause, calendar: Calendar, days_off: Container[date]) -> datetime | None:
    """When this line falls due; None when what is agreed puts an end to the cause before."""
    due = _after(line, cause.since, line.after_minutes, calendar, days_off)
    if cause.foreseen is None:
        return due
    return cause.since if due < cause.foreseen else None


def respond_by(line: EscalationLine, told_at: datetime, calendar: Calendar, days_off: Container[date]) -> datetime:
    """By when what somebody was told at this time is answered."""
    match line.respond_by:
        case None:
            return _after(line, told_at, line.respond_minutes or A_DAY, calendar, days_off)
        case Answer.NEXT_BOARD_ROUND:
            following = working_day(calendar, local_date(told_at), 1, days_off)
            return _at(following, BOARD_ROUND_OVER)
        case Answer.SAME_DAY:
            return _end_of_day(told_at, local_date(told_at), calendar, days_off)
        case Answer.WEEKLY_REVIEW:
            return _end_of_day(told_at, local_date(told_at + A_WEEK), calendar, days_off)


def _after(
    line: EscalationLine, start: datetime, minutes: int, calendar: Calendar, days_off: Container[date]
) -> datetime:
    if abs(minutes) >= A_DAY:
        days, rest = divmod(minutes, A_DAY)
        return (start.astimezone(LOCAL) + timedelta(days=days)).astimezone(UTC) + timedelta(minutes=rest)
    return after_open(NO_CALENDAR if line.wall_clock else calendar, start, timedelta(minutes=minutes), days_off)


def _end_of_day(told_at: datetime, day: date, calendar: Calendar, days_off: Container[date]) -> datetime:
    """When the owner stops working on this day, or on the next working day where that is past or none."""
    first = working_day(calendar, day, 0, days_off)
    ends = _at(first, _last(calendar, first, days_off))
    following = working_day(calendar, first, 1, days_off)
    return ends if ends > told_at else _at(following, _last(calendar, following, days_off))


def _last(calendar: Calendar, day: date, days_off: Container[date]) -> time:
    closes = calendar.hours_on(day, days_off)[-1].closes
    return LAST_MINUTE if closes == time(0) else closes


def _at(day: date, at: time) -> datetime:
    return datetime.combine(day, at, LOCAL).astimezone(UTC)
