"""Rows as screens get them: a first view, or what changed since a position. The database turns each to JSON."""

from dataclasses import dataclass
from datetime import datetime

from asyncpg import Record

from app.database import Database
from app.domain.values import SystemId
from app.events.screen import Seen, Several, Watches
from app.views.changed import changed_since, shown_now
from app.views.kind import EVERYWHERE
from app.views.kinds import KINDS

ROW_KINDS_VERSION = 1


@dataclass(frozen=True, slots=True)
class FirstView:
    """All that is shown now: the system's epoch and head with its hash, and the rows."""

    epoch: str
    position: int
    hash: str
    rows: list[Several]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What changed: the system's epoch and head with its hash, when that was recorded, and the rows.

    Where it is not `known`, the log does not have the event after which rows were asked for: these are no catch-up.
    """

    epoch: str
    position: int
    rows: list[Seen]
    recorded_at: datetime | None = None
    hash: str = ""
    known: bool = True


async def first_view(database: Database, system: SystemId, watches: Watches) -> FirstView:
    """All of what is watched that is shown now."""
    async with database.reads.acquire() as connection:
        records = await connection.fetch(shown_now(_watched(watches)), system, _scopes(watches))
    head = records[0]
    rows = [Several(each["kind"], each["scope"], each["rows"], each["audience"]) for each in records if each["rows"]]
    return FirstView(epoch_of(head), head["head"], head["head_hash"].hex(), rows)


async def load(database: Database, system: SystemId, watches: Watches, since: int, at: str | None = None) -> Loaded:
    """All of what is watched that changed since a position, gone ones included.

    `at` is the hash of the event at that position: with it, `known` says whether this is still the log it counts in.
    """
    asked = (system, _scopes(watches), since, None if at is None else bytes.fromhex(at))
    async with database.reads.acquire() as connection:
        records = await connection.fetch(changed_since(_watched(watches)), *asked)
    rows = [_seen(record) for record in records if record["row"] is not None]
    head = records[0]
    return Loaded(epoch_of(head), head["head"], rows, head["recorded_at"], head["head_hash"].hex(), head["known"])


def _watched(watches: Watches) -> tuple[tuple[str, bool], ...]:
    return tuple((kind, EVERYWHERE not in scopes) for kind, scopes in sorted(watches.items()))


def _scopes(watches: Watches) -> list[str]:
    return sorted(frozenset[str]().union(*watches.values()) - {EVERYWHERE})


def everywhere(*kinds: str) -> Watches:
    """All rows of these kinds, whatever their scope."""
    return {kind: frozenset({EVERYWHERE}) for kind in kinds}


def epoch_of(record: Record) -> str:
    """Another epoch means that positions and rows held before mean nothing now."""
    return f"{record['epoch']}.{ROW_KINDS_VERSION}"


def _seen(record: Record) -> Seen:
    return Seen(
        kind=record["kind"],
        scope=record["scope"],
        id=record["id"],
        position=record["position"],
        text=record["row"],
        audience=record["audience"],
        correlation=record["correlation"],
    )


EVERYTHING = everywhere(*KINDS)
