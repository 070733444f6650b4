"""The weekly snapshots of stays in hospital, as they were taken: a row a stay and instant, in the scope of the ward."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypedDict
from uuid import UUID, uuid5

from sqlalchemy import Boolean, Column, Date, DateTime, Index, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY

from app.domain.decider import Recorded
from app.domain.delay.snapshots import Taken
from app.domain.spell import SnapshotTaken, SpellEvent
from app.domain.values import key_of
from app.views.kind import Kind, Row, row_table


class TakenColumns(TypedDict):
    """What of a snapshot every row shows, of whatever bed; `reason` null: unexplained."""

    id: UUID
    position: int
    gone: bool
    taken_at: datetime
    reason: str | None
    how: str
    open: tuple[str, ...]
    admitted_on: date
    ready_on: date
    told_late: bool
    owners: tuple[UUID, ...]
    beside: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotRow(Row):
    """One stay at one instant; its columns are those of `TakenColumns`."""

    spell_id: UUID
    taken_at: datetime
    reason: str | None
    how: str
    open: tuple[str, ...]
    admitted_on: date
    ready_on: date
    told_late: bool
    owners: tuple[UUID, ...]
    beside: tuple[UUID, ...]


def rows(events: Sequence[Recorded[SpellEvent]]) -> list[SnapshotRow]:
    """Every snapshot in which a stay is."""
    return [
        SnapshotRow(scope=str(each.event.ward_id), spell_id=key_of(each.stream), **taken(key_of(each.stream), each))
        for each in events
        if isinstance(each.event, SnapshotTaken)
    ]


def taken(stay: UUID, recorded: Recorded[Any]) -> TakenColumns:
    """One snapshot of a stay as its row shows it: its stay and its instant name it."""
    event: Taken = recorded.event
    return TakenColumns(
        id=uuid5(stay, event.taken_at.isoformat()),
        position=recorded.position,
        gone=False,
        taken_at=event.taken_at,
        reason=event.reason,
        how=event.how,
        open=event.open,
        admitted_on=event.admitted_on,
        ready_on=event.ready_on,
        told_late=event.told_late,
        owners=event.owners,
        beside=event.beside,
    )


def snapshot_columns() -> list[Column[Any]]:
    """The columns that every kind of snapshot has."""
    return [
        Column("taken_at", DateTime(timezone=True), nullable=False),
        Column("reason", Text, comment="null: unexplained"),
        Column("how", Text, nullable=False),
        Column("open", ARRAY(Text), nullable=False),
        Column("admitted_on", Date, nullable=False),
        Column("ready_on", Date, nullable=False),
        Column("told_late", Boolean, nullable=False, comment="not on record then, so not counted in what was reported"),
        Column("owners", ARRAY(Uuid), nullable=False, server_default="{}", comment="to whom it is put down"),
        Column("beside", ARRAY(Uuid), nullable=False, server_default="{}", comment="who is heard whatever it is"),
    ]


TABLE = row_table(
    "snapshot_1",
    Column("spell_id", Uuid, nullable=False),
    *snapshot_columns(),
    indexes=[
        Index("snapshot_of_spell", "system_id", "spell_id", "taken_at", unique=True),
        Index("snapshot_by_instant", "system_id", "taken_at"),
    ],
)

SNAPSHOT = Kind(name="snapshot", stream="spell", table=TABLE, rows=rows)
