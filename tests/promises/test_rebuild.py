"""PROMISE 4: every kind of row rebuilt from the log is the same, while commands go on and screens follow.

In CI: a random life of 120 steps before, and one that goes on meanwhile; 5 of 1,500 when run by hand.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from multiprocessing import active_children
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from typer.testing import CliRunner

from app.api.erasing import erase_person
from app.cli import cli
from app.domain.case import CloseCase, WriteNote
from app.domain.case.audience import Audience
from app.domain.case.outcome import Outcome
from app.domain.values import CaseId, Role, Words
from app.embedded import EmbeddedPostgres
from app.events.rebuild import rebuilding, replay
from app.events.rebuild.refused import AlreadyRebuilding, HelperEnded, KindUnknown, OtherTables, TooBusy
from app.migrating import migrate
from app.processes.reach import OwnerUnknown
from app.views.kinds import KINDS
from tests.promises.life import Life
from tests.promises.rebuilding import Follower, Ground, ground
from tests.promises.replay import stored
from tests.promises.screens import EVERYTHING, Desk, last_words
from tests.promises.serving import one_worker
from tests.promises.shown import Shown, head, server_shows
from tests.terminal import begin, homeward
from tests.test_migrations import described

STEPS, SOAK_STEPS = 120, 1_500
ROUNDS, FEW = 2, 10

# Said from Python 3.12 on: the threads of the tests hold nothing that a helper needs.
forks = pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")


@pytest.fixture
async def here(postgres: EmbeddedPostgres) -> AsyncIterator[Ground]:
    async with ground(postgres) as made:
        yield made


async def every_kind_stays_what_it_was(here: Ground, seed: int, steps: int) -> None:
    life = Life(here.place, seed)
    for _ in range(steps):
        await life.step()
    tables, epoch = await described(here.owner_url), await here.asked("SELECT epoch FROM system")
    for kind in KINDS.values():
        before = await stored(here.place.database, here.place.system, kind)
        await here.rebuild(kind)
        assert await stored(here.place.database, here.place.system, kind) == before, f"{kind.name} of seed {seed}"
    assert await described(here.owner_url) == tables
    assert await here.asked("SELECT epoch FROM system") == epoch + len(KINDS)


async def test_every_kind_made_anew_is_what_it_was(here: Ground) -> None:
    await every_kind_stays_what_it_was(here, 5, STEPS)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(11, 16))
async def test_so_it_is_after_long_lives(here: Ground, seed: int) -> None:
    await every_kind_stays_what_it_was(here, seed, SOAK_STEPS)


async def test_while_commands_go_on_and_screens_follow_nothing_fails_and_nothing_is_lost(here: Ground) -> None:
    life, ending = Life(here.place, 6), asyncio.Event()
    screens = [Follower(here, ("case", "spell", "task", "person")), Follower(here, (*KINDS,))]

    async def go_on() -> None:
        while not ending.is_set():
            await life.step()

    going_on = [asyncio.create_task(each) for each in (go_on(), *(screen.follow(ending) for screen in screens))]
    for n in range(ROUNDS):
        while life.recorded < FEW * (n + 1) and not going_on[0].done():
            await asyncio.sleep(0.01)
        for kind in KINDS.values():
            await here.rebuild(kind)
    ending.set()
    await asyncio.gather(*going_on)
    await here.rows_are_the_log()
    for screen in screens:
        await screen.shows_what_the_server_shows()
        assert screen.snapshots > ROUNDS


async def test_an_open_screen_comes_back_with_the_new_epoch_and_goes_on(here: Ground) -> None:
    await here.place.admit()
    async with one_worker(here.app_url) as address, httpx.AsyncClient(base_url=f"http://{address}") as client:
        desk, shown = Desk(client, await here.place.sign_in(client, Role.WARD_NURSE)), Shown()
        async with desk.screen(shown) as screen:
            await screen.message()
            before = shown.epoch
            await here.rebuild(KINDS["spell"])
            problem, code = await last_words(screen.connection)
            assert (problem["code"], code) == ("built-anew", 1013)
        async with desk.screen(shown) as screen:
            assert (await screen.message())["snapshot"] is True
            assert shown.epoch != before
            await here.place.admit(bed="A1-02")
            await screen.until(await head(here.place.database, here.place.system))
    assert shown.rows == await server_shows(here.place.database, here.place.system, EVERYTHING, Role.WARD_NURSE)


async def test_one_that_is_killed_changes_nothing_and_is_simply_run_again(here: Ground) -> None:
    """Meanwhile a second of the same kind is refused in words, and one of another kind is not."""
    spells = [(await here.place.admit(bed=f"A1-{n:02d}"))[1] for n in range(3)]
    await here.do(f"UPDATE spell_1 SET bed = 'Z9'; DELETE FROM spell_1 WHERE id = '{spells[0]}'")
    async with here.no_swap():
        first = await begin("rebuild", "spell", **here.environment)
        await here.until("SELECT to_regnamespace('rebuilding_spell') IS NOT NULL")
        assert await homeward("rebuild", "spell", **here.environment) == (1, AlreadyRebuilding.__doc__)
        first.kill()
        await first.wait()
    assert await here.asked("SELECT array_agg(bed) FROM spell_1") == ["Z9", "Z9"]

    code, said = await homeward("rebuild", "spell", "night", **here.environment)
    assert (code, "had left behind is dropped. spell is made anew of 3 streams" in said) == (0, True)
    assert "night is made anew" in said
    assert await here.asked("SELECT to_regnamespace('rebuilding_spell')") is None
    await here.rows_are_the_log()


async def test_one_that_is_interrupted_leaves_nothing_and_what_a_killed_one_left_goes_with_the_next_migration(
    here: Ground,
) -> None:
    """What lies beside the live rows holds words that an erasure does not reach."""
    lying = "SELECT array_agg(nspname::text) FROM pg_namespace WHERE starts_with(nspname, 'rebuilding_')"
    await here.place.admit()
    async with here.no_swap():
        under_way = await here.filled(KINDS["spell"])
        await here.do("CREATE SCHEMA rebuilding_note; CREATE TABLE rebuilding_note.note_1 (words text)")
        await asyncio.to_thread(migrate, here.owner_url)
        assert await here.asked(lying) == ["rebuilding_spell"]
        under_way.cancel()  # as Ctrl-C does
        with pytest.raises(asyncio.CancelledError):
            await under_way
    assert await here.asked(lying) is None
    await here.rebuild(KINDS["spell"])


async def test_where_no_turn_is_to_be_had_it_gives_up_in_words(here: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "TRIES", 2)
    await here.place.admit()
    async with here.no_swap():
        with pytest.raises(TooBusy):
            await here.rebuild(KINDS["spell"])
        await here.place.admit(bed="A1-02")  # waited for the tries, and was not refused
    await here.rebuild(KINDS["spell"])
    await here.rows_are_the_log()


@forks
async def test_made_with_help_of_other_processes_they_are_what_they_were(
    here: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "MANY", 0)
    monkeypatch.setattr(replay, "STREAMS", 1)
    life = Life(here.place, 8)
    for _ in range(FEW):
        await life.step()
    rebuilt = await here.rebuild(KINDS["task"])
    assert rebuilt.streams == await here.asked("SELECT count(DISTINCT stream) FROM event WHERE stream LIKE 'case:%'")
    await here.rows_are_the_log()


@forks
async def test_where_a_helper_ends_it_gives_up_in_words(here: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "MANY", 0)
    monkeypatch.setattr(replay, "STREAMS", 1)
    for n in range(FEW):
        await here.place.admit(bed=f"A1-{n:02d}")

    def kill_the_helpers(done: int, _of: int) -> None:
        for each in active_children() if done else ():
            each.kill()

    with pytest.raises(HelperEnded):
        await here.rebuild(KINDS["spell"], kill_the_helpers)
    assert active_children() == []
    await here.rows_are_the_log()


async def test_tables_that_are_migrated_meanwhile_keep_what_came(here: Ground) -> None:
    await here.place.admit()
    async with here.no_swap():
        rebuilding = await here.filled(KINDS["spell"])
        await here.do("ALTER TABLE spell_1 ADD COLUMN told text; UPDATE alembic_version SET version_num = 'later'")
    with pytest.raises(OtherTables):
        await rebuilding
    with pytest.raises(OtherTables):
        await here.rebuild(KINDS["spell"])
    assert await here.asked("SELECT told IS NULL FROM spell_1")


async def test_words_of_who_is_erased_meanwhile_do_not_come_back(here: Ground) -> None:
    place = here.place
    person, spell = await place.admit()
    referral = place.referral(spell)
    said: dict[str, Any] = {"by": place.by(Role.HUB_LEAD), "at": datetime.now(UTC)}
    note = WriteNote(note_id=uuid4(), case_id=referral.case_id, audience=Audience.HUB, words=Words("Rang."), **said)
    for command in (referral, note):
        await place.do(command)
    async with here.no_swap():
        rebuilding = await here.filled(KINDS["note"])
        await erase_person(place.database, place.hints, place.system, person, **said)
    await rebuilding
    assert await here.asked("SELECT words FROM note_1") == "(erased)"
    await here.rows_are_the_log()


async def test_who_is_referred_anew_meanwhile_has_one_live_case(here: Ground) -> None:
    """That is a unique index: beside the live table too it must hold at every moment, whatever the cases' order."""
    pairs = [(CaseId(UUID(int=before)), CaseId(UUID(int=after))) for before, after in ((1, 4), (3, 2))]
    spells = [(await here.place.admit(bed=f"A1-{n:02d}"))[1] for n in range(len(pairs))]
    for spell, (before, _) in zip(spells, pairs, strict=True):
        await here.place.do(here.place.referral(spell, before))
    async with here.no_swap():
        rebuilding = await here.filled(KINDS["case"])
        for spell, (before, after) in zip(spells, pairs, strict=True):
            said: dict[str, Any] = {"by": here.place.by(Role.HUB_LEAD), "at": datetime.now(UTC)}
            await here.place.do(CloseCase(case_id=before, outcome=Outcome.NO_LONGER_NEEDED, words=None, **said))
            await here.place.do(here.place.referral(spell, after))
    await rebuilding
    await here.rows_are_the_log()
    assert await here.asked("SELECT count(*) FROM case_1 WHERE NOT gone") == len(pairs)


def test_names_of_no_kind_are_refused_in_words_and_the_list_names_every_kind() -> None:
    for asked in (["salary"], ["spell", "event"]):
        refused = CliRunner().invoke(cli, ["rebuild", *asked])
        assert str(refused.exception) == KindUnknown.__doc__
    said = CliRunner().invoke(cli, ["rebuild", "--list"]).stdout
    assert [name for name in KINDS if f"│ {name} " not in said] == []


def test_without_the_owners_address_it_says_what_to_set(postgres: EmbeddedPostgres) -> None:
    known = {"HOMEWARD_DATABASE_URL": postgres.url(role="app")}
    refused = CliRunner().invoke(cli, ["rebuild", "spell"], env=known)
    assert str(refused.exception) == OwnerUnknown.__doc__
