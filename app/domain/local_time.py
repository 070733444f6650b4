"""Dates are local to England; instants are kept in UTC."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/London")


def local_date(at: datetime) -> date:
    """The date on the ward's wall at this instant."""
    return at.astimezone(LOCAL).date()
