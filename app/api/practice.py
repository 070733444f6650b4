"""The local lists: what they are, how they stand and stood, and setting one anew."""

from datetime import time
from typing import Any

from fastapi import APIRouter

from app.access.policy import check_sight
from app.api.practice_bodies import (
    ColumnOut,
    PracticeHistory,
    PracticeIn,
    PracticeLine,
    PracticeOut,
    Practices,
    PracticeVersion,
)
from app.api.problems import problems
from app.api.state import IF_MATCH, Handle, HomewardState, Me, Now
from app.api.telling import names_of, who
from app.domain.codes.delay_reasons import LISTED, DelayReason
from app.domain.practice import (
    DOCUMENTS,
    WORDS,
    Column,
    Document,
    PracticeKind,
    SetPractice,
    changes_between,
    columns_of,
    practice_stream,
)
from app.events.handler import Receipt
from app.events.practice import practice_in, shipped, version_of
from app.events.stream import read_stream

router = APIRouter(prefix="/practice", tags=["practice"])


@router.get("", responses=problems())
async def list_practice(homeward: HomewardState, me: Me) -> Practices:
    """Every list of local practice, and whether it still is the local default that was shipped."""
    check_sight(me, "practice")
    lists = []
    async with homeward.database.reads.acquire() as connection:
        for kind, document in DOCUMENTS.items():
            held: Document[Any] = await practice_in(connection, me.system, document)
            lists.append(
                PracticeLine(
                    kind=kind,
                    words=WORDS[kind],
                    lines=len(held.lines),
                    version=await version_of(connection, me.system, kind),
                    local_default=held == shipped(document),
                    lacking=held.lacking(shipped(document)),
                )
            )
    return Practices(lists=lists)


@router.get("/{practice}", responses=problems())
async def read_practice(practice: PracticeKind, homeward: HomewardState, me: Me) -> PracticeOut:
    """One list as it stands, with its columns."""
    check_sight(me, "practice")
    document = DOCUMENTS[practice]
    async with homeward.database.reads.acquire() as connection:
        version = await version_of(connection, me.system, practice)
        held: Document[Any] = await practice_in(connection, me.system, document)
    return PracticeOut(
        kind=practice,
        words=WORDS[practice],
        version=version,
        local_default=held == shipped(document),
        etag=f'"{version}"',
        named_by=list(document.named_by),
        columns=[_column(each) for each in columns_of(document.line)],
        lines=list(held.as_json()),
        default_lines=list(shipped(document).as_json()),
    )


@router.put("/{practice}", responses=problems(409, 412, 428), openapi_extra=IF_MATCH)
async def set_practice(practice: PracticeKind, asked: PracticeIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Say how a list is from now on, all of its lines. What was decided by the lines before stands."""
    return await handle(SetPractice(practice=practice, lines=asked.lines, by=me.actor, at=now))


@router.get("/{practice}/history", responses=problems())
async def practice_history(practice: PracticeKind, homeward: HomewardState, me: Me) -> PracticeHistory:
    """Every version of a list, the newest first: who set it, when, and what it changed."""
    check_sight(me, "practice")
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, practice_stream(practice))).past.events
    async with homeward.database.engine.connect() as connected:
        names = await names_of(connected, me.system)
    named_by, before = DOCUMENTS[practice].named_by, shipped(DOCUMENTS[practice]).as_json()
    versions = []
    for each in past:
        lines = each.event.lines
        told = PracticeVersion(
            version=each.version,
            at=each.at,
            by=who(each.by, names),
            role=each.by.role,
            words=changes_between(before, lines, named_by),
            lines=[dict(line) for line in lines],
        )
        versions.append(told)
        before = lines
    return PracticeHistory(versions=versions[::-1])


def _column(column: Column) -> ColumnOut:
    kind = {bool: "yes", int: "number", time: "time"}.get(column.type, "choice" if column.options else "text")
    return ColumnOut(
        name=column.name,
        words=column.words,
        hint=column.hint,
        kind=kind,
        several=column.several,
        optional=column.optional,
        options=list(column.options),
        labels={str(code): listed.label for code, listed in LISTED.items()} if column.type is DelayReason else {},
        default=list(column.default) if column.several else column.default,
    )
