"""A line of the ward list: one person in a bed, with criteria to reside and ready date, case or not.

Every ward that ever showed the person keeps its row: `gone` from the event by which they left it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Column, Date, DateTime, Index, Integer, Text, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.domain.decider import Recorded
from app.domain.replacing import replace
from app.domain.spell import Spell, SpellEvent, evolve
from app.domain.spell.criteria import timeline
from app.domain.spell.ready import Ready, ready
from app.domain.spell.state import Elsewhere, Ended, Open, VirtualWard, Voided
from app.domain.spell.whereabouts import Place
from app.domain.spell.why_here import history_of
from app.domain.values import WardId, key_of
from app.views.apart import NIGHTS, without_nights
from app.views.kind import Kind, Row, row_table
from app.views.told_of_delay import DELAY, Told, delay_column, told, unwell_column

NOT_REVIEWED = "not_reviewed"
EXPECTED = "expected"
"""The stage of somebody who is not here yet."""
_STAGES: dict[type[object], str] = {
    Open: "open",
    Elsewhere: "elsewhere",
    VirtualWard: "virtual_ward",
    Ended: "ended",
    Voided: "voided",
}

HERE = "NOT spell.gone AND coalesce(spell.stage, 'open') = 'open'"
"""SQL over alias `spell`: the row of somebody who is in the bed. Who is expected is not here yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellRow(Row):
    """One bed; `stage` is expected, open, elsewhere, virtual_ward, ended or voided.

    Of who is expected, `admitted_at` lies ahead. Who is on the virtual ward keeps the row of the bed they had.

    `criteria` is what the latest review said; a screen calls it not reviewed once it is 24 hours old.

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
    became_unwell: int
    ended_at: datetime | None
    how: str | None
    stage: str
    patient_class: str | None
    expected_at: datetime | None
    expected_discharge: date | None
    discharge_changes: int
    discharge_reason: str | None
    discharge_planned: bool
    on_leave_since: datetime | None
    leave_until: datetime | None
    next_ward_id: UUID | None
    next_bed: str | None
    proposed_ready: date | None
    needs_hub: str | None
    proposed_alert: tuple[str, ...]
    lounge_since: datetime | None
    virtual_ward_since: datetime | None
    delay: Told | None


def rows(events: Sequence[Recorded[SpellEvent]]) -> list[SpellRow]:
    """The row of the ward where the person is, was last or is expected, and those of the wards they left."""
    spell, left = Spell(), dict[WardId, SpellRow]()
    for recorded in events:
        before, spell = spell, evolve(spell, recorded)
        was, now = _place(before), _place(spell)
        if was and (now is None or was.ward_id != now.ward_id):
            # They went on to another ward: a move that is told after the leaving lies before it.
            left[was.ward_id] = replace(_row(before, was, recorded), gone=True, ended_at=None, how=None)
    place = _place(spell)
    if place is None:
        return [*left.values()]
    left.pop(place.ward_id, None)
    return [*left.values(), _row(spell, place, without_nights(events)[-1])]


def bed_order(bed: str) -> str:
    """A text by which beds sort as people count them: numbers by value, whatever stands around them."""
    return re.sub(r"\d+", lambda number: number[0].zfill(6), bed.casefold())


def _place(spell: Spell) -> Place | None:
    if spell.admission:
        return spell.place
    return spell.expected.place if spell.expected else None


def _row(spell: Spell, place: Place, last: Recorded[SpellEvent]) -> SpellRow:
    stage, next_place, leave = spell.stage, spell.next_place, spell.leave
    who = spell.admission or spell.expected
    assert who, "who has a place was admitted or is expected"
    until = spell.left_bed_at or max((review.at for review in spell.reviews), default=who.at)
    reviews = timeline(spell.reviews, who.at, until)
    latest = reviews[-1] if reviews else None
    known = ready(spell.reviews, who.at, spell.left_bed_at, until, spell.virtual_ward_before)
    return SpellRow(
        id=key_of(last.stream),
        scope=str(place.ward_id),
        position=last.position,
        gone=spell.admission is not None and not isinstance(stage, Open | VirtualWard),
        person_id=who.person_id,
        ward_id=place.ward_id,
        bed=place.bed,
        bed_order=bed_order(place.bed),
        admitted_at=who.at,
        criteria=latest.said.outcome if latest else NOT_REVIEWED,
        criteria_met=tuple(sorted(latest.said.criteria)) if latest else (),
        reviewed_at=latest.at if latest else None,
        ready_date=known.ready_date,
        ready_at=known.ready_at,
        earlier_nights=known.earlier_nights,
        became_unwell=known.became_unwell,
        ended_at=spell.ended_at,
        how=spell.way_out,
        stage=_STAGES[type(stage)] if spell.admission else EXPECTED,
        patient_class=spell.patient_class,
        expected_at=spell.expected.at if spell.expected else None,
        expected_discharge=spell.expected_discharge,
        discharge_changes=spell.discharge_changes,
        discharge_reason=spell.discharge_reason,
        discharge_planned=spell.discharge_planned,
        on_leave_since=leave.since if leave else None,
        leave_until=leave.until if leave else None,
        next_ward_id=next_place.ward_id if next_place else None,
        next_bed=next_place.bed if next_place else None,
        proposed_ready=spell.proposed_ready,
        needs_hub=spell.hub_need,
        proposed_alert=tuple(sorted(spell.alert_reasons)),
        lounge_since=spell.lounge_since,
        virtual_ward_since=stage.since if isinstance(stage, VirtualWard) else None,
        delay=_told(spell, known),
    )


def _told(spell: Spell, known: Ready) -> Told | None:
    """The last period lasts as long as the person is in the bed."""
    lasts = known.ready_at if spell.left_bed_at is None else None
    return told(history_of(spell), [(start, None if start == lasts else end) for start, end in known.periods])


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
    unwell_column(),
    Column("ended_at", DateTime(timezone=True)),
    Column("how", Text),
    Column("stage", Text, comment="expected, open, elsewhere, virtual_ward, ended or voided"),
    Column("patient_class", Text),
    Column("expected_at", DateTime(timezone=True)),
    Column("expected_discharge", Date),
    Column("discharge_changes", Integer, comment="how often the expected date moved or was taken back"),
    Column("discharge_reason", Text, comment="why it moved last"),
    Column("discharge_planned", Boolean),
    Column("on_leave_since", DateTime(timezone=True)),
    Column("leave_until", DateTime(timezone=True)),
    Column("next_ward_id", Uuid),
    Column("next_bed", Text),
    Column("proposed_ready", Date, comment="the feed says medically fit since; a clinician confirms"),
    Column("needs_hub", Text, comment="yes, no or dont_know; null: nobody was asked"),
    Column("proposed_alert", ARRAY(Text), nullable=False, comment="why the hub might be told early; nobody has yet"),
    Column("lounge_since", DateTime(timezone=True)),
    Column("virtual_ward_since", DateTime(timezone=True)),
    delay_column(),
    indexes=[
        Index("spell_of_person", "system_id", "person_id"),
        Index("spell_by_id", "system_id", "id"),
        Index("spell_ended", "system_id", "ended_at", postgresql_where=text("ended_at IS NOT NULL")),
    ],
)

SPELL = Kind(name="spell", stream="spell", table=TABLE, rows=rows, unmoved_by=NIGHTS, person_named=True, kept=(DELAY,))
