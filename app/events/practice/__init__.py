"""What is local practice, for decisions: calendars and lists as they stand, read inside the turn."""

from app.events.practice.code_words import SHIPPED_WORDS, TOLD_BY_CODE
from app.events.practice.facts import calendar_of, practice, practice_in, version_of
from app.events.practice.shipped import shipped

__all__ = ["SHIPPED_WORDS", "TOLD_BY_CODE", "calendar_of", "practice", "practice_in", "shipped", "version_of"]
