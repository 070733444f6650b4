"""Dates are local to England; instants are kept in UTC."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/London")


def local_date(at: datetime) -> date:
    """The date on the ward's wall at this instant."""
    return at.astimezone(LOCAL).date()


def day_begins(day: date) -> datetime:
    """The instant at which this local date begins, in UTC."""
    return datetime.combine(day, time(0), LOCAL).astimezone(UTC)


def midnight_after(night: date) -> datetime:
    """The instant at which this local date ends, in UTC."""
    return day_begins(night + timedelta(days=1))


def nights_between(start: datetime, end: datetime) -> list[date]:
    """The local dates whose midnight was passed between the two: dates are counted, not hours."""
    first = local_date(start)
    return [first + timedelta(days=passed) for passed in range((local_date(end) - first).days)]
