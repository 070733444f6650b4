"""One cluster of each version a run, made when it is first wanted."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import servers

from app.embedded import programs
from tests.servers.cluster import Cluster, running
from tests.servers.pooler import pooling
from tests.servers.service import Service, at, serving

EMBEDDED = programs.path("postgres").parent


def own_postgres() -> Path:
    """The programs of an own PostgreSQL; skips where this machine has none."""
    found = servers.postgres()
    if found is None:
        pytest.skip("No PostgreSQL 15 or later of this machine's own: scripts/servers.py says how to have one.")
    return found


def pgbouncer() -> Path:
    """PgBouncer; skips where this machine has none."""
    found = servers.pgbouncer()
    if found is None:
        pytest.skip("No PgBouncer on this machine: scripts/servers.py says how to have one.")
    return found


@pytest.fixture(scope="session")
def debians(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Debian's PostgreSQL 15, as a hospital has it."""
    with running(own_postgres(), tmp_path_factory.mktemp("own") / "15") as cluster:
        yield cluster


@pytest.fixture(scope="session")
def newest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """The embedded PostgreSQL 18's programs, in a cluster that an administrator made."""
    with running(EMBEDDED, tmp_path_factory.mktemp("own") / "18") as cluster:
        yield cluster


@pytest.fixture(scope="session")
async def on_15(debians: Cluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """Homeward on Debian's PostgreSQL 15."""
    folder = tmp_path_factory.mktemp("on_15")
    with serving(folder, debians.url("app"), debians.url("owner")) as (homeward, environment):
        async with at(debians, homeward, environment) as service:
            yield service


@pytest.fixture(scope="session")
async def on_18(newest: Cluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """Homeward on the embedded version, as an own server."""
    folder = tmp_path_factory.mktemp("on_18")
    with serving(folder, newest.url("app"), newest.url("owner")) as (homeward, environment):
        async with at(newest, homeward, environment) as service:
            yield service


@pytest.fixture(scope="session")
async def pooled(debians: Cluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Service]:
    """Homeward behind PgBouncer, which has fewer sessions of the database than Homeward's processes want."""
    folder, few = tmp_path_factory.mktemp("pooled"), {"default_pool_size": "4"}
    debians.create_database("pooled")
    with (
        pooling(pgbouncer(), debians, folder / "pooler", few) as pooler,
        serving(
            folder / "served",
            pooler.url("app", "pooled"),
            debians.url("owner", "pooled"),
            HOMEWARD_DATABASE_POOLER="transaction",
        ) as (homeward, environment),
    ):
        async with at(debians, homeward, environment) as service:
            yield service


@pytest.fixture(params=["on_15", pytest.param("on_18", marks=pytest.mark.soak)])
def service(request: pytest.FixtureRequest) -> Service:
    """Homeward on 15; on 18 too when run by hand, as every other test runs there anyway."""
    found: Service = request.getfixturevalue(request.param)
    return found
