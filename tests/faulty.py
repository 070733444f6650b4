"""A program that fails while it holds a canary, and says so in every way that a process of Homeward can."""

import asyncio
import gc
import logging
import os
import sys
from typing import Literal

import asyncpg
import structlog
from sqlalchemy import text

from app.database import Database, open_database
from app.events.codec import decode_actor
from app.processes.logs import speak

CANARY = "9990000018"
TABLE = "CREATE TEMPORARY TABLE IF NOT EXISTS twice (value text PRIMARY KEY)"


async def unique(database: Database) -> None:
    """The database's words quote the value."""
    async with database.turns.acquire() as connection:
        await connection.execute(TABLE)
        for _ in range(2):
            await connection.execute("INSERT INTO twice VALUES ($1)", CANARY)


async def of_the_engine(database: Database) -> None:
    """The engine's words quote the parameters too."""
    async with database.engine.begin() as connection:
        await connection.execute(text(TABLE))
        for _ in range(2):
            await connection.execute(text("INSERT INTO twice VALUES (:value)"), {"value": CANARY})


async def argument(database: Database) -> None:
    """The driver's words quote what is of the wrong type."""
    async with database.reads.acquire() as connection:
        await connection.fetch("SELECT $1::int", CANARY)


async def decoding(_database: Database) -> None:
    """The decoder's words quote what it cannot read."""
    decode_actor({"kind": CANARY, "id": CANARY, "role": CANARY})


async def led_to(database: Database) -> None:
    """One error after another, each with words."""
    try:
        await unique(database)
    except asyncpg.PostgresError as error:
        raise ValueError(CANARY) from error


async def in_a_group(database: Database) -> None:
    """Errors within an error."""
    async with asyncio.TaskGroup() as group:
        group.create_task(unique(database))


FAULTS = {each.__name__: each for each in (unique, of_the_engine, argument, decoding, led_to, in_a_group)}


async def main(name: str) -> None:
    """Fail, and say it; fail where nobody looks; fail with nobody to catch it."""
    fault = FAULTS[name]
    database = await open_database(os.environ["URL"])
    try:
        await fault(database)
    except Exception as error:
        structlog.get_logger().error("by_structlog", exc_info=error)
        logging.getLogger("uvicorn.error").error("by_logging", exc_info=error)
        logging.getLogger("driver").error("in_words %s", error)
    unwatched = asyncio.create_task(fault(database))
    await asyncio.wait([unwatched])
    del unwatched
    gc.collect()
    try:
        await fault(database)
    finally:
        await database.close()


if __name__ == "__main__":
    form: Literal["json", "text"] = "json" if os.environ["FORM"] == "json" else "text"
    speak("test", "debug", form)
    asyncio.run(main(sys.argv[1]))
