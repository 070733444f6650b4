"""Make the cluster: its files, its two roles, its database, and the secret from which the roles' passwords follow."""

import hashlib
import os
import secrets
import shutil
from pathlib import Path
from typing import Literal

from app.embedded import programs
from app.embedded.errors import EmbeddedPostgresError

Role = Literal["owner", "app"]
ROLES: dict[Role, str] = {"owner": "homeward", "app": "homeward_app"}
LOCALE = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")


def create(cluster: Path, *, durable: bool) -> None:
    """Make the cluster in `cluster`, wholly or not at all: it is made beside its place and renamed."""
    secret = _create_secret(cluster)
    fresh = cluster.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    programs.make_private_folder(fresh, cluster=fresh)
    sync = () if durable else ("--no-sync",)
    arguments = ("-D", str(fresh), "-U", "postgres", "--auth=trust", "--no-instructions", *LOCALE, *sync)
    programs.run(programs.command("initdb", *arguments, cluster=fresh))
    # The superuser has no password and so can never sign in: from here on there are the two roles only.
    (fresh / "pg_hba.conf").write_text("local all all scram-sha-256\n")
    single = ("--single", "-D", str(fresh), "-c", "exit_on_error=on", "postgres")
    programs.run(programs.command("postgres", *single, cluster=fresh), stdin=_statements(secret))
    fresh.rename(cluster)


def password(cluster: Path, role: Role) -> str:
    """The role's password; EmbeddedPostgresError before the cluster was first started."""
    try:
        return _derived(_secret_path(cluster).read_text(), role)
    except FileNotFoundError:
        raise EmbeddedPostgresError(f"{_secret_path(cluster)} is missing; without it nobody can sign in.") from None


def _statements(secret: str) -> str:
    statements = (
        f"CREATE ROLE {ROLES['owner']} LOGIN CREATEDB PASSWORD '{_derived(secret, 'owner')}'",
        f"CREATE ROLE {ROLES['app']} LOGIN PASSWORD '{_derived(secret, 'app')}'",
        f"GRANT pg_signal_backend TO {ROLES['owner']}",
        f"CREATE DATABASE homeward OWNER {ROLES['owner']}",
    )
    return "".join(f"{statement}\n" for statement in statements)


def _create_secret(cluster: Path) -> str:
    path, secret = _secret_path(cluster), secrets.token_hex(32)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secret)
    return secret


def _derived(secret: str, role: Role) -> str:
    return hashlib.sha256(f"{role} {secret}".encode()).hexdigest()


def _secret_path(cluster: Path) -> Path:
    return cluster.with_suffix(".secret")
