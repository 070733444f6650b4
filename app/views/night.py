"""The nights in a bed no longer needed, as they were frozen: one row a night, in the scope of the ward it was on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from sqlalchemy import Column, Date, DateTime, Index, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from app.domain.decider import Recorded
from app.domain.delay.contesting import ContestEvent
from app.domain.delay.delaying import contested
from app.domain.delay.recorded import FrozenNight
from app.domain.spell import NightFrozen, SpellEvent
from app.domain.values import key_of
from app.views.kind import Kind, Row, row_table

NightEvent: TypeAlias = NightFrozen | ContestEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class NightRow(Row):
    """One night. `reason` as frozen, null where nothing explained it; `settled` the one agreed after a contest.

    `contested` and `settling` are, by organisation, the reason and the words; `agreed` the organisations that agree.
    """

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


def rows(events: Sequence[Recorded[SpellEvent]]) -> list[NightRow]:
    """Every frozen night of a stay, each at the position of what was said of it last."""
    frozen: dict[date, tuple[NightFrozen, FrozenNight, int]] = {}
    for each in events:
        event = each.event
        if isinstance(event, NightFrozen):
            night = FrozenNight(reason=event.reason, contest_until=event.contest_until)
            frozen[event.night] = (event, night, each.position)
        elif isinstance(event, ContestEvent):
            first, night, _ = frozen[event.night]
            frozen[event.night] = (first, contested(night, event), each.position)
    return [_row(key_of(events[0].stream), *each) for each in frozen.values()]


def night_id(spell: UUID, night: date) -> UUID:
    """The id of a night: its stay and its date name it."""
    return uuid5(spell, night.isoformat())


def _row(spell: UUID, first: NightFrozen, night: FrozenNight, position: int) -> NightRow:
    return NightRow(
        id=night_id(spell, first.night),
        scope=str(first.ward_id),
        position=position,
        gone=False,
        spell_id=spell,
        night=first.night,
        reason=first.reason,
        how=first.how,
        open=first.open,
        contest_until=first.contest_until,
        agreed=tuple(sorted(night.agreed)),
        contested={str(who): {"reason": said.reason, "words": said.words} for who, said in night.contested.items()},
        settling={str(who): {"reason": said.reason, "words": said.words} for who, said in night.settling.items()},
        settled=night.settled,
    )


TABLE = row_table(
    "night_1",
    Column("spell_id", Uuid, nullable=False),
    Column("night", Date, nullable=False),
    Column("reason", Text, comment="null: unexplained"),
    Column("how", Text, nullable=False),
    Column("open", ARRAY(Text), nullable=False),
    Column("contest_until", DateTime(timezone=True), nullable=False),
    Column("agreed", ARRAY(Uuid), nullable=False),
    Column("contested", JSONB, nullable=False),
    Column("settling", JSONB, nullable=False),
    Column("settled", Text),
    indexes=[Index("night_of_spell", "system_id", "spell_id", "night", unique=True)],
)

NIGHT = Kind(name="night", stream="spell", table=TABLE, rows=rows)
