"""PROMISE 6 on a PostgreSQL of the hospital's own: all that works, works there; and what is cut or away comes back.

In CI on Debian's 15, with few faults; on 18 too, with many, when run by hand.
"""

import asyncio
from uuid import uuid4

import asyncpg
import httpx
import pytest

from tests.promises.load import goes_on
from tests.servers.service import Service, at_work
from tests.terminal import homeward

CUTS, SOAK_CUTS = 5, 60
RESTARTS, SOAK_RESTARTS = 1, 10

_CUT = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename LIKE 'homeward%'"


async def test_every_command_of_the_terminal_works_beside_it(service: Service) -> None:
    verified, examined, rebuilt = await asyncio.gather(
        homeward("verify", **service.environment),
        homeward("doctor", **service.environment),
        homeward("rebuild", "place", "staff", **service.environment),
    )
    assert (verified[0], "broken" in verified[1]) == (0, False)
    assert examined[0] == 0, examined[1]
    assert "adds to the log and cannot change it" in examined[1]
    assert "Pooler" not in examined[1]
    assert rebuilt[0] == 0, rebuilt[1]
    assert "place is made anew of" in rebuilt[1]


@pytest.mark.parametrize(
    "forbidden",
    [
        "UPDATE event SET data = '{}'",
        "DELETE FROM event",
        "TRUNCATE event",
        "DROP TABLE event",
        "ALTER TABLE case_1 ADD COLUMN more text",
        "CREATE TABLE more (n int)",
        "CREATE SCHEMA more",
        "CREATE TEMPORARY TABLE more (n int)",
        "UPDATE alembic_version SET version_num = ''",
        "ALTER ROLE homeward_app SUPERUSER",
    ],
)
async def test_the_applications_role_may_not(service: Service, forbidden: str) -> None:
    connection = await asyncpg.connect(service.environment["HOMEWARD_DATABASE_URL"])
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.execute(forbidden)
    await connection.close()


async def cut_again_and_again(service: Service, times: int) -> None:
    async with at_work(service) as work:
        administrator = await asyncpg.connect(service.cluster.url("postgres"))
        cut = 0
        for _ in range(times):
            await goes_on(work.load, 1)
            cut += await administrator.fetchval(_CUT)
        await administrator.close()
    assert cut > times


async def test_every_session_may_be_ended_again_and_again_under_load(service: Service) -> None:
    await cut_again_and_again(service, CUTS)


@pytest.mark.soak
async def test_every_session_may_be_ended_many_times_under_load(service: Service) -> None:
    await cut_again_and_again(service, SOAK_CUTS)


async def restart_under_load(service: Service, times: int) -> None:
    """In order, and as after a crash: it is said while it lasts, and all of it is there afterwards."""
    async with at_work(service) as work:
        for _ in range(times):
            await asyncio.to_thread(service.cluster.stop, "fast")
            await it_is_said(service)
            await asyncio.to_thread(service.cluster.start)
            await work.goes_on()
            await asyncio.to_thread(service.cluster.restart, "immediate")
            await work.goes_on()
    assert work.load.tried > len(work.load.acknowledged)


async def it_is_said(service: Service) -> None:
    async with httpx.AsyncClient(base_url=service.homeward.url, trust_env=False, timeout=30) as http:
        ready = await http.get("/readyz")
        command = await http.put(f"/api/v1/organisations/{uuid4()}", json={}, headers={"Cookie": "homeward_session=x"})
    assert (ready.status_code, ready.json()["code"]) == (503, "database-away")
    assert (command.status_code, command.json()["code"], command.headers["Retry-After"]) == (503, "unavailable", "2")


async def test_it_may_be_restarted_under_load(service: Service) -> None:
    await restart_under_load(service, RESTARTS)


@pytest.mark.soak
async def test_it_may_be_restarted_many_times_under_load(service: Service) -> None:
    await restart_under_load(service, SOAK_RESTARTS)
