"""PROMISE 6 behind PgBouncer in transaction mode: all works, one has the last place, and nothing waits for NOTIFY."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from rich.console import Console

from app.doctor import Finding, Health, examined
from app.domain.values import Role
from app.events.live import LOOK_SECONDS
from app.events.rebuild.rebuilding import rebuild
from app.pooling import ThroughPooler
from app.settings import Settings
from app.terminal.verifying import verify_all
from app.views.kinds import KINDS
from tests.events.searching import a_search, a_service
from tests.events.test_booking_races import hold, kept_now, start_over
from tests.promises.load import goes_on
from tests.promises.racing import Racers, racers
from tests.promises.screens import Desk
from tests.servers.service import Service, at_work
from tests.terminal import homeward

CUTS, SOAK_CUTS = 3, 60
ROUNDS, SOAK_ROUNDS = 4, 200
LOOKS = 3
SLACK_SECONDS = 4.0


async def cut_again_and_again(pooled: Service, times: int) -> None:
    async with at_work(pooled) as work:
        for _ in range(times):
            await goes_on(work.load, 4)
            await asyncio.to_thread(pooled.cluster.psql, _CUT)


async def test_everybody_works_behind_a_pooler_whose_sessions_are_ended(pooled: Service) -> None:
    await cut_again_and_again(pooled, CUTS)


@pytest.mark.soak
async def test_everybody_works_for_long_behind_a_pooler_whose_sessions_are_ended(pooled: Service) -> None:
    await cut_again_and_again(pooled, SOAK_CUTS)


@pytest.fixture(scope="module")
def racing() -> Iterator[Racers]:
    with racers(2) as two:
        yield two


@pytest.mark.parametrize("rounds", [ROUNDS, pytest.param(SOAK_ROUNDS, marks=pytest.mark.soak)])
async def test_of_two_people_who_need_the_last_place_one_has_it_behind_a_pooler_too(
    pooled: Service, racing: Racers, rounds: int
) -> None:
    place = pooled.place
    east, searches = await a_service(place), [await a_search(place), await a_search(place)]
    for _ in range(rounds):
        pairs = [(each, (await each.ask(east))[0]) for each in searches]
        assert sorted(await racing.at_once(place, *(hold(*pair) for pair in pairs))) == ["", "capacity-gone"]
        assert await kept_now(place, east) == 1
        await start_over(*searches)


async def test_what_one_worker_records_is_on_the_screens_of_the_other_within_its_look(pooled: Service) -> None:
    """Screens on several connections are with both workers; each sees what any worker recorded, without NOTIFY."""
    place, url = pooled.place, pooled.homeward.url
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=30) as http:
        desk = Desk(http, await place.sign_in(http, Role.MANAGER))
        async with desk.screen(kinds=("place",)) as one, desk.screen(kinds=("place",)) as other:
            for n in range(LOOKS):
                path, body = f"/organisations/{uuid4()}", {"code": f"L{n}", "name": "A provider", "kind": "provider"}
                position, began = (await desk.put(path, body)).json()["position"], time.monotonic()
                await asyncio.gather(one.until(position), other.until(position))
                assert time.monotonic() - began < LOOK_SECONDS + SLACK_SECONDS


async def found_of_the_pooler(mode: str, environment: dict[str, str]) -> Finding:
    settings = Settings(
        example=False,
        data_dir=Path(environment["HOMEWARD_DATA_DIR"]),
        database_url=environment["HOMEWARD_DATABASE_URL"],
        database_pooler="transaction" if mode == "transaction" else "none",
    )
    findings = await asyncio.to_thread(lambda: list(examined(settings, {})))
    assert [each.words for each in findings if each.stops and each.what != "Pooler"] == []
    [pooler] = [each for each in findings if each.what == "Pooler"]
    return pooler


async def test_doctor_and_verify_work_through_it_again_and_again(pooled: Service) -> None:
    known = pooled.environment
    for _ in range(2):
        assert (await found_of_the_pooler("transaction", known)).health is Health.WELL
        assert await verify_all(known["HOMEWARD_DATABASE_URL"], Console(quiet=True))
    unaware = await found_of_the_pooler("none", known)
    assert (unaware.health, unaware.do) == (Health.WRONG, "Set HOMEWARD_DATABASE_POOLER=transaction.")


async def test_tables_are_changed_by_no_way_through_it(pooled: Service) -> None:
    secret = pooled.cluster.passwords
    through = pooled.environment["HOMEWARD_DATABASE_URL"].replace("homeward_app", "homeward")
    through = through.replace(secret["app"], secret["owner"])
    with pytest.raises(ThroughPooler):
        await rebuild(through, KINDS["place"], lambda _done, _of: None)
    code, said = await homeward("migrate", **pooled.environment | {"HOMEWARD_MIGRATION_URL": through})
    assert (code, said[:61]) == (1, "HOMEWARD_MIGRATION_URL leads through a connection pooler. Who")


async def test_serve_says_that_it_was_not_told_of_a_pooler(pooled: Service, tmp_path: Path) -> None:
    untold = pooled.environment | {"HOMEWARD_DATABASE_POOLER": "none", "HOMEWARD_DATA_DIR": str(tmp_path / "data")}
    code, said = await homeward("serve", **untold, HOMEWARD_PORT="0", HOMEWARD_MLLP_PORT="0")
    assert (code, "set HOMEWARD_DATABASE_POOLER=transaction" in said, "Traceback" in said) == (1, True, False)


_CUT = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'homeward_app'"
