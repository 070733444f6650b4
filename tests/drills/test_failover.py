"""PROMISES 7 and 11: a primary is killed under load, its synchronous standby takes over, nothing acknowledged is lost.

The service's address names both servers, so nothing is told to it and nothing is started again.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg
import httpx
import pytest

from app import database as settings_of_database
from app.domain.values import Role
from app.migrating import migrate
from tests.drills.load import lost, under
from tests.drills.servers import both, in_step, promoted, standby_of
from tests.drills.service import founded, is_sound
from tests.promises.load import Load, goes_on
from tests.promises.screens import Desk
from tests.promises.serving import one_worker
from tests.promises.shown import Shown
from tests.servers.cluster import Cluster, running
from tests.servers.conftest import EMBEDDED, own_postgres
from tests.serving import served

CLIENTS = 4
AWAY_SECONDS = 30.0

seen = logging.getLogger("drill")  # shown by `-o log_cli_level=info`


async def drill(binaries: Path, folder: Path, load_seconds: float, processes: bool) -> None:
    with running(binaries, folder / "primary") as primary:
        await asyncio.to_thread(migrate, primary.url("owner"))
        with standby_of(primary, folder / "standby") as standby:
            await in_step(primary)
            async with founded(primary) as place, served_from(primary, standby, folder / "data", processes) as url:
                load, shown = Load(place, url), Shown()
                async with httpx.AsyncClient(base_url=url, trust_env=False) as http:
                    nurses = [await place.sign_in(http, Role.WARD_NURSE) for _ in range(CLIENTS)]
                    async with under(load, nurses):
                        await asyncio.sleep(load_seconds)
                        await goes_on(load, CLIENTS)
                        async with Desk(http, nurses[0]).screen(shown) as screen:
                            await screen.message()
                        killed_at = time.monotonic()
                        await asyncio.to_thread(primary.stop, "kill")
                        await promoted(standby)
                        promoted_at = time.monotonic()
                        before = len(load.acknowledged)
                        await goes_on(load, 4 * CLIENTS)
                        again_at = load.acknowledged_at[before]
                    words = f"promoted {promoted_at - killed_at:.1f} s, first command {again_at - killed_at:.1f} s"
                    seen.info(f"{len(load.acknowledged)} acknowledged, {load.tried} tried, {words} after the kill")
                    await the_screen_goes_on(http, nurses[0], shown)
            assert again_at - killed_at < AWAY_SECONDS
            assert load.tried > len(load.acknowledged)  # it was felt
            assert await lost(load, standby.url("owner")) == []
            await each_is_recorded_once(standby, load)
            await is_sound(standby, place)


async def each_is_recorded_once(standby: Cluster, load: Load) -> None:
    """Whatever was tried and tried again: as many people were admitted and referred as there are receipts."""
    connection = await asyncpg.connect(standby.url("owner"))
    kinds = r"^(spell\.opened|referral\.submitted)\."
    asked = "SELECT count(*) FROM event WHERE system_id = $1 AND type ~ $2"
    assert await connection.fetchval(asked, load.place.system, kinds) == len(load.acknowledged)
    await connection.close()


async def the_screen_goes_on(http: httpx.AsyncClient, nurse: dict[str, str], shown: Shown) -> None:
    """Nothing it held was lost, so it is sent only what changed, and shows what a fresh one shows."""
    fresh, desk = Shown(), Desk(http, nurse)
    for each in (fresh, shown):
        async with desk.screen(each) as screen:
            assert (await screen.message())["snapshot"] is (each is fresh)
    assert shown.rows == fresh.rows


@asynccontextmanager
async def served_from(primary: Cluster, standby: Cluster, folder: Path, processes: bool) -> AsyncIterator[str]:
    """One worker in this process, or a whole service of several."""
    urls = {"HOMEWARD_DATABASE_URL": both(primary, standby), "HOMEWARD_MIGRATION_URL": both(primary, standby, "owner")}
    if not processes:
        async with one_worker(urls["HOMEWARD_DATABASE_URL"]) as address:
            yield f"http://{address}"
        return
    with served(folder, HOMEWARD_EXAMPLE="off", **urls) as homeward:
        yield homeward.url


async def test_a_standby_takes_over_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    await drill(EMBEDDED, tmp_path, load_seconds=0.5, processes=False)


@pytest.mark.soak
@pytest.mark.parametrize("version", ["own", "embedded"])
async def test_a_standby_takes_over_from_a_busy_service_of_several_processes(tmp_path: Path, version: str) -> None:
    await drill(own_postgres() if version == "own" else EMBEDDED, tmp_path, load_seconds=20, processes=True)


@pytest.mark.soak
async def test_what_only_the_primary_has_is_never_acknowledged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its standby is away: the commit waits, and no time-out ends the waiting with a yes."""
    monkeypatch.setitem(settings_of_database._SETTINGS, "statement_timeout", "1s")
    monkeypatch.setattr(settings_of_database, "COMMAND_SECONDS", 4.0)
    with running(EMBEDDED, tmp_path / "primary") as primary:
        await asyncio.to_thread(migrate, primary.url("owner"))
        async with (
            founded(primary) as place,
            one_worker(primary.url("app")) as address,
            httpx.AsyncClient(base_url=f"http://{address}", trust_env=False, timeout=20) as http,
        ):
            headers = await place.sign_in(http, Role.MANAGER)
            primary.psql("ALTER SYSTEM SET synchronous_standby_names = 'standby'", "SELECT pg_reload_conf()")
            path, body = f"/api/v1/organisations/{uuid4()}", {"code": "P1", "name": "A provider", "kind": "provider"}
            for _ in range(2):  # the second time it stands in the log, and is still not safe
                answer = await http.put(path, json=body, headers=headers)
                assert (answer.status_code, "Retry-After" in answer.headers) == (503, True), answer.text
            primary.psql("ALTER SYSTEM RESET synchronous_standby_names", "SELECT pg_reload_conf()")
            assert (await http.put(path, json=body, headers=headers)).status_code == 200
