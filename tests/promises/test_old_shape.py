"""What was stored in a shape of long ago is read for ever: by a rebuild, by the rules, and by the chain of hashes."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from app.domain.case import AcceptReferral
from app.domain.values import CaseId, Role, Words, stream
from app.embedded import EmbeddedPostgres
from app.events.chain import Entry
from app.events.codec import actor_json
from app.events.sealing import seal
from app.events.verify import verify
from app.views.kinds import KINDS
from tests.promises.rebuilding import Ground, ground


@pytest.fixture
async def here(postgres: EmbeddedPostgres) -> AsyncIterator[Ground]:
    async with ground(postgres) as made:
        yield made


async def test_a_referral_of_the_first_version_is_a_case_of_this_one(here: Ground) -> None:
    """Then it held needs and one free text; today it is a form of twelve fields (`upcasts`)."""
    person, spell = await here.place.admit()
    case = CaseId(uuid4())
    key = await here.asked("SELECT key FROM person_key WHERE person_id = $1", person)
    said = {"person_id": str(person), "spell_id": str(spell), "hub_id": str(here.place.hub), "needs": ["equipment"]}
    sealed = {"words": seal(Words("Fell at home."), key, stream("case", case))}
    await as_stored_then(here, case, "referral.submitted.1", said | sealed)

    await here.rebuild(KINDS["case"])
    row = await here.asked("SELECT to_jsonb(r)::text FROM case_1 r WHERE id = $1", case)
    assert (json.loads(row)["needs"], json.loads(row)["stage"]) == (["equipment"], "referred")
    lead: dict[str, Any] = {"case_manager": here.place.staff[Role.HUB_LEAD], "by": here.place.by(Role.HUB_LEAD)}
    receipt = await here.place.do(AcceptReferral(case_id=case, at=datetime.now(UTC), **lead))
    assert (receipt.recorded, receipt.version > 1) == (1, True)  # and its tasks follow
    await here.rows_are_the_log([KINDS["case"], KINDS["spell"]])


async def as_stored_then(here: Ground, case: CaseId, name: str, data: dict[str, Any]) -> None:
    """An event as an earlier version recorded it, after all there is; without any row."""
    connection = await asyncpg.connect(here.owner_url)
    async with connection.transaction():
        system = await connection.fetchrow("SELECT head, head_hash FROM system FOR UPDATE")
        assert system
        now, by = datetime.now(UTC), here.place.by(Role.WARD_NURSE)
        place: dict[str, Any] = {"position": system["head"] + 1, "stream": stream("case", case), "version": 1}
        entry = Entry(**place, type=name, data=data, actor=json.loads(actor_json(by)), at=now, recorded_at=now)
        after = entry.hash(system["head_hash"])
        await connection.execute(
            """
            INSERT INTO event (system_id, position, stream, version, type, data, actor, at, recorded_at, hash)
            VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $8, $9)""",
            *(here.place.system, entry.position, entry.stream, entry.version, name),
            *(json.dumps(data), actor_json(by), now, after),
        )
        await connection.execute("UPDATE system SET head = $1, head_hash = $2", entry.position, after)
    assert (await verify(connection, here.place.system)).broken_at is None
    await connection.close()
