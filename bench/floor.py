"""The bare floor of a command, a message and a round: the same lock, read, writes and commit, and no rules."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import TypeAlias
from uuid import UUID, uuid4

import asyncpg

_TAKE = "BEGIN; SELECT 1 FROM system WHERE id = '{system}' FOR UPDATE"

_READ = """
    SELECT head, head_hash, (SELECT jsonb_agg(e ORDER BY version) FROM event e
        WHERE e.system_id = $1 AND e.stream = $2) AS past
    FROM system WHERE id = $1"""

_WRITE = """
    WITH appended AS (
        INSERT INTO event (system_id, position, stream, version, type, data, actor, at, recorded_at, hash)
        VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $8, $9)
    ), moved AS (UPDATE system SET head = $2, head_hash = $9 WHERE id = $1)
    UPDATE spell_1 SET position = $2, reviewed_at = $8 WHERE system_id = $1 AND id = $10"""

_DATA = json.dumps({"review_id": str(UUID(int=1)), "outcome": "no_longer_meets", "criteria": [], "words": None})
_ACTOR = json.dumps({"kind": "staff", "id": str(UUID(int=2)), "role": "ward_clinician"})

_KEEP = """
    INSERT INTO feed_message (system_id, feed_id, application, facility, control_id, body_hash, trigger, received_at,
        raw, answer, state) VALUES ($1, $2, 'FLOOR', '', $3, $4, '', now(), $5, 'AA', 'recorded')"""

_READ_SEVERAL = """
    SELECT jsonb_agg(e ORDER BY version) AS past FROM event e WHERE e.system_id = $1 AND e.stream = ANY($2)
    GROUP BY e.stream"""

_CARDS = """
    INSERT INTO offer_1 (system_id, scope, id, position, gone, audience, request_id, service_id, state, line,
        start_on, calls, skills, risks, asked_at, units, opened)
    SELECT $1, service_id, offer_id, 0, true, '', $2, service_id::uuid, 'asked', 'home_care', now(), '[]', '{}', '{}',
        now(), '{}', false
    FROM jsonb_to_recordset($3::jsonb) AS asked (offer_id uuid, service_id text)"""

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"


async def floor_command(connection: Connection, system: UUID, spell: UUID) -> None:
    """One turn's worth of SQL. The log it leaves does not verify: its systems are thrown away with the run."""
    await connection.execute(_TAKE.format(system=system))
    await _record(connection, system, spell)
    await connection.execute("COMMIT")


async def floor_message(connection: Connection, system: UUID, spell: UUID, raw: bytes, *, news: bool) -> None:
    """The same with the message kept; only the message where it is no news. Most news writes more than this."""
    await connection.execute(_TAKE.format(system=system))
    if news:
        await _record(connection, system, spell)
    await connection.execute(_KEEP, system, UUID(int=3), str(uuid4()), sha256(raw).digest(), raw)
    await connection.execute("COMMIT")


async def floor_round(connection: Connection, system: UUID, case: UUID, services: Sequence[UUID]) -> None:
    """A turn that reads a case and the services, records one event of what each is asked, and writes each a card."""
    await connection.execute(_TAKE.format(system=system))
    read = await connection.fetch(_READ_SEVERAL, system, [f"service:{service}" for service in services])
    assert len([json.loads(row["past"]) for row in read]) == len(services)
    data = {"asked": [{"offer_id": str(uuid4()), "service_id": str(service)} for service in services]}
    await _record(connection, system, case, json.dumps(data))
    await connection.execute(_CARDS, system, case, json.dumps(data["asked"]))
    await connection.execute("COMMIT")


async def _record(connection: Connection, system: UUID, key: UUID, data: str = _DATA) -> None:
    stream = f"floor:{key}"
    row = await connection.fetchrow(_READ, system, stream)
    assert row
    position, version = row["head"] + 1, len(json.loads(row["past"] or "[]")) + 1
    await connection.execute(
        _WRITE,
        system, position, stream, version, "spell.criteria_reviewed.1", data, _ACTOR, datetime.now(UTC), b"0" * 32,
        key,
    )  # fmt: skip
