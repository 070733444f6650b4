"""A line of the ward list: one person in a bed, with criteria to reside and ready date, case or not.

Every ward that ever showed the person keeps its row: `gone` from the event by which they left it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Column, Date, DateTime, Index, Integer, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY

from app.domain.decider import Recorded
from app.domain.spell import Spell, SpellEvent, evolve
from app.domain.spell.criteria import timeline
from app.domain.spell.ready import ready
from app.domain.spell.state import Ended, Open, admission_of
from app.domain.values import WardId, key_of
from app.views.kind import Kind, Row, row_table

NOT_REVIEWED = "not_reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellRow(Row):
    """One bed. `criteria` is what the latest review said; a screen calls it not reviewed once it is 24 hours old.

    `bed_order` sorts as text and puts bed 2 before bed 10. Days and nights follow from `ready_date` and `ready_at`.
    """

    person_id: UUID
    ward_id: UUID
    bed: str
    bed_order: str
    admitted_at: datetime
    criteria: str
    criteria_met: tuple[str, ...]
    reviewed_at: datetime | None
    ready_date: date | None
    ready_at: datetime | None
    earlier_nights: int
    ended_at: datetime | None
    how: str | None


def rows(events: Sequence[Recorded[SpellEvent]]) -> list[SpellRow]:
    """The row of the ward where the person is or was last, and those of the wards they left."""
    if not events:
        return []
    spell, left = Spell(), dict[WardId, SpellRow]()
    for recorded in events:
        before, spell = spell, evolve(spell, recorded)
        if before.admission and before.place.ward_id != spell.place.ward_id:
            left[before.place.ward_id] = replace(_row(before, recorded), gone=True)
    left.pop(spell.place.ward_id, None)
    return [*left.values(), _row(spell, events[-1])]


def bed_order(bed: str) -> str:
    """A text by which beds sort as people count them: numbers by value, whatever stands around them."""
    return re.sub(r"\d+", lambda number: number[0].zfill(6), bed.casefold())


def _row(spell: Spell, last: Recorded[SpellEvent]) -> SpellRow:
    admission, place, stage = admission_of(spell), spell.place, spell.stage
    until = spell.ended_at or max((review.at for review in spell.reviews), default=admission.at)
    reviews = timeline(spell.reviews, admission.at, until)
    latest = reviews[-1] if reviews else None
    known = ready(spell.reviews, admission.at, spell.ended_at, until)
    return SpellRow(
        id=key_of(last.stream),
        scope=str(place.ward_id),
        position=last.position,
        gone=not isinstance(stage, Open),
        person_id=admission.person_id,
        ward_id=place.ward_id,
        bed=place.bed,
        bed_order=bed_order(place.bed),
        admitted_at=admission.at,
        criteria=latest.said.outcome if latest else NOT_REVIEWED,
        criteria_met=tuple(sorted(latest.said.criteria)) if latest else (),
        reviewed_at=latest.at if latest else None,
        ready_date=known.ready_date,
        ready_at=known.ready_at,
        earlier_nights=known.earlier_nights,
        ended_at=spell.ended_at,
        how=stage.how if isinstance(stage, Ended) else None,
    )


TABLE = row_table(
    "spell_1",
    Column("person_id", Uuid, nullable=False),
    Column("ward_id", Uuid, nullable=False),
    Column("bed", Text, nullable=False),
    Column("bed_order", Text(collation="C"), nullable=False),
    Column("admitted_at", DateTime(timezone=True), nullable=False),
    Column("criteria", Text, nullable=False),
    Column("criteria_met", ARRAY(Text), nullable=False),
    Column("reviewed_at", DateTime(timezone=True)),
    Column("ready_date", Date),
    Column("ready_at", DateTime(timezone=True)),
    Column("earlier_nights", Integer, nullable=False),
    Column("ended_at", DateTime(timezone=True)),
    Column("how", Text),
    indexes=[
        Index("spell_of_person", "system_id", "person_id"),
        Index("spell_by_id", "system_id", "id"),
    ],
)

SPELL = Kind(name="spell", stream="spell", table=TABLE, rows=rows, person_named=True)
