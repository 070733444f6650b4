"""What stands between Homeward and its database, and whether the settings know of it."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from app.doctor.finding import Finding
from app.pooling import is_pooled
from app.settings import Settings

if TYPE_CHECKING:
    from asyncpg import Connection, Record

WHAT = "Pooler"


async def of_pooler(connection: "Connection[Record]", settings: Settings) -> AsyncIterator[Finding]:
    """Nothing where there is none and none is set."""
    expected = settings.database_pooler != "none"
    if await is_pooled(connection):
        if expected:
            yield Finding.well(WHAT, "A connection pooler shares the database's sessions, and Homeward knows it.")
        else:
            words = "HOMEWARD_DATABASE_URL leads through a connection pooler, and Homeward does not know it."
            yield Finding.wrong(WHAT, words, "Set HOMEWARD_DATABASE_POOLER=transaction.")
    elif expected:
        words = "HOMEWARD_DATABASE_POOLER is set, and no pooler was found: screens look once a second for nothing."
        yield Finding.look(WHAT, words, "Unset it, if HOMEWARD_DATABASE_URL leads to the server itself.")
