"""PROMISE 12: the previous release's code runs on this version's tables, beside this version's processes."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import httpx
import pytest

from app.api.state import COOKIE
from app.embedded import EmbeddedPostgres
from app.events.verify import verify
from app.migrating import SCRIPTS
from app.views.kinds import KINDS
from tests.api.desk import NURSE, PROVIDER, Desk
from tests.api.finding import a_service, answer, asked, done, offer_of, packaged, says
from tests.promises.rebuilding import Ground, ground
from tests.promises.replay import unlike_the_log
from tests.promises.screens import EVERYTHING, hello, last_words
from tests.promises.screens import Desk as ScreenDesk
from tests.promises.serving import one_worker
from tests.promises.shown import server_shows
from tests.upgrade import previous

MIGRATIONS_SINCE = 3
NOT_KNOWN = ("stay_night", "snapshot", "stay_snapshot")


@pytest.fixture
async def here(postgres: EmbeddedPostgres) -> AsyncIterator[Ground]:
    async with ground(postgres) as made:
        yield made


def test_the_previous_release_is_older_than_several_migrations() -> None:
    newer = {each.name for each in (SCRIPTS / "versions").glob("*.py")} - previous.migrations()
    assert len(newer) >= MIGRATIONS_SINCE


@pytest.mark.parametrize(
    ("where", "ends"), [("1", pytest.fail.Exception), ("", pytest.skip.Exception)], ids=["CI", "hand"]
)
def test_a_checkout_without_it_fails_in_ci_and_is_told_how_to_have_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, ends: type[BaseException]
) -> None:
    monkeypatch.setattr(previous, "ROOT", tmp_path)
    for name in ("CI", "WHOLE_HISTORY"):
        monkeypatch.setenv(name, where)
    with pytest.raises(ends, match="git fetch --unshallow"):
        previous.commit()


async def test_both_versions_work_side_by_side_and_a_rebuild_fills_what_the_older_one_does_not_know(
    here: Ground, tmp_path: Path
) -> None:
    code = previous.code(tmp_path / "previous")
    with previous.served(code, tmp_path / "data", HOMEWARD_DATABASE_URL=here.app_url) as old_url:
        async with (
            one_worker(here.app_url) as new_address,
            httpx.AsyncClient(base_url=old_url, trust_env=False) as of_old,
            httpx.AsyncClient(base_url=f"http://{new_address}", trust_env=False) as of_new,
        ):
            await work_on_each_others_cases(Desk(of_old, here.place), Desk(of_new, here.place))
            await a_kind_that_the_older_one_does_not_know_is_asked_for_again(here, of_old)
    await nothing_is_lost(here)
    # Of a service the days are now those of its line; of a case whose services were asked, and when, is told besides.
    assert await wanting(here) == {"case", "service"}
    for kind in ("case", "service"):
        await here.rebuild(KINDS[kind])
    assert await wanting(here) == set()


async def work_on_each_others_cases(old: Desk, new: Desk) -> None:
    """Each version goes on with what the other began, and a screen at either shows both."""
    service, of_old, of_new = await a_service(old), await packaged(old), await packaged(new)
    watched = tuple(kind for kind in EVERYTHING if kind not in NOT_KNOWN)
    for mine, other, case in ((old, new, of_old), (new, old, of_new)):
        desk = ScreenDesk(mine.client, await mine.headers(NURSE))
        async with desk.screen(kinds=watched) as screen:
            await screen.message()
            request = await asked(other, case, service)
            await done(await says(mine, offer_of(request, service), "decline", answer(code="D03"), PROVIDER))
            await screen.until(await new.head())
        assert {of_old, of_new} <= {key for _, _, key in screen.shown.rows}
        shown = await server_shows(new.place.database, new.place.system, watched, NURSE)
        assert screen.shown.rows.keys() == shown.keys()


async def a_kind_that_the_older_one_does_not_know_is_asked_for_again(here: Ground, of_old: httpx.AsyncClient) -> None:
    desk = ScreenDesk(of_old, {"Cookie": f"{COOKIE}={await here.place.session(NURSE)}"})
    for kind in NOT_KNOWN:
        async with desk.socket() as connection:
            await connection.send(hello(await desk.ticket(), (kind,)))
            problem, closed = await last_words(connection)
        assert (problem["code"], closed) == ("kind-not-known", 1013)


async def nothing_is_lost(here: Ground) -> None:
    connection = await asyncpg.connect(here.owner_url)
    assert (await verify(connection, here.place.system)).broken_at is None
    await connection.close()


async def wanting(here: Ground) -> set[str]:
    """The kinds whose rows are not what the log says."""
    return set(await unlike_the_log(here.place.database, here.place.system))
