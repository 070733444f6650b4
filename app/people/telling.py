"""What of a telling counts: each detail is as it was said last, in whatever order the tellings came."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.people.details import Details, Number, told

LIVES = "lives"
"""When somebody was last said to live, kept beside the columns: most senders say it of everybody all the time, so it is
no news by itself, and yet counts against a death that was told before it and comes late."""

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a person by column, when each was `said` last, and the numbers that lead to them."""

    values: dict[str, Any]
    said: dict[str, str]
    numbers: frozenset[Number]

    @property
    def nhs_checked(self) -> bool:
        """Whether the NHS number passed its check: only such a one leads to anybody."""
        return ("nhs", "", self.values["nhs_number"]) in self.numbers

    @property
    def lived_at(self) -> datetime | None:
        """When the person was last said to live; None where nobody ever did."""
        said = self.said.get(LIVES)
        return datetime.fromisoformat(said) if said else None


@dataclass(frozen=True, slots=True)
class News:
    """Columns of a record: the `values` that differ from those kept, and what was `said` last now, with its time.

    A telling that only confirms is said too: without it, what comes late from between the two would overwrite.
    """

    values: dict[str, Any]
    said: dict[str, str]


def news(record: Record, details: Details, said_at: datetime) -> News:
    """What this telling changes of the record. Of two tellings of one time the one that comes later counts.

    An NHS number that fails its check never replaces one that passed, and one that passes always replaces one that
    failed.
    """
    latest = {
        name: value
        for name, value in told(details).items()
        if _rank(name, record.nhs_checked, record.said.get(name))
        <= _rank(name, details.nhs_number_checked, said_at.isoformat())
    }
    differing = {name: value for name, value in latest.items() if (record.values[name] or None) != (value or None)}
    lives = details.lives and (record.lived_at or _NEVER) < said_at
    now = said_times([*latest, *([LIVES] if lives else [])], said_at)
    return News(differing, {name: at for name, at in now.items() if record.said.get(name) != at})


def lacking(record: Record, retired: Record) -> News:
    """What the record is given of one that is merged into it: only what it lacks, and was not told to be empty since.

    A record whose NHS number failed its check lacks one that passes. The person lives as of when either said so last.
    """
    given = {
        name: value
        for name, value in retired.values.items()
        if value
        and value != record.values[name]
        and (not record.values[name] or (name == "nhs_number" and retired.nhs_checked))
        and _rank(name, record.nhs_checked, record.said.get(name))
        <= _rank(name, retired.nhs_checked, retired.said.get(name))
    }
    lives = (retired.lived_at or _NEVER) > (record.lived_at or _NEVER)
    return News(given, {name: at for name, at in retired.said.items() if name in given or (lives and name == LIVES)})


def said_times(columns: Iterable[str], said_at: datetime) -> dict[str, str]:
    """Each of these columns with the time at which it was said, as it is kept."""
    return dict.fromkeys(columns, said_at.astimezone(UTC).isoformat())


def _rank(column: str, checked: bool, said_at: str | None) -> tuple[bool, datetime]:
    return checked and column == "nhs_number", datetime.fromisoformat(said_at) if said_at else _NEVER
