"""The work that goes on in the database: who keeps time, and whoever keeps others waiting."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import TYPE_CHECKING

from app.doctor.finding import Finding
from app.doctor.lasting import in_words

if TYPE_CHECKING:
    from asyncpg import Connection, Record

LONG = timedelta(seconds=30)
"""Homeward's own statements end within 25 seconds."""

_LEASE = "SELECT holder FROM lease WHERE name = 'background' AND until > clock_timestamp()"

_OLDEST = """
    SELECT pid, clock_timestamp() - xact_start AS lasts FROM pg_stat_activity
    WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()
    ORDER BY xact_start LIMIT 1"""

_WAITING = """
    SELECT count(*) AS waiting, array_agg(DISTINCT blocking.pid) AS blocked_by
    FROM pg_stat_activity waits CROSS JOIN LATERAL unnest(pg_blocking_pids(waits.pid)) AS blocking (pid)
    WHERE waits.datname = current_database() AND waits.wait_event_type = 'Lock'"""


async def of_work(connection: "Connection[Record]") -> AsyncIterator[Finding]:
    """Of tables that are this version's."""
    yield await _of_lease(connection)
    yield await of_oldest(connection)
    yield await of_locks(connection)


async def _of_lease(connection: "Connection[Record]") -> Finding:
    holder = await connection.fetchval(_LEASE)
    if holder is None:
        words = "Nobody keeps time: no message is received, no night frozen, nothing escalated."
        return Finding.look("Timekeeper", words, "`homeward serve` starts it; if it runs, look into its log.")
    return Finding.well("Timekeeper", f"Kept by {holder}.")


async def of_oldest(connection: "Connection[Record]") -> Finding:
    """A transaction that stays open keeps every turn of its system waiting."""
    oldest = await connection.fetchrow(_OLDEST)
    if oldest and oldest["lasts"] > LONG:
        words = f"Process {oldest['pid']} of the database has had one open for {in_words(oldest['lasts'])}."
        do = f"Whoever waits for it waits as long: `SELECT pg_terminate_backend({oldest['pid']})` ends it."
        return Finding.look("Transactions", words, do)
    return Finding.well("Transactions", "None is open for long.")


async def of_locks(connection: "Connection[Record]") -> Finding:
    """Who waits for a lock just now, and for whom."""
    row = await connection.fetchrow(_WAITING)
    if row and row["waiting"]:
        by = ", ".join(map(str, row["blocked_by"]))
        do = "A moment is ordinary: look again. What lasts is ended by pg_terminate_backend."
        return Finding.look("Locks", f"{row['waiting']} wait for what process {by} of the database holds.", do)
    return Finding.well("Locks", "Nobody waits for one.")
