"""Why people are still here: a ward, a hub, or one person with every reason, blocker and night."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from app.access.policy import check_sight, ward_kept_to
from app.api.delay_page import DelayPage, delay_page
from app.api.problems import problems
from app.api.state import HomewardState, Me, Now
from app.domain.values import SpellId
from app.events.practice import reporting_in
from app.views.delay import StillHere, still_here

router = APIRouter(tags=["delays"])


class Delays(BaseModel):
    """Everybody who is ready and still here, the longest first, as things stand at `at`."""

    at: datetime
    people: list[StillHere]


@router.get("/delays", responses=problems())
async def read_delays(
    homeward: HomewardState,
    me: Me,
    now: Now,
    ward_id: Annotated[UUID | None, Query()] = None,
    hub_id: Annotated[UUID | None, Query()] = None,
) -> Delays:
    """Why everybody who is ready to leave is still here: on a ward, of a hub's cases, or in the whole system.

    Ward staff read it of their own wards only.
    """
    ward = ward_kept_to(me, ward_id)

    async def work_out() -> Delays:
        async with homeward.database.reads.acquire() as connection:
            rule = await reporting_in(connection, me.system)
            found = await still_here(connection, me.system, rule, now, ward=ward, hub=hub_id)
        return Delays(at=now, people=found)

    answer: Delays = await homeward.recent.get(("delays", me.system, ward, hub_id), work_out)
    return answer


@router.get("/spells/{spell_id}/delay", responses=problems(404))
async def read_delay(spell_id: UUID, homeward: HomewardState, me: Me, now: Now) -> DelayPage:
    """One person: every reason since they were ready, what is in the way, and each night as it was frozen."""
    check_sight(me, "night")
    return await delay_page(homeward, me, SpellId(spell_id), now)
