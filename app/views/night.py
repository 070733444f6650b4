"""The nights in a bed no longer needed, as they were frozen: one row a night, in the scope of the ward it was on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Column, Index, Uuid

from app.domain.decider import Recorded
from app.domain.spell import NightFrozen, SpellEvent
from app.domain.values import key_of
from app.views.frozen import folded, night_columns, shown
from app.views.kind import Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class NightRow(Row):
    """One night; its columns are those of `NightColumns`."""

    spell_id: UUID
    night: date
    reason: str | None
    how: str
    open: tuple[str, ...]
    contest_until: datetime
    agreed: tuple[UUID, ...]
    contested: dict[str, Any]
    settling: dict[str, Any]
    settled: str | None
    owners: tuple[UUID, ...]
    beside: tuple[UUID, ...]


def rows(events: Sequence[Recorded[SpellEvent]]) -> list[NightRow]:
    """Every frozen night of a stay, each at the position of what was said of it last."""
    return [
        NightRow(
            id=night_id(key_of(events[0].stream), each.first.night),
            scope=str(each.first.ward_id),
            spell_id=key_of(events[0].stream),
            **shown(each),
        )
        for each in folded(events, NightFrozen)
    ]


def night_id(stay: UUID, night: date) -> UUID:
    """The id of a night: its stay and its date name it."""
    return uuid5(stay, night.isoformat())


TABLE = row_table(
    "night_1",
    Column("spell_id", Uuid, nullable=False),
    *night_columns(),
    indexes=[
        Index("night_of_spell", "system_id", "spell_id", "night", unique=True),
        Index("night_by_snapshot", "system_id", "contest_until"),
    ],
)

NIGHT = Kind(name="night", stream="spell", table=TABLE, rows=rows)
