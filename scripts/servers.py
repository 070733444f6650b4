"""Find the servers that tests put Homeward behind and in front of, or install Debian's packages of them when root.

What is not there and cannot be installed is said in words, and the tests that want it are skipped. Nothing is started
here: a test starts its own server, in a folder of its own.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

POSTGRES = Path("/usr/lib/postgresql")
NO_MAIN_CLUSTER = Path("/etc/postgresql-common/createcluster.d/homeward.conf")
POLICY = Path("/usr/sbin/policy-rc.d")
OLDEST_POSTGRES = 15


@dataclass(frozen=True, slots=True)
class Server:
    """Where it is, or None; and Debian's packages of it, the first that can be had is installed."""

    name: str
    find: Callable[[], Path | None]
    packages: tuple[str, ...]


def postgres() -> Path | None:
    """The folder of the programs of the oldest PostgreSQL on this machine that Homeward works on."""
    found = {int(each.parts[-3]): each.parent for each in POSTGRES.glob("[0-9]*/bin/postgres")}
    return next((found[version] for version in sorted(found) if version >= OLDEST_POSTGRES), None)


def pgbouncer() -> Path | None:
    """The connection pooler."""
    return _program("pgbouncer")


def nginx() -> Path | None:
    """The reverse proxy."""
    return _program("nginx")


SERVERS = (
    Server("An own PostgreSQL", postgres, ("postgresql-15", "postgresql")),
    Server("PgBouncer", pgbouncer, ("pgbouncer",)),
    Server("nginx", nginx, ("nginx",)),
)


def main() -> None:
    for server in SERVERS:
        if server.find() is None:
            _install(server)
        found = server.find()
        print(f"{server.name}: {found}" if found else _skipped(server))


def _skipped(server: Server) -> str:
    names = " or ".join(server.packages)
    return f"{server.name} is not on this machine; tests with it are skipped. Debian's package: {names}."


def _program(name: str) -> Path | None:
    found = shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin")
    return Path(found) if found else None


def _install(server: Server) -> None:
    if os.geteuid() or not shutil.which("apt-get"):
        return
    _run("apt-get", "update", "-qq")
    with _nothing_starts():
        for package in server.packages:
            if server.find() is None:
                _run("apt-get", "install", "-qq", "--yes", "--no-install-recommends", package)


@contextmanager
def _nothing_starts() -> Iterator[None]:
    """Debian's packages start what they install, and make a database: neither is wanted by whoever runs tests."""
    written = [path for path, words in _KEEPS_STILL.items() if _write(path, words)]
    try:
        yield
    finally:
        for path in written:
            path.unlink(missing_ok=True)


def _write(path: Path, words: str) -> bool:
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words)
    path.chmod(0o755)
    return True


_KEEPS_STILL = {NO_MAIN_CLUSTER: "create_main_cluster = false\n", POLICY: "#!/bin/sh\nexit 101\n"}


def _run(*words: str) -> None:
    # What installers say goes to stderr; others may be installing just now.
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([words[0], "-o", "DPkg::Lock::Timeout=120", *words[1:]], stdout=sys.stderr, env=env, check=False)


if __name__ == "__main__":
    main()
