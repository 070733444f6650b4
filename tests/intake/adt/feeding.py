"""A hospital that tells its feed what happens, and what the system then shows, keeps and has recorded."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

import asyncpg

from app.database import Database
from app.domain.values import Stream, SystemId, kind_of
from app.events.stream import read_stream
from app.events.verify import verify
from app.intake.adt.feed import Feed
from app.views.kinds import KINDS, kinds_of
from app.views.write import as_json
from tests.facts import Installation
from tests.intake.adt.messages import RECEIVED_AT
from tests.intake.adt.telling import IDA as IDA
from tests.intake.adt.telling import OTTO as OTTO
from tests.intake.adt.telling import Someone as Someone
from tests.intake.adt.telling import told as told


@dataclass(slots=True)
class Hospital:
    """Sends to one system as its own sender.

    Each message has an id of its own and is said a second after the one before, unless they are given.
    """

    place: Installation
    feed: Feed
    ids: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def facility(self) -> str:
        return self.place.system.hex[:6].upper()

    def write(self, trigger: str, person: Someone = IDA, **said: str) -> bytes:
        n = next(self.ids)
        usual = {
            "facility": self.facility,
            "control_id": f"M{n}",
            "sent": str(timedelta(hours=12, minutes=30, seconds=n)),
        }
        return told(trigger, person, **usual | said)

    async def tell(self, trigger: str, person: Someone = IDA, **said: str) -> str:
        """Send a message and say what came of it: its state, with the code if it waits."""
        assert await self.send(self.write(trigger, person, **said)) == "AA"
        return (await self.came_of())[-1]

    async def came_of(self) -> list[str]:
        """What came of each message: its state, with the code if there is one."""
        return [": ".join(filter(None, (each["state"], each["code"]))) for each in await self.kept()]

    async def send(self, raw: bytes) -> str:
        """Send bytes; the answer is MSA-1, with the reason (ERR-5) where there is one."""
        return answer_in(await self.feed.receive(raw, RECEIVED_AT))

    async def kept(self) -> list[asyncpg.Record]:
        return await fetch(self, "SELECT * FROM feed_message WHERE system_id = $1 ORDER BY message_id")

    async def doubts(self) -> list[dict[str, str]]:
        """What was doubted in the message kept last."""
        found: list[dict[str, str]] = json.loads((await self.kept())[-1]["warnings"])
        return found

    async def beds(self) -> list[str]:
        """Who is on the ward lists: ward, bed and family name."""
        rows = await fetch(
            self,
            """SELECT ward.code || ' ' || bed || ' ' || person.family FROM spell_1 spell
            JOIN place_1 ward ON ward.system_id = $1 AND ward.id = spell.ward_id
            JOIN person ON person.system_id = $1 AND person.person_id = spell.person_id
            WHERE spell.system_id = $1 AND NOT spell.gone ORDER BY 1""",
        )
        return [row[0] for row in rows]

    async def spell(self) -> asyncpg.Record:
        """The row of the spell that changed last."""
        return (await fetch(self, "SELECT * FROM spell_1 WHERE system_id = $1 ORDER BY position DESC, gone, ended_at"))[
            0
        ]

    async def recorded(self, *streams: str) -> list[str]:
        """The names of all that the feed recorded on streams of these kinds, in order."""
        rows = await fetch(
            self, "SELECT stream, type FROM event WHERE system_id = $1 AND actor ->> 'kind' = 'feed' ORDER BY position"
        )
        return [
            row["type"] for row in rows if kind_of(Stream(row["stream"])) in (streams or ("person", "spell", "case"))
        ]

    async def history(self, name: str, of: str) -> list[Any]:
        """This part of each event of that name, in the order in which they were recorded."""
        rows = await fetch(
            self, "SELECT data -> $3 FROM event WHERE system_id = $1 AND type = $2 ORDER BY position", name, of
        )
        return [json.loads(row[0]) for row in rows]

    async def people(self) -> list[asyncpg.Record]:
        return await fetch(self, "SELECT * FROM person WHERE system_id = $1 ORDER BY registered_at")

    async def numbers(self) -> list[tuple[str, str]]:
        rows = await fetch(self, "SELECT kind, value FROM person_identifier WHERE system_id = $1 ORDER BY kind, value")
        return [(row["kind"], row["value"]) for row in rows]

    async def case(self) -> tuple[str, str | None]:
        """Stage and outcome of the only case."""
        (row,) = await self.cases()
        return row["stage"], row["outcome"]

    async def cases(self) -> list[asyncpg.Record]:
        return await fetch(self, "SELECT * FROM case_1 WHERE system_id = $1 ORDER BY position")

    async def head(self) -> int:
        """The position of the last event: it stands still when nothing is recorded."""
        (row,) = await fetch(self, "SELECT head FROM system WHERE id = $1")
        return int(row["head"])


async def fetch(hospital: Hospital, query: str, *more: object) -> list[asyncpg.Record]:
    async with hospital.place.database.reads.acquire() as connection:
        return await connection.fetch(query, hospital.place.system, *more)


def answer_in(answer: bytes) -> str:
    _, msa, *err = answer.decode("cp1252", "replace").rstrip("\r").split("\r")
    return " ".join([msa.split("|")[1], *(line.split("|")[5] for line in err)])


async def assert_sound(database: Database, system: SystemId) -> None:
    """The log verifies, and every row is what its stream says it is."""
    async with database.reads.acquire() as connection:
        verdict = await verify(connection, system)
        assert verdict.broken_at is None, verdict
        streams = await connection.fetch("SELECT DISTINCT stream FROM event WHERE system_id = $1", system)
        replayed: dict[str, list[Any]] = {name: [] for name in KINDS}
        for row in streams:
            past = (await read_stream(connection, system, row["stream"])).past
            for kind in kinds_of(kind_of(past.stream)):
                replayed[kind.name] += kind.rows(past.events)
        for name, kind in KINDS.items():
            table, as_replayed = kind.table.name, as_json(system, replayed[name])
            shown = await connection.fetch(f"SELECT to_jsonb(r) AS row FROM {table} r WHERE system_id = $1", system)
            if not shown and not replayed[name]:
                continue
            anew = await connection.fetch(
                f"SELECT to_jsonb(r) AS row FROM jsonb_populate_recordset(NULL::{table}, $1::jsonb) r", as_replayed
            )
            assert _sorted(shown) == _sorted(anew), name


def _sorted(rows: Sequence[asyncpg.Record]) -> list[str]:
    return sorted(json.dumps(json.loads(row["row"]), sort_keys=True) for row in rows)
