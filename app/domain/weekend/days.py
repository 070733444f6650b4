"""Which days the Friday list is of: the days off that are next, bank holidays too, and the working day after them."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.domain.calendar import BankHolidays, Calendar, Hours
from app.domain.calendar.counting import is_working_day, working_day
from app.domain.local_time import LOCAL, local_date, midnight_after

LIST_FROM = time(12)
"""From when the list is worked through, local time of the working day before. Local default (DOMAIN rule 14)."""

_OFFICE = Hours(opens=time(9), closes=time(17))
_WEEKDAYS = Calendar(week=((_OFFICE,),) * 5 + ((), ()), bank_holidays=BankHolidays.CLOSED)


@dataclass(frozen=True, slots=True)
class Weekend:
    """`first` to `last` are local dates, both included: Saturday to Monday, as a rule.

    From `opens_at` on, noon of the working day before, the list is due; until `closes_at`, when the days off end.
    """

    first: date
    last: date
    opens_at: datetime
    closes_at: datetime

    @property
    def begins_at(self) -> datetime:
        """The midnight with which the first day begins."""
        return midnight_after(self.first - timedelta(days=1))


def weekend_at(now: datetime, days_off: Container[date]) -> Weekend:
    """The weekend that lasts, else the coming one. `days_off` are the bank holidays."""
    first = local_date(now)
    while is_weekday(first, days_off):
        first += timedelta(days=1)
    while not is_weekday(first - timedelta(days=1), days_off):
        first -= timedelta(days=1)
    last = working_day(_WEEKDAYS, first, 1, days_off)
    opens_at = datetime.combine(first - timedelta(days=1), LIST_FROM, LOCAL).astimezone(UTC)
    return Weekend(first, last, opens_at, midnight_after(last - timedelta(days=1)))


def is_weekday(day: date, days_off: Container[date]) -> bool:
    """Whether it is Monday to Friday and no bank holiday."""
    return is_working_day(_WEEKDAYS, day, days_off)
