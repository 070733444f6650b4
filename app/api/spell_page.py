"""Everything a page shows of one stay in hospital, read from its stream."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from app.access.me import Me
from app.api.row_json import row_json
from app.api.state import State
from app.api.telling import Happening, names_of, tell, tell_stay
from app.domain.escalation import escalations_of
from app.domain.spell import SPELL
from app.domain.spell.ready import ready
from app.domain.spell.state import Spell, person_of
from app.domain.spell.whereabouts import place_before_move
from app.domain.values import SpellId, stream
from app.events.stream import read_stream
from app.people.lookup import Identity, identity
from app.views.spell import SPELL as SPELL_ROWS
from app.views.timeline_escalation import escalation_names, say_escalation


class ReadyPart(BaseModel):
    """Days count dates and are what is published; nights count midnights, earlier periods included."""

    ready_date: date | None
    days: int | None
    nights_in_all: int
    earlier_nights: int


class PlacePart(BaseModel):
    """A bed on a ward."""

    ward_id: UUID
    bed: str


class SpellPage(BaseModel):
    """One stay, whole. `spell` is the row as the live feed sends it.

    `came_from` is where the person was before the latest move: where they are again once that is taken back.
    `admission_reason` is why they were admitted, as the hospital's system said last.
    """

    spell: dict[str, Any]
    person: Identity | None
    came_from: PlacePart | None
    admission_reason: str | None
    ready: ReadyPart
    timeline: list[Happening]


async def spell_page(homeward: State, me: Me, spell_id: SpellId, now: datetime) -> SpellPage:
    """Read the spell's stream, also of somebody who is yet to come. Raises NotKnown."""
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("spell", spell_id))).past
        escalated = (await read_stream(connection, me.system, escalations_of(spell_id))).past.events
    spell: Spell = SPELL.fold(past.events)
    whose = person_of(spell)
    async with homeward.database.engine.connect() as connection:
        person = await identity(connection, me.system, whose)
        names = await names_of(connection, me.system)
    since = spell.admission.at if spell.admission else now
    before = place_before_move(spell.places)
    known = ready(spell.reviews, since, spell.left_bed_at, now, spell.virtual_ward_before)
    return SpellPage(
        spell=row_json(SPELL_ROWS, past.events, person) or {},
        person=person,
        came_from=PlacePart(ward_id=before.ward_id, bed=before.bed) if before else None,
        admission_reason=spell.admission_reason,
        ready=ReadyPart(
            ready_date=known.ready_date,
            days=known.days,
            nights_in_all=known.nights_in_all,
            earlier_nights=known.earlier_nights,
        ),
        timeline=sorted(
            tell_stay(past.events, names)
            + tell(escalated, say_escalation, {**names, **escalation_names(escalated, names)}),
            key=lambda line: line.position,
        ),
    )
