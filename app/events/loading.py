"""Rows as screens get them: one query is first view, catch-up and live change. The database turns each to JSON."""

from dataclasses import dataclass
from datetime import datetime

from asyncpg import Record

from app.database import Database
from app.domain.values import SystemId
from app.events.screen import Seen, Watches
from app.views.changed import changed_since
from app.views.kind import EVERYWHERE
from app.views.kinds import KINDS

ROW_KINDS_VERSION = 1


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a query of rows came to: the system's epoch and head with its hash, when that was recorded, and the rows.

    Where it is not `known`, the log does not have the event after which rows were asked for: these are no catch-up.
    """

    epoch: str
    position: int
    rows: list[Seen]
    recorded_at: datetime | None = None
    hash: str = ""
    known: bool = True


async def load(
    database: Database, system: SystemId, watches: Watches, since: int | None, at: str | None = None
) -> Loaded:
    """What is watched: all that is shown now, or, since a position, all that changed, gone ones included.

    `at` is the hash of the event at that position: with it, `known` says whether this is still the log it counts in.
    """
    watched = tuple((kind, EVERYWHERE not in scopes) for kind, scopes in sorted(watches.items()))
    scopes = sorted(frozenset[str]().union(*watches.values()) - {EVERYWHERE})
    asked = (system, since or 0, scopes, None if at is None else bytes.fromhex(at))
    async with database.reads.acquire() as connection:
        records = await connection.fetch(changed_since(watched, first=since is None), *asked)
    rows = [_seen(record) for record in records if record["row"] is not None]
    head = records[0]
    return Loaded(epoch_of(head), head["head"], rows, head["recorded_at"], head["head_hash"].hex(), head["known"])


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
