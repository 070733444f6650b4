"""When an organisation or a service works: its week, its bank holidays, and counting by them."""

from app.domain.calendar.calendar import (
    NO_CALENDAR,
    BankHolidays,
    Calendar,
    Hours,
    HoursOutOfOrder,
    HoursOverlap,
    NeverOpen,
    NotAWeek,
)
from app.domain.calendar.counting import after_open, is_open, is_working_day, next_open, working_day
from app.domain.calendar.setting import (
    CALENDAR,
    CALENDAR_EVENTS,
    CalendarFacts,
    CalendarSet,
    OwnCalendar,
    OwnerNotKnown,
    SetCalendar,
)

__all__ = [
    "CALENDAR",
    "CALENDAR_EVENTS",
    "NO_CALENDAR",
    "BankHolidays",
    "Calendar",
    "CalendarFacts",
    "CalendarSet",
    "Hours",
    "HoursOutOfOrder",
    "HoursOverlap",
    "NeverOpen",
    "NotAWeek",
    "OwnCalendar",
    "OwnerNotKnown",
    "SetCalendar",
    "after_open",
    "is_open",
    "is_working_day",
    "next_open",
    "working_day",
]
