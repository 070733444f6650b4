"""When a task is due: hours, days or working days of its owner after a moment, or before it (hub practice 9)."""

from collections.abc import Container
from datetime import UTC, date, datetime, time, timedelta

from app.domain.calendar import NO_CALENDAR, Calendar, after_open, working_day
from app.domain.local_time import LOCAL, local_date
from app.domain.practice.tasks import TaskKind, TaskLine

MIDNIGHT = time(0)
LAST_MINUTE = time(23, 59)


def due_at(line: TaskLine, anchor: datetime, calendar: Calendar, days_off: Container[date]) -> datetime:
    """Hours are those in which the owner works; once the person has left, the wall clock's.

    A day without a time of day lasts as long as its owner works on it, or until its end where they do not.
    """
    if line.hours is not None:
        clock = NO_CALENDAR if line.kind is TaskKind.AFTER else calendar
        return after_open(clock, anchor, timedelta(hours=line.hours), days_off)
    if line.working_days is not None:
        return _on(line, working_day(calendar, local_date(anchor), line.working_days, days_off), calendar, days_off)
    if line.days is not None:
        return _on(line, local_date(anchor) + timedelta(days=line.days), calendar, days_off)
    return anchor


def _on(line: TaskLine, day: date, calendar: Calendar, days_off: Container[date]) -> datetime:
    return datetime.combine(day, line.at or _last(calendar, day, days_off), LOCAL).astimezone(UTC)


def _last(calendar: Calendar, day: date, days_off: Container[date]) -> time:
    hours = calendar.hours_on(day, days_off)
    return LAST_MINUTE if not hours or hours[-1].closes == MIDNIGHT else hours[-1].closes
