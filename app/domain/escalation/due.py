"""When a line of the policy falls due after its cause, and by when it is then answered.

Minutes are those in which the owner works, unless the line says wall clock. A day or more *since a cause* is counted in
whole days on the clock, each from a time of the day to the same: a bed is lost on Sunday too, and six weeks end at the
hour at which they began; unless the line counts in the owner's working days. A day or more *to answer* is always the
owner's working days: nobody who is not there is asked by then.
"""

from collections.abc import Container
from datetime import UTC, date, datetime, time, timedelta

from app.domain.calendar import NO_CALENDAR, Calendar, after_open, next_open, working_day
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
    due = _falls_due(line, cause, calendar, days_off)
    if cause.foreseen is None:
        return due
    return cause.since if due < cause.foreseen else None


def respond_by(line: EscalationLine, told_at: datetime, calendar: Calendar, days_off: Container[date]) -> datetime:
    """By when what somebody was told at this time is answered."""
    match line.respond_by:
        case None:
            works = NO_CALENDAR if line.wall_clock else calendar
            days, rest = divmod(line.respond_minutes or A_DAY, A_DAY)
            return after_open(works, _working_days(works, told_at, days, days_off), timedelta(minutes=rest), days_off)
        case Answer.NEXT_BOARD_ROUND:
            following = working_day(calendar, local_date(told_at), 1, days_off)
            return _at(following, BOARD_ROUND_OVER)
        case Answer.SAME_DAY:
            return _end_of_day(told_at, local_date(told_at), calendar, days_off)
        case Answer.WEEKLY_REVIEW:
            return _end_of_day(told_at, local_date(told_at + A_WEEK), calendar, days_off)


def _falls_due(line: EscalationLine, cause: Cause, calendar: Calendar, days_off: Container[date]) -> datetime:
    if line.after_working_days is not None:
        return _working_days(calendar, cause.since, line.after_working_days, days_off)
    if line.wall_clock and cause.of_day:
        return _on_the_wall(cause.since, line.after_minutes)
    if abs(line.after_minutes) >= A_DAY:
        days, rest = divmod(line.after_minutes, A_DAY)
        return _on_the_wall(cause.since, days * A_DAY) + timedelta(minutes=rest)
    works = NO_CALENDAR if line.wall_clock else calendar
    return after_open(works, cause.since, timedelta(minutes=line.after_minutes), days_off)


def _on_the_wall(start: datetime, minutes: int) -> datetime:
    """What a clock on the wall shows so much later, though the clocks are changed meanwhile."""
    return (start.astimezone(LOCAL) + timedelta(minutes=minutes)).astimezone(UTC)


def _working_days(calendar: Calendar, start: datetime, n: int, days_off: Container[date]) -> datetime:
    """The same time of the nth working day after, before if negative; what begins out of hours begins with the next."""
    if n == 0:
        return start
    begins = start if n < 0 else next_open(calendar, start, days_off)
    day = working_day(calendar, local_date(begins), n, days_off)
    return next_open(calendar, _at(day, begins.astimezone(LOCAL).time()), days_off)


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
