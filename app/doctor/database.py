"""The database server itself: its version, and whether its clock agrees with ours."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.doctor.finding import Finding

if TYPE_CHECKING:
    from asyncpg import Connection, Record

OLDEST = 15
APART = timedelta(seconds=2)
TOO_FAR_APART = timedelta(minutes=1)


async def of_server(connection: "Connection[Record]") -> Finding:
    """PostgreSQL 15 or later."""
    version = connection.get_server_version()
    size = await connection.fetchval("SELECT pg_size_pretty(pg_database_size(current_database()))")
    words = f"PostgreSQL {version.major}.{version.minor}, {size} in this database."
    if version.major < OLDEST:
        return Finding.wrong("Database", words, f"Move it to PostgreSQL {OLDEST} or later.")
    return Finding.well("Database", words)


async def of_clock(connection: "Connection[Record]") -> Finding:
    """What happened when is told by both clocks: they must agree."""
    before = datetime.now(UTC)
    theirs: datetime = await connection.fetchval("SELECT clock_timestamp()")
    apart = max(before - theirs, theirs - datetime.now(UTC), timedelta())
    words = f"This machine's and the database's are {apart.total_seconds():.1f} s apart."
    if apart > TOO_FAR_APART:
        return Finding.wrong("Clock", words, "Keep both by NTP: times that people record would be refused or wrong.")
    if apart > APART:
        return Finding.look("Clock", words, "Keep both machines' clocks by NTP.")
    return Finding.well("Clock", words)
