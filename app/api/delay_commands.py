"""Saying why somebody is still here: blockers, a reason set by hand, and what the sides say of a frozen night."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter

from app.access.me import Me as MeType
from app.api.delay_bodies import BlockerIn, MarkIn, NightSaidIn, OverIn, ReasonIn
from app.api.problems import problems
from app.api.shapes import Day
from app.api.state import Handle, Me, Now
from app.domain.spell import (
    AgreeNight,
    ContestNight,
    EndBlocker,
    EndSetReason,
    MarkBlocker,
    RecordBlocker,
    SetReason,
    SettleNight,
    WithdrawBlocker,
)
from app.domain.values import OrganisationId, SpellId, Words
from app.events.handler import Receipt

router = APIRouter(prefix="/spells/{spell_id}", tags=["delays"])


@router.put("/blockers/{blocker_id}", responses=problems(404, 409))
async def record_blocker(
    spell_id: UUID, blocker_id: UUID, blocker: BlockerIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """Something is in the way of leaving. Several may be at once; the same again changes nothing."""
    recorded = RecordBlocker(
        blocker_id=blocker_id,
        reason=blocker.reason,
        owner=blocker.owner,
        stops_leaving=blocker.stops_leaving,
        words=Words(blocker.words) if blocker.words else None,
        **_of(spell_id, me, blocker.at or now),
    )
    return await handle(recorded)


@router.put("/blockers/{blocker_id}/mark", responses=problems(404, 409))
async def mark_blocker(spell_id: UUID, blocker_id: UUID, mark: MarkIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """It stops leaving from now on, or does not any more and is only a flag."""
    said: dict[str, Any] = {"stops_leaving": mark.stops_leaving, "corrects": mark.at is not None}
    return await handle(MarkBlocker(blocker_id=blocker_id, **said, **_of(spell_id, me, mark.at or now)))


@router.put("/blockers/{blocker_id}/end", responses=problems(404, 409))
async def end_blocker(spell_id: UUID, blocker_id: UUID, over: OverIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """It is out of the way. Told again with another time, the later telling counts."""
    of = _of(spell_id, me, over.at or now)
    return await handle(EndBlocker(blocker_id=blocker_id, corrects=over.at is not None, **of))


@router.put("/blockers/{blocker_id}/withdrawal", responses=problems(404, 409))
async def withdraw_blocker(spell_id: UUID, blocker_id: UUID, handle: Handle, me: Me, now: Now) -> Receipt:
    """It was recorded by mistake, and never was."""
    return await handle(WithdrawBlocker(blocker_id=blocker_id, **_of(spell_id, me, now)))


@router.put("/set-reasons/{override_id}", responses=problems(404, 409))
async def set_reason(spell_id: UUID, override_id: UUID, said: ReasonIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Set the reason yourself, over what is derived, and say why."""
    of = _of(spell_id, me, said.at or now)
    return await handle(SetReason(override_id=override_id, reason=said.reason, words=Words(said.words), **of))


@router.put("/set-reasons/{override_id}/end", responses=problems(404, 409))
async def end_set_reason(spell_id: UUID, override_id: UUID, over: OverIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The derived reason counts again."""
    of = _of(spell_id, me, over.at or now)
    return await handle(EndSetReason(override_id=override_id, corrects=over.at is not None, **of))


@router.put("/nights/{night}/agreement", responses=problems(404, 409))
async def agree_night(spell_id: UUID, night: Day, handle: Handle, me: Me, now: Now) -> Receipt:
    """Your organisation agrees to the reason as it was frozen."""
    return await handle(AgreeNight(**_of_night(spell_id, night, me, now)))


@router.put("/nights/{night}/contest", responses=problems(404, 409))
async def contest_night(spell_id: UUID, night: Day, said: NightSaidIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Your organisation says that the reason was another one; until the weekly snapshot."""
    of = _of_night(spell_id, night, me, now)
    return await handle(ContestNight(reason=said.reason, words=Words(said.words), **of))


@router.put("/nights/{night}/settlement", responses=problems(404, 409))
async def settle_night(spell_id: UUID, night: Day, said: NightSaidIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Name the reason on which your organisation would settle; once another names the same, it is settled."""
    of = _of_night(spell_id, night, me, now)
    return await handle(SettleNight(reason=said.reason, words=Words(said.words), **of))


def _of(spell_id: UUID, me: MeType, at: datetime) -> dict[str, Any]:
    return {"spell_id": SpellId(spell_id), "by": me.actor, "at": at}


def _of_night(spell_id: UUID, night: Day, me: MeType, at: datetime) -> dict[str, Any]:
    return {"night": night, "organisation_id": OrganisationId(me.organisation_id), **_of(spell_id, me, at)}
