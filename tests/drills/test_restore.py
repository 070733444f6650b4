"""PROMISE 11: base backup and archived log; the server and its folder are lost under load, and restored elsewhere.

In `make test` a file of the log is handed over every second at the latest; by hand every 30 seconds, as the page
advises, with a service of several processes.
"""

import asyncio
import logging
import shutil
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from app.domain.values import Role
from app.migrating import migrate
from tests.drills.load import Lost, lost, under
from tests.drills.servers import Archive, archive_command
from tests.drills.service import founded, is_sound
from tests.promises.load import Load, goes_on
from tests.promises.screens import Desk
from tests.promises.serving import one_worker
from tests.promises.shown import Shown
from tests.servers.cluster import Cluster
from tests.servers.conftest import EMBEDDED, own_postgres
from tests.serving import served

CLIENTS = 4
MOST_LOST_SECONDS = 60.0
HANDING_OVER_SECONDS = 10.0  # on a machine that is busy with other tests

seen = logging.getLogger("drill")  # shown by `-o log_cli_level=info`


async def drill(binaries: Path, folder: Path, archive_seconds: int, load_seconds: float, processes: bool) -> None:
    archive = Archive(folder / "archive")
    archive.make()
    primary = Cluster(binaries, folder / "primary", archive.settings(archive_seconds))
    clusters = [primary]
    try:
        primary.create()
        await asyncio.to_thread(migrate, primary.url("owner"))
        async with founded(primary) as place, served_from(primary, folder / "before", processes) as url:
            load, screen = Load(place, url), Shown()
            async with httpx.AsyncClient(base_url=url, trust_env=False) as http:
                nurses = [await place.sign_in(http, Role.WARD_NURSE) for _ in range(CLIENTS)]
                async with under(load, nurses, patience=0):
                    await goes_on(load, CLIENTS)
                    await asyncio.to_thread(archive.take_base, primary)
                    await asyncio.sleep(load_seconds)
                    await goes_on(load, 2 * CLIENTS)
                    async with Desk(http, nurses[0]).screen(screen) as opened:
                        await opened.message()
                    killed_at = time.monotonic()
                    await asyncio.to_thread(primary.stop, "kill")
                    await asyncio.to_thread(shutil.rmtree, primary.data)
        began = time.monotonic()
        restored = await archive.restored(primary, folder / "restored")
        clusters.append(restored)
        seen.info(f"recovered after {time.monotonic() - began:.1f} s")
        gone = await lost(load, restored.url("owner"))
        since = killed_at - gone[0].at if gone else 0.0
        seen.info(f"{len(load.acknowledged)} acknowledged, {len(gone)} lost, the oldest {since:.1f} s before the loss")
        assert since <= min(MOST_LOST_SECONDS, archive_seconds + HANDING_OVER_SECONDS)
        the_rest_is_whole(load, gone)
        await is_sound(restored, place)
        async with served_from(restored, folder / "after", processes) as url:
            seen.info(f"looked through and served after {time.monotonic() - began:.1f} s")
            await work_goes_on(url, load, screen, nurses[0])
        await is_sound(restored, place)
    finally:
        for each in clusters:
            each.remove()


def the_rest_is_whole(load: Load, gone: list[Lost]) -> None:
    """What was lost is the end of the log, and nothing before it."""
    if gone:
        first = min(each.position for each in gone)
        assert len(gone) == sum(each["position"] >= first for each in load.acknowledged)


async def work_goes_on(url: str, before: Load, shown: Shown, nurse: dict[str, str]) -> None:
    """The restored log outgrows what an open screen held, and that screen then shows what the server shows."""
    load, held = Load(before.place, url), shown.position or 0
    async with httpx.AsyncClient(base_url=url, trust_env=False) as http:
        desk, everything = Desk(http, nurse), Shown()
        async with desk.screen(everything) as screen:
            await screen.message()
        was_lost = (everything.position or 0) < held
        async with under(load, [nurse]):
            while not load.acknowledged or load.acknowledged[-1]["position"] <= held:
                await goes_on(load, 1)
        for each in (shown, everything):
            async with desk.screen(each) as screen:
                assert (await screen.message())["snapshot"] is (was_lost and each is shown)
        assert shown.rows == everything.rows
    seen.info(f"the screen {'gets all of it anew' if was_lost else 'goes on'}")


@asynccontextmanager
async def served_from(cluster: Cluster, folder: Path, processes: bool) -> AsyncIterator[str]:
    """One worker in this process, or a whole service of several."""
    if not processes:
        async with one_worker(cluster.url("app")) as address:
            yield f"http://{address}"
        return
    urls = {"HOMEWARD_DATABASE_URL": cluster.url("app"), "HOMEWARD_MIGRATION_URL": cluster.url("owner")}
    with served(folder, HOMEWARD_EXAMPLE="off", **urls) as homeward:
        yield homeward.url


def test_a_file_is_handed_over_once_more_and_never_overwritten(tmp_path: Path) -> None:
    """After a crash the server hands a file over again: refused, it would hand over no other one ever."""
    wal, mine = tmp_path / "wal", tmp_path / "1"
    wal.mkdir()
    command = archive_command(wal).replace("%p", str(mine)).replace("%f", "1")
    for written, code, there in (("a", 0, "a"), ("a", 0, "a"), ("b", 1, "a")):
        mine.write_text(written)
        assert subprocess.run(["sh", "-c", command], check=False).returncode == code
        assert (wal / "1").read_text() == there


async def test_a_lost_server_is_restored_from_its_archive(tmp_path: Path) -> None:
    await drill(EMBEDDED, tmp_path, archive_seconds=1, load_seconds=2, processes=False)


@pytest.mark.soak
@pytest.mark.parametrize("version", ["own", "embedded"])
async def test_a_lost_server_is_restored_as_the_page_advises(tmp_path: Path, version: str) -> None:
    binaries = own_postgres() if version == "own" else EMBEDDED
    await drill(binaries, tmp_path, archive_seconds=30, load_seconds=75, processes=True)
