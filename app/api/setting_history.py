"""How calendars and ladders stood before: every time that one was set, by whom, and what that changed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from app.access.me import Me as MeType
from app.access.policy import check_sight
from app.api.problems import problems
from app.api.state import HomewardState, Me, State
from app.api.telling import names_of, who
from app.domain.decider import Recorded
from app.domain.values import Stream, stream
from app.events.stream import read_stream
from app.views.phrases import Names
from app.views.setting_words import calendar_changes, ladder_changes

router = APIRouter(tags=["calendars and ladders"])


class SettingVersion(BaseModel):
    """One version: who set it, when, and what it changed, in words."""

    version: int
    at: datetime
    by: str
    role: str | None
    words: str


class SettingHistory(BaseModel):
    """Every version that was set, the newest first; none where it never was."""

    versions: list[SettingVersion]


@router.get("/calendars/{owner_id}/history", responses=problems())
async def calendar_history(owner_id: UUID, homeward: HomewardState, me: Me) -> SettingHistory:
    """Every version of the calendar of an organisation or a service."""
    check_sight(me, "calendar")
    past, names = await _read(homeward, me, stream("calendar", owner_id))
    calendars = [each.event.calendar for each in past]
    return _told(past, [calendar_changes(*each) for each in zip([None, *calendars], calendars, strict=False)], names)


@router.get("/ladders/{organisation_id}/history", responses=problems())
async def ladder_history(organisation_id: UUID, homeward: HomewardState, me: Me) -> SettingHistory:
    """Every version of the ladder of an organisation."""
    return await _ladder(homeward, me, organisation_id)


@router.get("/senior-responsible-officer/history", responses=problems())
async def senior_officer_history(homeward: HomewardState, me: Me) -> SettingHistory:
    """Everyone who was named senior responsible officer of the system."""
    return await _ladder(homeward, me, me.system)


async def _ladder(homeward: State, me: MeType, owner: UUID) -> SettingHistory:
    check_sight(me, "ladder")
    past, names = await _read(homeward, me, stream("ladder", owner))
    ladders = [each.event for each in past]
    return _told(past, [ladder_changes(*each, names) for each in zip([None, *ladders], ladders, strict=False)], names)


async def _read(homeward: State, me: MeType, of: Stream) -> tuple[list[Recorded[Any]], Names]:
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, of)).past.events
    async with homeward.database.engine.connect() as connected:
        return past, await names_of(connected, me.system)


def _told(past: list[Recorded[Any]], words: list[str], names: Names) -> SettingHistory:
    versions = [
        SettingVersion(version=each.version, at=each.at, by=who(each.by, names), role=each.by.role, words=said)
        for each, said in zip(past, words, strict=True)
    ]
    return SettingHistory(versions=versions[::-1])
