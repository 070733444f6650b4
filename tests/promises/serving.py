"""A web worker in the tests' own process, for tests that need no parent."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn

from app.api.state import BEAT_SECONDS
from app.database import open_database
from app.main import create_app
from app.settings import Settings


@asynccontextmanager
async def one_worker(
    database_url: str, *, pooler: bool = False, beat_seconds: float = BEAT_SECONDS
) -> AsyncIterator[str]:
    """A web worker in this process, without a parent; its address, such as `127.0.0.1:40001`."""
    database = await open_database(database_url, pooler=pooler)
    app = create_app(Settings(example=False), database, beat_seconds=beat_seconds)
    config = uvicorn.Config(app, ws="websockets-sansio", log_config=None)
    server, listening = uvicorn.Server(config), socket.create_server(("127.0.0.1", 0))
    running = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield f"127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        await running
        await database.close()
