"""What was stored in a shape of long ago is read for ever: by a rebuild, by the rules, and by the chain of hashes."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from app.domain.case import AcceptReferral, WriteNote
from app.domain.case.audience import Audience
from app.domain.values import Actor, CaseId, Role, Words, stream
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


async def test_a_case_told_in_the_first_shapes_is_a_case_of_today(here: Ground) -> None:
    """A referral held needs and one free text; a pathway did not say what counts as unmet demand (`upcasts`)."""
    person, spell = await here.place.admit()
    old = Old(here, CaseId(uuid4()), await here.asked("SELECT key FROM person_key WHERE person_id = $1", person))
    about = {"person_id": str(person), "spell_id": str(spell), "hub_id": str(here.place.hub)}
    await old.recorded("referral.submitted.1", about | {"needs": ["equipment"], "words": old.sealed("Fell at home.")})
    lead: dict[str, Any] = {"case_manager": here.place.staff[Role.HUB_LEAD], "by": here.place.by(Role.HUB_LEAD)}
    await here.place.do(AcceptReferral(case_id=old.case, at=datetime.now(UTC), **lead))
    home = {"words": old.sealed("Nobody to call."), "home_possible_if": old.sealed("A live-in carer.")}
    decided = {"needed": "P1", "given": "P2", "why_not_home": "H15", "review_on": "2026-12-01"}
    await old.recorded("case.pathway_decided.1", decided | home)

    for kind in (KINDS["case"], KINDS["task"]):
        await here.rebuild(kind)
    row = json.loads(await here.asked("SELECT to_jsonb(r)::text FROM case_1 r WHERE id = $1", old.case))
    assert (row["needs"], row["pathway_given"], row["unmet_p1"]) == (["equipment"], "P2", True)
    note = WriteNote(note_id=uuid4(), case_id=old.case, audience=Audience.HUB, words=Words("Rang."), **said_now(here))
    assert (await here.place.do(note)).recorded == 1
    await here.rows_are_the_log()


def said_now(here: Ground) -> dict[str, Any]:
    return {"by": here.place.by(Role.HUB_LEAD), "at": datetime.now(UTC)}


@dataclass(frozen=True, slots=True)
class Old:
    """A case as earlier versions recorded it: straight into the log, chained, and in no row."""

    here: Ground
    case: CaseId
    key: bytes

    def sealed(self, words: str) -> str:
        return seal(Words(words), self.key, stream("case", self.case))

    async def recorded(self, name: str, data: dict[str, Any]) -> None:
        connection, now, by = await asyncpg.connect(self.here.owner_url), datetime.now(UTC), actor_json(self._by)
        async with connection.transaction():
            system = await connection.fetchrow(_HEAD, stream("case", self.case))
            assert system
            entry = Entry(
                position=system["head"] + 1,
                stream=stream("case", self.case),
                version=system["versions"] + 1,
                type=name,
                data=data,
                actor=json.loads(by),
                at=now,
                recorded_at=now,
            )
            after = entry.hash(system["head_hash"])
            told = (entry.position, entry.stream, entry.version, name, json.dumps(data), by, now, after)
            await connection.execute(_RECORD, self.here.place.system, *told)
            await connection.execute("UPDATE system SET head = $1, head_hash = $2", entry.position, after)
        assert (await verify(connection, self.here.place.system)).broken_at is None
        await connection.close()

    @property
    def _by(self) -> Actor:
        return self.here.place.by(Role.HUB_LEAD)


_HEAD = """
    SELECT head, head_hash, (SELECT count(*) FROM event WHERE system_id = system.id AND stream = $1) AS versions
    FROM system FOR UPDATE"""

_RECORD = """
    INSERT INTO event (system_id, position, stream, version, type, data, actor, at, recorded_at, hash)
    VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $8, $9)"""
