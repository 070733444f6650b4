"""Why people are still in community beds: read, and said, by the service's own staff and by the hub."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from app.access.policy import check_sight
from app.api.delay_bodies import BlockerIn, MarkIn, NightSaidIn, OverIn, ReasonIn
from app.api.problems import problems
from app.api.shapes import Day
from app.api.state import Handle, HomewardState, Me, Now
from app.api.stay_delay_page import StayDelayPage, stay_delay_page
from app.api.waited_for import people_shown
from app.domain.case.remaining.contesting import AgreeStayNight, ContestStayNight, SettleStayNight
from app.domain.case.remaining.saying import (
    EndSetStayReason,
    EndStayBlocker,
    MarkStayBlocker,
    RecordStayBlocker,
    SetStayReason,
    WithdrawStayBlocker,
)
from app.domain.values import CaseId, OrganisationId, Role, Words
from app.events.handler import Receipt
from app.events.practice import reporting_in
from app.views.stay_delay import StillInBed, still_in_bed

router = APIRouter(tags=["delays"])
_STAY = "/cases/{case_id}/stays/{stay_id}"
_BLOCKER, _REASON = f"{_STAY}/blockers/{{blocker_id}}", f"{_STAY}/set-reasons/{{override_id}}"
_NIGHT = f"{_STAY}/nights/{{night}}"


class DelaysInBeds(BaseModel):
    """Everybody who no longer meets the requirements to remain and is still there, as things stand at `at`."""

    at: datetime
    people: list[StillInBed]


async def _saying(case_id: UUID, stay_id: UUID, me: Me) -> dict[str, Any]:
    """Of which stay, who says it, and for which service's organisation: None for the hub."""
    own = OrganisationId(me.organisation_id) if me.role is Role.PROVIDER else None
    return {"case_id": CaseId(case_id), "stay_id": stay_id, "organisation_id": own, "by": me.actor}


Saying = Annotated[dict[str, Any], Depends(_saying)]


@router.get("/stays/delays", responses=problems())
async def read_delays_in_beds(
    homeward: HomewardState, me: Me, now: Now, hub_id: Annotated[UUID | None, Query()] = None
) -> DelaysInBeds:
    """Why everybody who could leave a community bed is still there: a provider's own people, a hub's, or all."""
    check_sight(me, "stay")
    own = me.organisation_id if me.role is Role.PROVIDER else None

    async def work_out() -> DelaysInBeds:
        async with homeward.database.reads.acquire() as connection:
            rule = await reporting_in(connection, me.system)
            found = await still_in_bed(connection, me.system, rule, now, hub=hub_id, organisation=own)
        return DelaysInBeds(at=now, people=people_shown(me, found))

    answer: DelaysInBeds = await homeward.recent.get(("delays in beds", me.system, hub_id, own), work_out)
    return answer


@router.get(f"{_STAY}/delay", responses=problems(404))
async def read_stay_delay(case_id: UUID, stay_id: UUID, homeward: HomewardState, me: Me, now: Now) -> StayDelayPage:
    """One person in a bed: every reason since they were ready, what is in the way, and each night as frozen."""
    check_sight(me, "stay_night")
    return await stay_delay_page(homeward, me, CaseId(case_id), stay_id, now)


@router.put(_BLOCKER, responses=problems(404, 409))
async def record_stay_blocker(
    blocker_id: UUID, blocker: BlockerIn, saying: Saying, handle: Handle, now: Now
) -> Receipt:
    """Something is in the way of leaving the service. Several may be at once; the same again changes nothing."""
    recorded = RecordStayBlocker(
        blocker_id=blocker_id,
        reason=blocker.reason,
        owner=blocker.owner,
        stops_leaving=blocker.stops_leaving,
        words=Words(blocker.words) if blocker.words else None,
        at=blocker.at or now,
        **saying,
    )
    return await handle(recorded)


@router.put(f"{_BLOCKER}/mark", responses=problems(404, 409))
async def mark_stay_blocker(blocker_id: UUID, mark: MarkIn, saying: Saying, handle: Handle, now: Now) -> Receipt:
    """It stops leaving from now on, or does not any more and is only a flag."""
    said: dict[str, Any] = {"stops_leaving": mark.stops_leaving, "corrects": mark.at is not None}
    return await handle(MarkStayBlocker(blocker_id=blocker_id, at=mark.at or now, **said, **saying))


@router.put(f"{_BLOCKER}/end", responses=problems(404, 409))
async def end_stay_blocker(blocker_id: UUID, over: OverIn, saying: Saying, handle: Handle, now: Now) -> Receipt:
    """It is out of the way. Told again with another time, the later telling counts."""
    return await handle(
        EndStayBlocker(blocker_id=blocker_id, at=over.at or now, corrects=over.at is not None, **saying)
    )


@router.put(f"{_BLOCKER}/withdrawal", responses=problems(404, 409))
async def withdraw_stay_blocker(blocker_id: UUID, saying: Saying, handle: Handle, now: Now) -> Receipt:
    """It was recorded by mistake, and never was."""
    return await handle(WithdrawStayBlocker(blocker_id=blocker_id, at=now, **saying))


@router.put(_REASON, responses=problems(404, 409))
async def set_stay_reason(override_id: UUID, said: ReasonIn, saying: Saying, handle: Handle, now: Now) -> Receipt:
    """Set the reason yourself, over what is derived, and say why."""
    own: dict[str, Any] = {"override_id": override_id, "reason": said.reason, "words": Words(said.words)}
    return await handle(SetStayReason(at=said.at or now, **own, **saying))


@router.put(f"{_REASON}/end", responses=problems(404, 409))
async def end_set_stay_reason(override_id: UUID, over: OverIn, saying: Saying, handle: Handle, now: Now) -> Receipt:
    """The derived reason counts again."""
    return await handle(
        EndSetStayReason(override_id=override_id, at=over.at or now, corrects=over.at is not None, **saying)
    )


async def _of_night(night: Day, saying: Saying, me: Me, now: Now) -> dict[str, Any]:
    """Which night, when it is said, and for which organisation somebody speaks."""
    return {"night": night, "said_by": OrganisationId(me.organisation_id), "at": now, **saying}


OfNight = Annotated[dict[str, Any], Depends(_of_night)]


@router.put(f"{_NIGHT}/agreement", responses=problems(404, 409))
async def agree_stay_night(of: OfNight, handle: Handle) -> Receipt:
    """Your organisation agrees to the reason as it was frozen."""
    return await handle(AgreeStayNight(**of))


@router.put(f"{_NIGHT}/contest", responses=problems(404, 409))
async def contest_stay_night(said: NightSaidIn, of: OfNight, handle: Handle) -> Receipt:
    """Your organisation says that the reason was another one; until the weekly snapshot."""
    return await handle(ContestStayNight(reason=said.reason, words=Words(said.words), **of))


@router.put(f"{_NIGHT}/settlement", responses=problems(404, 409))
async def settle_stay_night(said: NightSaidIn, of: OfNight, handle: Handle) -> Receipt:
    """Name the reason on which your organisation would settle; once another names the same, it is settled."""
    return await handle(SettleStayNight(reason=said.reason, words=Words(said.words), **of))
