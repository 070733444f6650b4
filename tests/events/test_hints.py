"""Hints go on: whatever kept one from being passed, the next is."""

import asyncio
from uuid import uuid4

import asyncpg
import pytest

from app.database import open_database
from app.domain.values import SystemId
from app.embedded import EmbeddedPostgres
from app.events.hints import CHANNEL, Hints


async def test_hints_go_on_after_an_error_that_nobody_foresaw(
    postgres: EmbeddedPostgres, capsys: pytest.CaptureFixture[str]
) -> None:
    database, system = await open_database(postgres.url(role="app", database="later")), SystemId(uuid4())
    hints, heard = Hints(database), asyncio.Event()
    sending = asyncio.create_task(hints.send())
    try:
        hints.tell(system)
        async with asyncio.timeout(60):
            while "hint_not_sent" not in "".join(capsys.readouterr()):
                await asyncio.sleep(0.01)
        postgres.create_database("later")
        listening = await asyncpg.connect(database.url)
        await listening.add_listener(CHANNEL, lambda *_: heard.set())
        hints.tell(system)
        async with asyncio.timeout(60):
            await heard.wait()
        await listening.close()
    finally:
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        await database.close()
        postgres.drop_database("later")
