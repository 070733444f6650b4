"""A kind of row is added while everybody works: processes of the version before do not know it, a rebuild fills it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy import Column, Integer

from app.database import metadata
from app.domain.decider import Recorded
from app.domain.spell import ExpectDischarge, SpellEvent
from app.domain.values import Role, key_of
from app.embedded import EmbeddedPostgres
from app.events.loading import everywhere, first_view
from app.migrating import migrate
from app.views.kind import EVERYWHERE, Kind, Row, row_table
from app.views.kinds import KINDS
from tests.promises.life import Life
from tests.promises.rebuilding import Follower, Ground, ground
from tests.promises.replay import replayed, stored

STEPS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRow(Row):
    """How much was told of one stay."""

    told: int


def rows(events: Sequence[Recorded[SpellEvent]]) -> list[TalkRow]:
    last = events[-1]
    return [TalkRow(id=key_of(last.stream), scope=EVERYWHERE, position=last.position, gone=False, told=len(events))]


TABLE = row_table("talk_1", Column("told", Integer, nullable=False))
metadata.remove(TABLE)  # it is there for this test alone
TALK = Kind(name="talk", stream="spell", table=TABLE, rows=rows)


@pytest.fixture
async def here(postgres: EmbeddedPostgres) -> AsyncIterator[Ground]:
    async with ground(postgres) as made:
        yield made


async def test_a_kind_is_added_and_filled_while_commands_go_on(here: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    life = Life(here.place, 8)
    await live(life)
    await a_migration_makes_its_table(here)
    await live(life)  # by a process of the version before, which writes no such row
    assert await here.asked("SELECT count(*) FROM talk_1") == 0

    monkeypatch.setitem(KINDS, TALK.name, TALK)  # from here on a process of the new version
    await live(life)
    before = await stored(here.place.database, here.place.system, TALK)
    assert 0 < len(before) < len(await replayed(here.place.database, here.place.system, TALK))
    view = await first_view(here.place.database, here.place.system, everywhere(*KINDS))
    assert {rows.kind for rows in view.rows} > {
        "talk",
        "spell",
        "case",
    }  # what is there is read, and all else as before

    screen, ending = Follower(here, ("spell", "talk")), asyncio.Event()
    following = asyncio.create_task(screen.follow(ending))
    _, rebuilt = await asyncio.gather(live(life), here.rebuild(TALK))
    ending.set()
    await following
    await here.rows_are_the_log()
    await screen.shows_what_the_server_shows()
    assert rebuilt.streams >= len(before)


async def test_a_column_that_a_newer_version_added_is_left_alone_by_this_one(here: Ground) -> None:
    await here.do("ALTER TABLE spell_1 ADD COLUMN told int NOT NULL DEFAULT 7")
    _, spell = await here.place.admit()
    await here.do("UPDATE spell_1 SET told = told + 1")
    now, by = datetime.now(UTC), here.place.by(Role.WARD_NURSE)
    await here.place.do(ExpectDischarge(spell_id=spell, expected_on=now.date(), by=by, at=now))
    assert await here.asked("SELECT expected_discharge = $1 FROM spell_1", now.date())
    assert await here.asked("SELECT told FROM spell_1") == 8


async def live(life: Life) -> None:
    for _ in range(STEPS):
        await life.step()


async def a_migration_makes_its_table(here: Ground) -> None:
    await here.do("""
        CREATE TABLE talk_1 (system_id uuid, scope text, id uuid, position bigint NOT NULL, gone boolean NOT NULL,
            told integer NOT NULL, PRIMARY KEY (system_id, scope, id))""")
    await asyncio.to_thread(migrate, here.owner_url)  # the rights
