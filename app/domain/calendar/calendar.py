"""A calendar: the hours of each weekday, what a bank holiday does to them, and the day's two cut-off times."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from itertools import pairwise

from app.domain.rejections import Rejection

MIDNIGHT = time(0)
SUNDAY = 6


class BankHolidays(StrEnum):
    """What a bank holiday does to the hours of its weekday."""

    CLOSED = "closed"
    AS_SUNDAY = "as_sunday"
    AS_USUAL = "as_usual"


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Hours:
    """Open from `opens` until just before `closes`, local times of one day; closing at 00:00 is the midnight after."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.closes != MIDNIGHT and self.closes <= self.opens:
            raise HoursOutOfOrder(opens=f"{self.opens:%H:%M}", closes=f"{self.closes:%H:%M}")


Week = tuple[tuple[Hours, ...], ...]
"""The hours of Monday to Sunday; a day without any is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """When its owner works. Orders of a day close at `order_by`; nobody is taken in after `latest_arrival`."""

    week: Week
    bank_holidays: BankHolidays = BankHolidays.CLOSED
    order_by: time | None = None
    latest_arrival: time | None = None

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise NotAWeek
        if not any(self.week):
            raise NeverOpen
        for day in self.week:
            if any(not _ends_by(each, following) for each, following in pairwise(day)):
                raise HoursOverlap

    def hours_on(self, day: date, days_off: Container[date]) -> tuple[Hours, ...]:
        """The hours of this date, in order. `days_off` are the bank holidays."""
        if day not in days_off or self.bank_holidays is BankHolidays.AS_USUAL:
            return self.week[day.weekday()]
        return self.week[SUNDAY] if self.bank_holidays is BankHolidays.AS_SUNDAY else ()


def _ends_by(hours: Hours, following: Hours) -> bool:
    return hours.closes != MIDNIGHT and hours.closes <= following.opens


class HoursOutOfOrder(Rejection):
    """These hours close before they open. For a night, close one day at 00:00 and open the next one at 00:00."""


class HoursOverlap(Rejection):
    """Two openings of one day overlap or are out of order. Write each day's hours in order, one after the other."""


class NeverOpen(Rejection):
    """This calendar is never open, so nothing could ever be due by it. Give at least one day hours."""


class NotAWeek(Rejection):
    """A calendar has seven days, Monday first. Write each day, with no hours where it is closed."""


NO_CALENDAR = Calendar(
    week=((Hours(opens=MIDNIGHT, closes=MIDNIGHT),),) * 7,
    bank_holidays=BankHolidays.AS_USUAL,
)
"""The wall clock: always open, every day a working day. What counts where nothing is set, and for safety."""
