"""The days of the week, as calendars and services name them."""

from datetime import date
from enum import StrEnum


class Weekday(StrEnum):
    """The code of a day, Monday first; its words are in `WORDS`."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @classmethod
    def of(cls, day: date) -> "Weekday":
        """The day of the week of a date."""
        return _DAYS[day.weekday()]


_DAYS = tuple(Weekday)
EVERY_DAY = frozenset(Weekday)
WORKING_DAYS = EVERY_DAY - {Weekday.SAT, Weekday.SUN}
WORDS = {
    Weekday.MON: "Monday",
    Weekday.TUE: "Tuesday",
    Weekday.WED: "Wednesday",
    Weekday.THU: "Thursday",
    Weekday.FRI: "Friday",
    Weekday.SAT: "Saturday",
    Weekday.SUN: "Sunday",
}
