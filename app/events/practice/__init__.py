"""What is local practice, for decisions: calendars and lists as they stand, read inside the turn."""

from app.events.practice.code_words import SHIPPED_WORDS, TOLD_BY_CODE
from app.events.practice.facts import (
    AS_OF,
    CALENDAR,
    calendar_from,
    calendar_of,
    practice,
    practice_as_of,
    practice_in,
    version_of,
)
from app.events.practice.reporting import reporting_in, reporting_of, shipped_rule
from app.events.practice.shipped import shipped

__all__ = [
    "AS_OF",
    "CALENDAR",
    "SHIPPED_WORDS",
    "TOLD_BY_CODE",
    "calendar_from",
    "calendar_of",
    "practice",
    "practice_as_of",
    "practice_in",
    "reporting_in",
    "reporting_of",
    "shipped",
    "shipped_rule",
    "version_of",
]
