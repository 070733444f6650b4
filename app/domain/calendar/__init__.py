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

__all__ = [
    "NO_CALENDAR",
    "BankHolidays",
    "Calendar",
    "Hours",
    "HoursOutOfOrder",
    "HoursOverlap",
    "NeverOpen",
    "NotAWeek",
    "after_open",
    "is_open",
    "is_working_day",
    "next_open",
    "working_day",
]
