"""Whether the tables are those of this version."""

from typing import TYPE_CHECKING

import asyncpg

from app.doctor.finding import Finding
from app.migrating import newest_revision, suits

if TYPE_CHECKING:
    from asyncpg import Connection, Record

WHAT = "Tables"


async def of_tables(connection: "Connection[Record]") -> Finding:
    """What the database says of itself, beside what this version expects."""
    try:
        found = await connection.fetchval("SELECT version_num FROM alembic_version")
    except asyncpg.UndefinedTableError:
        return Finding.wrong(WHAT, "There are none yet.", "`homeward migrate` makes them.")
    except asyncpg.InsufficientPrivilegeError:
        return Finding.wrong(WHAT, "This role may not read them.", "`homeward migrate` gives it what it needs.")
    if not suits(found):
        words = f"They are at revision {found}; this version expects {newest_revision()}."
        return Finding.wrong(WHAT, words, "Run `homeward migrate`.")
    if found != newest_revision():
        words = f"At revision {found}, of a newer version; this one works on them while that is brought in."
        return Finding.look(WHAT, words, "Serve with the newer version once it is brought in everywhere.")
    return Finding.well(WHAT, f"At revision {found}, as this version expects.")
