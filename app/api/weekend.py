"""The Friday list and the weekend's handover: of a hub, of a ward, or of all."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from app.access.me import Me as Asking
from app.access.policy import audiences, check_sight, ward_kept_to
from app.api.problems import problems
from app.api.state import HomewardState, Me, Now, State
from app.bank_holidays import ENGLAND
from app.domain.delay import How
from app.domain.local_time import local_date
from app.domain.practice import ServiceLines
from app.domain.weekend import Action, Waiting, Weekend, actions, weekend_at
from app.events.practice import practice_in, reporting_in
from app.views.agreed import agreed_days
from app.views.calls import Call, calls
from app.views.delay import StillHere, still_here
from app.views.escalation_list import Mine, Standing, standing
from app.views.handover import PinnedNote, Underway, pinned, underway
from app.views.weekend import Expected, to_leave

router = APIRouter(tags=["weekend"])


class WeekendDays(BaseModel):
    """The weekend that lasts, else the coming one, with bank holidays and the working day after, both dates included.

    The list is due from `opens_at`, noon of the working day before, to `closes_at`.
    """

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "example": {
                "first": "2026-11-28",
                "last": "2026-11-30",
                "opens_at": "2026-11-27T12:00:00Z",
                "closes_at": "2026-11-30T00:00:00Z",
            }
        },
    )
    first: date
    last: date
    opens_at: datetime
    closes_at: datetime


class WeekendPage(BaseModel):
    """`leaving` by time with what is missing; `ready` with their reason; `left`, not met yet; and what else to hand on.

    `freeing` is what would free most bed days by the last day of the weekend.
    """

    at: datetime
    weekend: WeekendDays
    leaving: list[Expected]
    ready: list[StillHere]
    left: list[Underway]
    escalations: list[Standing]
    calls: list[Call]
    notes: list[PinnedNote]
    freeing: list[Action]


@router.get("/weekend/days", responses=problems())
async def read_weekend_days(me: Me, now: Now) -> WeekendDays:
    """Which days the next weekend's list is of, and from when it is worked through."""
    check_sight(me, "spell")
    return WeekendDays.model_validate(weekend_at(now, ENGLAND))


@router.get("/weekend", responses=problems())
async def read_weekend(
    homeward: HomewardState,
    me: Me,
    now: Now,
    ward_id: Annotated[UUID | None, Query()] = None,
    hub_id: Annotated[UUID | None, Query()] = None,
) -> WeekendPage:
    """Who leaves at the weekend and what is missing, what is handed over, and what would free most bed days next.

    Of a ward, of a hub's cases, or of all; ward staff read it of their own wards only.
    """
    ward = ward_kept_to(me, ward_id)

    async def work_out() -> WeekendPage:
        return await _worked_out(homeward, me, now, ward, hub_id)

    answer: WeekendPage = await homeward.recent.get(("weekend", me.system, me.role, ward, hub_id), work_out)
    return answer


async def _worked_out(homeward: State, me: Asking, now: datetime, ward: UUID | None, hub: UUID | None) -> WeekendPage:
    weekend = weekend_at(now, ENGLAND)
    mine = Mine(hub_id=hub, ward_ids=(ward,) if ward else None)
    async with homeward.database.reads.acquire() as connection:
        rule = await reporting_in(connection, me.system)
        lines = await practice_in(connection, me.system, ServiceLines)
        leaving = await to_leave(connection, me.system, weekend, now, lines, ward=ward, hub=hub)
        ready = await still_here(connection, me.system, rule, now, ward=ward, hub=hub)
        agreed = await agreed_days(connection, me.system, now)
        left = await underway(connection, me.system, ward=ward, hub=hub)
        escalated = await standing(connection, me.system, mine, named=True)
        notes = await pinned(connection, me.system, audiences(me), ward=ward, hub=hub)
    return WeekendPage(
        at=now,
        weekend=WeekendDays.model_validate(weekend),
        leaving=leaving,
        ready=ready,
        left=left,
        escalations=escalated,
        calls=calls(leaving, left, escalated, now),
        notes=notes,
        freeing=_freeing(ready, agreed, weekend, now),
    )


def _freeing(ready: list[StillHere], agreed: Mapping[UUID, date], weekend: Weekend, now: datetime) -> list[Action]:
    waiting = (
        Waiting(
            spell_id=each.spell_id,
            reason=each.reason,
            open=() if each.how is How.OVERRIDE else each.open,
            days=each.days,
            leaves_on=agreed.get(each.spell_id),
        )
        for each in ready
    )
    return actions(waiting, local_date(now), weekend.last)
