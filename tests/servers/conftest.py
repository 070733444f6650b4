"""One cluster of each version a run, made when it is first wanted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import servers

from app.embedded import programs
from tests.servers.cluster import Cluster, running

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
