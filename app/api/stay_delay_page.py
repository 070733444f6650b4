"""Everything that tells why one person is still in a community bed, read from the stream of their case."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from app.access.me import Me
from app.access.policy import sees_of
from app.api.delay_parts import Bed, BlockerPart, NightPart, SetReasonPart, SpanPart, delay_parts
from app.api.snapshot_part import SnapshotPart
from app.api.state import State
from app.api.waited_for import parts_shown
from app.domain.case import CASE, Case
from app.domain.case.remaining.next_service import next_service
from app.domain.case.remaining.ready import is_bed, ready_of
from app.domain.codes.owners import Owner
from app.domain.delay import joined
from app.domain.delay.delaying import history_of
from app.domain.rejections import NotKnown
from app.domain.values import CaseId, ServiceId, stream
from app.events.practice import reporting_in
from app.events.stream import read_stream
from app.views.parties import places


class StayDelayPage(BaseModel):
    """One stay in a bed; `ready` says whether the person no longer meets the requirements to remain, and is there.

    While they are, `owner` is what whoever is waited for is to them, `owners` the organisations known here.
    """

    stay_id: UUID
    case_id: UUID
    service_id: ServiceId
    ready: bool
    ready_date: date | None
    days: int | None
    owner: Owner | None
    owners: tuple[UUID, ...]
    spans: list[SpanPart]
    blockers: list[BlockerPart]
    set_reasons: list[SetReasonPart]
    nights: list[NightPart]
    snapshots: list[SnapshotPart]
    became_unwell: int
    earlier_nights: int


async def stay_delay_page(homeward: State, me: Me, case_id: CaseId, stay_id: UUID, now: datetime) -> StayDelayPage:
    """Read the case and fold it. Raises NotKnown where there is no such stay in a bed, or it is another service's."""
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("case", case_id))).past
        rule = await reporting_in(connection, me.system)
        known_places = await places(connection, me.system)
    case: Case = CASE.fold(past.events)
    stay = case.stays.get(stay_id)
    if stay is None or not is_bed(stay) or not sees_of(me, stay.organisation_id):
        raise NotKnown(what="stay")
    bed = Bed(
        known=ready_of(stay, now),
        lasts=stay.left_bed_at is None,
        delays=stay.delays,
        history=joined((next_service(past.events, stay_id), history_of(stay.delays))),
        parties=known_places.parties(stay.organisation_id, case.hub_id),
    )
    parts = parts_shown(me, delay_parts(bed, rule, now), bed.parties)
    return StayDelayPage(stay_id=stay_id, case_id=case_id, service_id=stay.service_id, **parts)
