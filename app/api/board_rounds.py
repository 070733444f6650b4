"""The board round: that it was held, and what has happened since, case by case, for the next one or on paper.

That a night was frozen at midnight is no news; what somebody said of it is.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from app.access.me import Me as MeType
from app.access.policy import audiences, check_sight
from app.api.known import stays_of
from app.api.note_reading import readable
from app.api.problems import problems
from app.api.state import Handle, HomewardState, Me, Now, State
from app.api.telling import Happening, names_of, tell
from app.domain.decider import Recorded
from app.domain.hub import HoldBoardRound, UndoBoardRound
from app.domain.values import HubId, key_of, stream
from app.events.handler import Receipt
from app.events.stream import read_stream, read_streams
from app.views.apart import without_nights
from app.views.board_round import KEPT, BoardRoundRow
from app.views.board_round import rows as round_rows
from app.views.since import cases_with_news
from app.views.timeline import say_case, say_spell
from app.views.timeline_holding import offer_names
from app.views.timeline_tasks import task_names

router = APIRouter(prefix="/hubs", tags=["board rounds"])


class CaseNews(BaseModel):
    """One case and what happened to it, in words, earliest first; no lines where only the person's details changed."""

    case_id: UUID
    name: str
    bed: str | None
    ward: str | None
    lines: list[Happening]


class SinceBoardRound(BaseModel):
    """`held_at` is None, and there are no cases, as long as no such round was held."""

    held_at: datetime | None
    cases: list[CaseNews]


@router.put("/{hub_id}/board-rounds/{round_id}", responses=problems(409))
async def hold_board_round(hub_id: UUID, round_id: UUID, handle: Handle, me: Me, now: Now) -> Receipt:
    """The hub has gone through its board: from here on everything is news for the next round."""
    return await handle(HoldBoardRound(hub_id=HubId(hub_id), round_id=round_id, by=me.actor, at=now))


@router.put("/{hub_id}/board-rounds/{round_id}/undoing", responses=problems(404, 409))
async def undo_board_round(hub_id: UUID, round_id: UUID, handle: Handle, me: Me, now: Now) -> Receipt:
    """The round was recorded by mistake: what was news before it is news again."""
    return await handle(UndoBoardRound(hub_id=HubId(hub_id), round_id=round_id, by=me.actor, at=now))


@router.get("/{hub_id}/since-board-round", responses=problems())
async def since_board_round(
    hub_id: UUID, homeward: HomewardState, me: Me, back: Annotated[int, Query(ge=1, le=KEPT)] = 1
) -> SinceBoardRound:
    """What happened on the hub's cases since its last board round, or since the one `back` rounds ago."""
    check_sight(me, "board_round")
    check_sight(me, "case")
    async with homeward.database.reads.acquire() as connection:
        held = (await read_stream(connection, me.system, stream("hub", hub_id))).past
    rounds = _rounds(round_rows(held.events))
    if len(rounds) < back:
        return SinceBoardRound(held_at=None, cases=[])
    chosen = rounds[back - 1]
    cases = await _news(homeward, me, HubId(hub_id), chosen["since"])
    return SinceBoardRound(held_at=datetime.fromisoformat(chosen["at"]), cases=cases)


def _rounds(rows: Sequence[BoardRoundRow]) -> Sequence[dict[str, Any]]:
    return rows[0].rounds if rows else ()


async def _news(homeward: State, me: MeType, hub: HubId, since: int) -> list[CaseNews]:
    async with homeward.database.reads.acquire() as connection:
        found = await cases_with_news(connection, me.system, hub, since, audiences(me))
        cases = await _events(connection, me, "case", [each["case_id"] for each in found])
        spells = await _events(connection, me, "spell", [key for past in cases.values() for key in stays_of(past)])
    async with homeward.database.engine.connect() as names_connection:
        names = await names_of(names_connection, me.system)

    def lines(case_id: UUID) -> list[Happening]:
        past = cases[case_id]
        told = tell(
            _after(readable(past, me), since), say_case, {**names, **task_names(past), **offer_names(past, names)}
        )
        for key in stays_of(past):
            told += tell(_after(without_nights(spells[key]), since), say_spell, names)
        return sorted(told, key=lambda line: (line.at, line.position))

    return [
        CaseNews(
            case_id=each["case_id"],
            name=each["name"],
            bed=each["bed"],
            ward=names.get(each["ward_id"]),
            lines=lines(each["case_id"]),
        )
        for each in found
    ]


async def _events(connection: Any, me: MeType, kind: str, keys: Sequence[UUID]) -> dict[UUID, list[Recorded[Any]]]:
    reads = await read_streams(connection, me.system, [stream(kind, key) for key in keys])
    return {key_of(read.past.stream): read.past.events for read in reads}


def _after(events: Sequence[Recorded[Any]], position: int) -> list[Recorded[Any]]:
    return [each for each in events if each.position > position]
