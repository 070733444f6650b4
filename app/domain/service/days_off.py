"""On which dates a service takes people in: the days of its week, and bank holidays as its own calendar has them."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from app.domain.calendar.calendar import BankHolidays
from app.domain.codes.weekdays import Weekday


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The bank holidays, and what one does to this service.

    As on a Sunday where it keeps no calendar: whoever takes people in every day does, whoever does so from Monday to
    Friday does not. Local default: hub practice 1.22 asks for a calendar of each service and names none.
    """

    days: Container[date] = frozenset()
    rule: BankHolidays = BankHolidays.AS_SUNDAY

    def closes(self, day: date, week: frozenset[Weekday]) -> bool:
        """Whether it is a bank holiday on which a service of this week takes nobody in."""
        if day not in self.days or self.rule is BankHolidays.AS_USUAL:
            return False
        return self.rule is BankHolidays.CLOSED or Weekday.SUN not in week

    def admits(self, day: date, week: frozenset[Weekday]) -> bool:
        """Whether a service of this week takes people in on this date: on a bank holiday as on a Sunday, if it does."""
        if day in self.days and self.rule is BankHolidays.AS_SUNDAY:
            return Weekday.SUN in week
        return Weekday.of(day) in week and not self.closes(day, week)


NO_DAYS_OFF = DaysOff()
"""Nothing is known of bank holidays: every date is as its weekday."""
