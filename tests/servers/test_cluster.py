"""The tests' own servers: made as the page tells an administrator, stopped in every way, gone afterwards."""

from pathlib import Path

import asyncpg
import pytest

from tests.servers.cluster import Cluster, How, Role, running
from tests.servers.conftest import EMBEDDED, own_postgres, pgbouncer
from tests.servers.pooler import pooling
from tests.serving import is_alive


async def asked(url: str, statement: str) -> object:
    connection = await asyncpg.connect(url, timeout=5, statement_cache_size=0)
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


@pytest.fixture(params=["15", "18"])
def cluster(request: pytest.FixtureRequest) -> Cluster:
    """Each version."""
    found: Cluster = request.getfixturevalue({"15": "debians", "18": "newest"}[request.param])
    return found


@pytest.mark.parametrize("how", ["fast", "immediate", "kill"])
async def test_what_was_committed_is_there_however_it_was_stopped(cluster: Cluster, how: How) -> None:
    administrators = cluster.url("postgres", "postgres")
    await asked(administrators, f"CREATE TABLE told_{how} AS SELECT '{how}' AS how")
    pid = cluster.pid
    cluster.stop(how)
    assert not is_alive(pid)
    with pytest.raises(OSError, match="Connect call failed"):
        await asked(cluster.url("app"), "SELECT 1")
    cluster.start()
    assert await asked(administrators, f"SELECT how FROM told_{how}") == how


@pytest.mark.parametrize("role", ["owner", "app"])
async def test_the_pages_roles_sign_in_by_their_passwords(cluster: Cluster, role: Role) -> None:
    name = {"owner": "homeward", "app": "homeward_app"}[role]
    assert await asked(cluster.url(role), "SELECT current_user") == name
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asked(cluster.url(role).replace(cluster.passwords[role], "guessed"), "SELECT 1")


async def test_a_cluster_is_gone_when_its_block_ends(tmp_path: Path) -> None:
    with running(EMBEDDED, tmp_path / "short", {"work_mem": "5MB"}) as short:
        assert await asked(short.url("owner"), "SHOW work_mem") == "5MB"
        pid = short.pid
    assert not is_alive(pid)
    assert not (tmp_path / "short").exists()


async def test_a_pooler_shares_few_sessions_among_many_clients(debians: Cluster, tmp_path: Path) -> None:
    with pooling(pgbouncer(), debians, tmp_path / "pooler", {"default_pool_size": "1"}) as pooler:
        clients = [await asyncpg.connect(pooler.url("app"), statement_cache_size=0) for _ in range(5)]

        async def backend(client: "asyncpg.Connection[asyncpg.Record]") -> object:
            async with client.transaction():
                return await client.fetchval("SELECT pg_backend_pid()")

        assert len({await backend(client) for client in clients}) == 1
        for client in clients:
            await client.close()


def test_the_version_is_debians() -> None:
    assert own_postgres().parts[-2].isdigit()
