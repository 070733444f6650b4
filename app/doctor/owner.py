"""The owner's address, by which tables are changed: nothing of the day's work needs it, so that it is wrong shows late.

And what is left of a rebuild that was broken off: words about people, out of reach of an erasure.
"""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from app.doctor.finding import Finding
from app.events.rebuild.left_over import left_over
from app.pooling import connect, is_pooled
from app.processes.reach import DatabaseUnusable, in_words

if TYPE_CHECKING:
    from asyncpg import Connection, Record

WHAT = "Owner"

_WHERE = "SELECT format('%s of %s', current_database(), system_identifier) FROM pg_control_system()"

_NOT_ITS_OWN = """
    SELECT count(*) FROM pg_tables
    WHERE schemaname = current_schema() AND NOT pg_has_role(current_user, tableowner, 'USAGE')"""

_MAY_CREATE = "SELECT has_schema_privilege(current_schema(), 'CREATE')"


async def of_owner(connection: "Connection[Record]", url: str | None) -> AsyncIterator[Finding]:
    """Nothing where it is not set: then tables are migrated elsewhere. `connection` is the application's."""
    if url is None:
        return
    try:
        with in_words():
            yield await _of(connection, url)
    except DatabaseUnusable as error:
        yield Finding.wrong(WHAT, f"By HOMEWARD_MIGRATION_URL: {error}", "Check it: migrations and rebuilds need it.")


async def of_left_over(connection: "Connection[Record]") -> AsyncIterator[Finding]:
    """Nothing where nothing was left."""
    if kinds := await left_over(connection):
        words = f"Rebuilding {', '.join(kinds)} was broken off; what it had made lies there, and no erasure reaches it."
        do = f"`homeward migrate` drops it; `homeward rebuild {' '.join(kinds)}` drops it and makes the rows anew."
        yield Finding.look("Rebuild", words, do)


async def _of(app: "Connection[Record]", url: str) -> Finding:
    owner = await connect(url)
    try:
        name = await owner.fetchval("SELECT current_user")
        if await is_pooled(owner):
            return Finding.wrong(
                WHAT, "HOMEWARD_MIGRATION_URL leads through a connection pooler.", "Give it the server's own address."
            )
        if await owner.fetchval(_WHERE) != await app.fetchval(_WHERE):
            words = "HOMEWARD_MIGRATION_URL leads to another database than HOMEWARD_DATABASE_URL."
            return Finding.wrong(WHAT, words, "Let both lead to the same one.")
        if await owner.fetchval(_NOT_ITS_OWN) or not await owner.fetchval(_MAY_CREATE):
            words = f"{name}, of HOMEWARD_MIGRATION_URL, does not own the tables."
            return Finding.wrong(WHAT, words, "Set it to the role that made the database's tables.")
        return Finding.well(WHAT, f"{name} may change the tables.")
    finally:
        await owner.close()
