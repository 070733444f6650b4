"""Everything that tells why one person is still in hospital, read from the stay's stream and from its case's."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from app.access.me import Me
from app.api.delay_parts import Bed, BlockerPart, NightPart, SetReasonPart, SpanPart, delay_parts
from app.api.snapshot_part import SnapshotPart
from app.api.state import State
from app.domain.case.one_after_another import told_by
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay import joined
from app.domain.spell import SPELL
from app.domain.spell.state import Spell, admission_of
from app.domain.spell.why_here import history_of, ready_of
from app.domain.values import SpellId, stream
from app.events.practice import reporting_in
from app.events.stream import read_stream
from app.views.delay import cases_of
from app.views.parties import places


class DelayPage(BaseModel):
    """One stay; `ready` says whether the person is ready and here now.

    While they are, `owner` is what whoever is waited for is to them, `owners` the organisations known here.
    """

    spell_id: UUID
    case_id: UUID | None
    ready: bool
    ready_date: date | None
    days: int | None
    owner: Owner | None
    owners: tuple[UUID, ...]
    cost: int
    spans: list[SpanPart]
    blockers: list[BlockerPart]
    set_reasons: list[SetReasonPart]
    nights: list[NightPart]
    snapshots: list[SnapshotPart]
    became_unwell: int
    earlier_nights: int


REPORTED_UNEXPLAINED = DelayReason.HP7
"""How a night is counted nationally that is unexplained still when the snapshot is taken (hub practice 12)."""


async def delay_page(homeward: State, me: Me, spell_id: SpellId, now: datetime) -> DelayPage:
    """Read both streams and fold them. Raises NotKnown."""
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("spell", spell_id))).past
        spell: Spell = SPELL.fold(past.events)
        admission_of(spell)
        cases = await cases_of(connection, me.system, spell_id)
        told = [(await read_stream(connection, me.system, stream("case", each))).past.events for each in cases]
        rule = await reporting_in(connection, me.system)
        known_places = await places(connection, me.system)
    case, history = told_by(told)
    known = ready_of(spell, now)
    bed = Bed(
        known=known,
        lasts=spell.left_bed_at is None,
        delays=spell.delays,
        history=joined((history_of(spell), history)),
        parties=known_places.parties(known_places.of_place.get(spell.place.ward_id), case.hub_id),
        pathway=case.pathway.given if case.pathway else None,
        unexplained_as=REPORTED_UNEXPLAINED,
    )
    cost = (known.days or 0) * rule.cost_per_day
    return DelayPage(spell_id=spell_id, case_id=cases[-1] if cases else None, cost=cost, **delay_parts(bed, rule, now))
