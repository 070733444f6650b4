"""A long history, quickly: one life lived by commands, then copied with its rows as often as it takes.

Each copy has ids of its own and its events are chained on, so that the log verifies. Its sealed words are those of the
life that was copied, which nobody can open in another stream: they are as long as in life, and nobody asks for them.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias
from uuid import uuid4

import asyncpg

from app.domain.case import CloseCase
from app.domain.case.outcome import Outcome
from app.domain.spell import EndSpell, ReviewCriteria, ReviewOutcome, WayOut
from app.domain.values import Role, Stream, SystemId, kind_of
from app.events.chain import Entry
from app.events.escalation.sweep import sweep_system
from app.events.handler import decide_in, taken
from bench.installation import Run
from bench.streams import lived_through
from tests.facts import Installation

LENGTH = 40  # events of the case of a life; with its stay some sixty
DAYS = 12
LIVES = 250  # are copied at once

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NTH = "\0"  # stands in an id for the last eight digits, which count the copies
_POSITION = "\1"
_KINDS = ("person", "spell", "case")  # of stream; what else is recorded meanwhile is told of others


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as text with gaps, and how far after the beginning of its life it was written."""

    table: str
    text: str
    after: int


@dataclass(frozen=True, slots=True)
class _Event:
    """An event of which stream, data and actor are text with gaps; `hash` means nothing yet."""

    stream: str
    data: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Life:
    events: Sequence[_Event]
    rows: Sequence[_Row]


async def fill(run: Run, made: Installation, events: int) -> None:
    """Bring the system's log to about so many events, of people who have left and whose cases are closed."""
    owner = await asyncpg.connect(run.owner_url)
    try:
        life = await _life(owner, made)
        copied = 0
        while (missing := events - await _head(owner, made.system)) > 0:
            lives = min(LIVES, missing // len(life.events) + 1)
            await _copy(owner, made.system, life, range(copied, copied + lives))
            copied += lives
        await owner.execute("VACUUM (ANALYZE)")
    finally:
        await owner.close()


async def _life(owner: Connection, made: Installation) -> _Life:
    """What is in the database of one life that has been lived. Ids that were there before stay as they are."""
    known = {found for _, text in await _texts(owner, made.system) for found in _ID.findall(text)}
    since = await _head(owner, made.system)
    await _live(made)

    def gapped(text: str) -> str:
        return _ID.sub(lambda found: found[0] if found[0] in known else found[0][:-8] + _NTH, text)

    told = [_event(row, gapped) for row in await owner.fetch(_EVENTS, made.system, since)]
    events = [each for each in told if _NTH in each.stream and kind_of(Stream(each.entry.stream)) in _KINDS]
    after = {each.entry.position: n for n, each in enumerate(events, 1)}
    texts = ((table, gapped(text)) for table, text in await _texts(owner, made.system))
    return _Life(events, [_row(table, text, after) for table, text in texts if _NTH in text])


async def _live(made: Installation) -> None:
    """Twelve days in hospital, reviewed each; a case that much is done on; then home, and the case is closed."""
    lived = await lived_through(made, LENGTH)
    by, now = made.by(Role.HUB_LEAD), datetime.now(UTC)
    on: dict[str, Any] = {"spell_id": lived.spell, "by": made.by(Role.WARD_CLINICIAN)}
    async with taken(made.database, made.hints, made.system) as turn:
        for ago in range(DAYS):
            how: dict[str, Any] = {"outcome": ReviewOutcome.NO_LONGER_MEETS, "criteria": frozenset()}
            at = now - timedelta(hours=ago)
            await decide_in(turn, ReviewCriteria(review_id=uuid4(), at=at, **how, **on))
        await decide_in(turn, EndSpell(how=WayOut.DISCHARGED, at=now, **on))
        await decide_in(turn, CloseCase(case_id=lived.case, outcome=Outcome.SETTLED, words=None, by=by, at=now))
    await sweep_system(made.database, made.hints, made.system, now)


def _event(row: asyncpg.Record, gapped: Callable[[str], str]) -> _Event:
    stored = dict(row) | {"data": {}, "actor": json.loads(row["actor"])}
    return _Event(gapped(row["stream"]), gapped(row["data"]), Entry(**stored))


def _row(table: str, text: str, after: Mapping[int, int]) -> _Row:
    found = re.search(r'"position": (\d+)', text)
    if found is None:
        return _Row(table, text, 0)
    return _Row(table, text.replace(found[0], f'"position": {_POSITION}'), after[int(found[1])])


async def _copy(owner: Connection, system: SystemId, life: _Life, numbers: range) -> None:
    """These copies of it, in the system's turn."""
    async with owner.transaction():
        held = await owner.fetchrow("SELECT head, head_hash FROM system WHERE id = $1 FOR UPDATE", system)
        assert held
        rows: dict[str, list[str]] = {}
        for nth, number in enumerate(numbers):
            before = held["head"] + nth * len(life.events)
            for row in life.rows:
                text = row.text.replace(_NTH, f"{number:08x}").replace(_POSITION, str(before + row.after))
                rows.setdefault(row.table, []).append(text)
        entries = [*_chained(life, numbers, held["head"], held["head_hash"])]
        records = [(system, *entry) for entry in entries]
        await owner.copy_records_to_table("event", records=records, columns=_COLUMNS)
        for table, texts in rows.items():
            await owner.execute(_INSERT.format(table=table), f"[{','.join(texts)}]")
        await owner.execute("UPDATE system SET head = $2, head_hash = $3 WHERE id = $1", system, *_end(entries[-1]))
        await owner.execute(_LOOKED, system)


def _chained(life: _Life, numbers: range, head: int, before: bytes) -> Iterator[tuple[Any, ...]]:
    """The events of these copies as they are stored, in order."""
    for number in numbers:
        nth = f"{number:08x}"
        for each in life.events:
            head += 1
            data, told = each.data.replace(_NTH, nth), each.entry
            entry = replace(told, position=head, stream=each.stream.replace(_NTH, nth), data=json.loads(data))
            before = entry.hash(before)
            yield (
                *(head, entry.stream, told.version, told.type, data, json.dumps(told.actor)),
                *(told.at, told.recorded_at, told.told_at, before),
            )


def _end(entry: tuple[Any, ...]) -> tuple[int, bytes]:
    return entry[0], entry[-1]


async def _head(owner: Connection, system: SystemId) -> int:
    return int(await owner.fetchval("SELECT head FROM system WHERE id = $1", system))


async def _texts(owner: Connection, system: SystemId) -> list[tuple[str, str]]:
    """Every row that the system has, in whichever table, as JSON; the log apart."""
    return [
        (table["name"], row["text"])
        for table in await owner.fetch(_TABLES)
        for row in await owner.fetch(_TEXTS.format(table=table["name"]), system)
    ]


_COLUMNS = (
    *("system_id", "position", "stream", "version", "type", "data", "actor"),
    *("at", "recorded_at", "told_at", "hash"),
)

_EVENTS = """
    SELECT position, stream, version, type, data, actor, at, recorded_at, told_at FROM event
    WHERE system_id = $1 AND position > $2 ORDER BY position"""

# Of who has left nothing is escalated, and others' escalations may come while the life is lived.
_TABLES = """
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'system_id' AND table_name <> 'event'
        AND NOT starts_with(table_name, 'escalation')"""

_TEXTS = "SELECT to_jsonb(t)::text AS text FROM {table} t WHERE system_id = $1"

# As if the sweep had kept pace: else it would look at thousands, each in a turn that the measured commands wait for.
_LOOKED = """
    UPDATE escalation_looked SET position = head FROM system WHERE system.id = $1 AND system_id = $1"""

_INSERT = "INSERT INTO {table} SELECT * FROM jsonb_populate_recordset(NULL::{table}, $1::jsonb)"
