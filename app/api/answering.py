"""Who answers which offer: what every answer of a service is commanded with, in whatever way it is sent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends

from app.access.me import Me as MeType
from app.access.policy import check, check_sight, sees_of
from app.api.state import HomewardState, Me, Now, State
from app.domain.case.requests.reading import OpenAssessment
from app.domain.rejections import NotKnown
from app.domain.values import CaseId, OrganisationId, Role
from app.views.offer_lookup import where_offer_is


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """The offer, whose case it is of, and who answers: `organisation_id` is None for the hub."""

    case_id: CaseId
    offer_id: UUID
    common: dict[str, Any]


async def answering(offer_id: UUID, homeward: State, me: MeType, now: datetime) -> Answering:
    """Raises NotAllowed for whom no offer is, and NotKnown for what this person is not shown."""
    check_sight(me, "offer")
    async with homeward.database.reads.acquire() as connection:
        found = await where_offer_is(connection, me.system, offer_id)
    if found is None or not sees_of(me, found.organisation_id):
        raise NotKnown(what="offer")
    own = OrganisationId(me.organisation_id) if me.role is Role.PROVIDER else None
    who = {"case_id": found.case_id, "offer_id": offer_id, "organisation_id": own, "by": me.actor, "at": now}
    return Answering(case_id=found.case_id, offer_id=offer_id, common=who)


async def _mine(offer_id: UUID, homeward: HomewardState, me: Me, now: Now) -> Answering:
    return await answering(offer_id, homeward, me, now)


async def _own(offer_id: UUID, homeward: HomewardState, me: Me, now: Now) -> Answering:
    check(me, OpenAssessment)
    return await answering(offer_id, homeward, me, now)


Mine = Annotated[Answering, Depends(_mine)]
"""An offer as its service answers it, or the hub, which was told on the telephone."""

Own = Annotated[Answering, Depends(_own)]
"""An offer as its service alone reads what is signed, and speaks of it."""
