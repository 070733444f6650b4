"""The nights that are put down to a provider: read, agreed, contested and settled by the people who run its services.

Each is known by an id of its own, which tells neither the stay nor the case: who has not confirmed knows neither.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from app.access.me import Me as MeType
from app.access.policy import check, nights_kept_to
from app.api.delay_bodies import NightSaidIn
from app.api.offer_reading import read_offer_of
from app.api.problems import problems
from app.api.state import Handle, HomewardState, Me, Now, State
from app.api.telling import names_of
from app.domain.codes.delay_reasons import DelayReason
from app.domain.rejections import NotKnown
from app.domain.spell import AgreeNight, ContestNight, SettleNight
from app.domain.values import OrganisationId, Words
from app.events.handler import Receipt
from app.views.own_nights import OwnNight, own_nights, stay_of_night
from app.views.phrases import Names, where

router = APIRouter(prefix="/nights", tags=["delays"])


class NightSaidPart(BaseModel):
    """What an organisation said of the night. `words` are null where they may not be read here."""

    organisation: str
    said: Literal["agrees", "contests", "would_settle"]
    reason: DelayReason | None = None
    words: str | None = None


class OwnNightPart(BaseModel):
    """One night: `reason` as it was frozen, `settled` the one agreed after a contest.

    `offer_id` leads to your own request, which shows what you may know of the person; `name` only once you confirmed.
    """

    night_id: UUID
    night: date
    reason: DelayReason
    settled: DelayReason | None
    contest_until: datetime
    offer_id: UUID | None
    service: str | None
    line: str | None
    name: str | None
    said: list[NightSaidPart]


class NightsPage(BaseModel):
    """The nights that are put down to your services, the next snapshot first."""

    nights: list[OwnNightPart]


@router.get("", responses=problems())
async def read_own_nights(homeward: HomewardState, me: Me, now: Now) -> NightsPage:
    """Nights that somebody waited in a hospital bed for a service of yours, until a week after they were reported."""
    own = OrganisationId(nights_kept_to(me))
    async with homeward.database.reads.acquire() as connection:
        found = await own_nights(connection, me.system, own, now)
    async with homeward.database.engine.connect() as connected:
        names = await names_of(connected, me.system)
    return NightsPage(nights=[await _part(homeward, me, each, names) for each in found])


async def _of_night(night_id: UUID, homeward: HomewardState, me: Me, now: Now) -> dict[str, Any]:
    check(me, ContestNight)
    async with homeward.database.reads.acquire() as connection:
        found = await stay_of_night(connection, me.system, night_id)
    if found is None:
        raise NotKnown(what="night")
    spell, night = found
    own = OrganisationId(me.organisation_id)
    return {"spell_id": spell, "night": night, "organisation_id": own, "by": me.actor, "at": now}


OfNight = Annotated[dict[str, Any], Depends(_of_night)]


@router.put("/{night_id}/agreement", responses=problems(404, 409))
async def agree_to_night(night_id: UUID, of: OfNight, handle: Handle) -> Receipt:
    """Your organisation agrees to the reason as it was frozen."""
    return replace(await handle(AgreeNight(**of)), id=night_id)


@router.put("/{night_id}/contest", responses=problems(404, 409))
async def contest_own_night(night_id: UUID, said: NightSaidIn, of: OfNight, handle: Handle) -> Receipt:
    """Your organisation says that the reason was another one; until the weekly snapshot. Name nobody in the words."""
    command = ContestNight(reason=said.reason, words=Words(said.words), **of)
    return replace(await handle(command), id=night_id)


@router.put("/{night_id}/settlement", responses=problems(404, 409))
async def settle_own_night(night_id: UUID, said: NightSaidIn, of: OfNight, handle: Handle) -> Receipt:
    """Name the reason on which your organisation would settle; once another names the same, it is settled."""
    command = SettleNight(reason=said.reason, words=Words(said.words), **of)
    return replace(await handle(command), id=night_id)


async def _part(homeward: State, me: MeType, night: OwnNight, names: Names) -> OwnNightPart:
    return OwnNightPart(
        night_id=night.night_id,
        night=night.night,
        reason=DelayReason(night.reason),
        settled=DelayReason(night.settled) if night.settled else None,
        contest_until=night.contest_until,
        offer_id=night.offer_id,
        service=night.service,
        line=night.line,
        name=night.name,
        said=await _said(homeward, me, night, names),
    )


async def _said(homeward: State, me: MeType, night: OwnNight, names: Names) -> list[NightSaidPart]:
    agreed = [NightSaidPart(organisation=where(names, who), said="agrees") for who in night.agreed]
    if not night.contested and not night.settling:
        return agreed
    shown = await _shown(homeward, me, night)

    def worded(how: Literal["contests", "would_settle"], said: Mapping[str, Any]) -> list[NightSaidPart]:
        return [
            NightSaidPart(
                organisation=where(names, UUID(who)), said=how, reason=each["reason"], words=shown.get(each["words"])
            )
            for who, each in said.items()
        ]

    return [*agreed, *worded("contests", night.contested), *worded("would_settle", night.settling)]


async def _shown(homeward: State, me: MeType, night: OwnNight) -> dict[str, str]:
    """What of the words may be read: whole once confirmed, before that with whatever tells who it is blanked."""
    every = [each["words"] for each in (*night.contested.values(), *night.settling.values())]
    if night.offer_id is None or night.case_id is None:
        return {}
    its = await read_offer_of(homeward, me, night.case_id, night.offer_id)
    return {words: its.shown(words) for words in every} if its.read.person else {}
