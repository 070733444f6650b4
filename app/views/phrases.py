"""The parts of a sentence of what happened: names, times, codes, and what somebody wrote."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from app.domain.local_time import LOCAL
from app.domain.practice import PracticeKind, line_id

Names = Mapping[UUID, str]
"""The names of wards and members of staff, and what the codes of local lists are called, by id."""


def moment(instant: datetime) -> str:
    """Such as "Tue 3 Nov 14:00", on the clocks of England."""
    at = instant.astimezone(LOCAL)
    return f"{at:%a} {at.day} {at:%b} {at:%H:%M}"


def weekday(day: date) -> str:
    """Such as "Tue 3 Nov"."""
    return f"{day:%a} {day.day} {day:%b}"


def name(names: Names, key: UUID) -> str:
    """Who a member of staff is."""
    return names.get(key, "somebody not on the roster")


def where(names: Names, key: UUID) -> str:
    """What a place is called."""
    return names.get(key, "a place not on the list")


def coded(names: Names, kind: PracticeKind, code: str) -> str:
    """What a code of a local list is called, be it on the list by now or not."""
    return names.get(line_id(kind, code), plain(code))


def listed(items: frozenset[Any]) -> str:
    """Codes as people read them, in the order of the alphabet."""
    return ", ".join(sorted(plain(item) for item in items)) or "none named"


def plain(code: str) -> str:
    """A code as people read it."""
    return str(code).replace("_", " ")


def quoted(words: str | None, lead: str = "") -> str:
    """What somebody wrote, to stand after a sentence; "" where they wrote nothing."""
    if not words:
        return ""
    return f" {lead} “{words}”" if lead else f" “{words}”"
