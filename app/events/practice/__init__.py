"""What is local practice, for decisions: calendars and lists as they stand, read inside the turn."""

from app.events.practice.facts import calendar_of, practice, practice_in, version_of
from app.events.practice.reporting import reporting_in, reporting_of, shipped_rule
from app.events.practice.shipped import shipped

__all__ = [
    "calendar_of",
    "practice",
    "practice_in",
    "reporting_in",
    "reporting_of",
    "shipped",
    "shipped_rule",
    "version_of",
]
