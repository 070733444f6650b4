"""The local lists: one row for each that the system has set, with its version."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.decider import Recorded
from app.domain.practice import Lines, PracticeSet
from app.domain.values import key_of
from app.views.kind import EVERYWHERE, Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRow(Row):
    """A list as it stands; `version` counts its settings from 1."""

    practice: str
    version: int
    lines: Lines


def rows(events: Sequence[Recorded[PracticeSet]]) -> list[PracticeRow]:
    """The list that was set last."""
    if not events:
        return []
    last = events[-1]
    return [
        PracticeRow(
            id=key_of(last.stream),
            scope=EVERYWHERE,
            position=last.position,
            gone=False,
            practice=last.event.practice,
            version=last.version,
            lines=last.event.lines,
        )
    ]


TABLE = row_table(
    "practice_1",
    Column("practice", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("lines", JSONB, nullable=False),
)

PRACTICE = Kind(name="practice", stream="practice", table=TABLE, rows=rows)
