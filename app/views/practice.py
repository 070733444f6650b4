"""The local lists: one row for each that the system has set, with its version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.decider import Recorded
from app.domain.practice import DOCUMENTS, Lines, PracticeSet
from app.domain.values import key_of
from app.views.kind import EVERYWHERE, Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRow(Row):
    """A list as it stands; `version` counts its settings from 1.

    `retired` are lines that earlier versions had: what was said by their codes is still told in their words.
    """

    practice: str
    version: int
    lines: Lines
    retired: Lines


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
            retired=_retired(events),
        )
    ]


def _retired(events: Sequence[Recorded[PracticeSet]]) -> Lines:
    last = events[-1].event
    named_by = DOCUMENTS[last.practice].named_by

    def name(line: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(line.get(each) for each in named_by)

    ever = {name(line): line for each in events for line in each.event.lines}
    now = {name(line) for line in last.lines}
    return tuple(line for key, line in ever.items() if key not in now)


TABLE = row_table(
    "practice_1",
    Column("practice", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("lines", JSONB, nullable=False),
    Column("retired", JSONB, nullable=False, server_default="[]", comment="lines of earlier versions, for their words"),
)

PRACTICE = Kind(name="practice", stream="practice", table=TABLE, rows=rows)
