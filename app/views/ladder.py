"""The ladders: one row for each organisation's, and one for the system's senior responsible officer."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Text
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.decider import Recorded
from app.domain.ladder import LadderEvent, LadderSet, Rung
from app.domain.values import key_of
from app.views.kind import EVERYWHERE, Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRow(Row):
    """Whom problems climb to: L1 to L4 of the `organisation` with this id, or the one officer of the `system`."""

    whose: str
    rungs: tuple[Rung, ...]


def rows(events: Sequence[Recorded[LadderEvent]]) -> list[LadderRow]:
    """The ladder that was set last."""
    if not events:
        return []
    last = events[-1]
    of_organisation = isinstance(last.event, LadderSet)
    rungs = last.event.ladder.rungs if isinstance(last.event, LadderSet) else (last.event.officer,)
    return [
        LadderRow(
            id=key_of(last.stream),
            scope=EVERYWHERE,
            position=last.position,
            gone=False,
            whose="organisation" if of_organisation else "system",
            rungs=rungs,
        )
    ]


TABLE = row_table(
    "ladder_1",
    Column("whose", Text, nullable=False),
    Column("rungs", JSONB, nullable=False),
)

LADDER = Kind(name="ladder", stream="ladder", table=TABLE, rows=rows)
