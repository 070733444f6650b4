"""The bare floor of the live feed: a process that sends each line it reads to every websocket, and nothing else."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from websockets.asyncio.server import ServerConnection, broadcast, serve

PADDING = "x" * 600
"""About what a row of a ward list weighs."""


@dataclass(frozen=True, slots=True)
class Broadcaster:
    """The process, and where its websockets are opened."""

    url: str
    _input: asyncio.StreamWriter

    async def say(self, mark: str) -> None:
        """Send this mark to everyone."""
        self._input.write(f"{mark}\n".encode())
        await self._input.drain()


@asynccontextmanager
async def broadcasting() -> AsyncIterator[Broadcaster]:
    """Run the process until the block ends; it ends by itself when its input does."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.broadcast", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    port = int(await process.stdout.readline())
    try:
        yield Broadcaster(f"ws://127.0.0.1:{port}", process.stdin)
    finally:
        process.stdin.close()
        await process.wait()


async def _main() -> None:
    connected: set[ServerConnection] = set()

    async def follow(connection: ServerConnection) -> None:
        connected.add(connection)
        await connection.wait_closed()
        connected.discard(connection)

    async with serve(follow, "127.0.0.1", 0, compression=None) as server:
        print(next(iter(server.sockets)).getsockname()[1], flush=True)
        reader = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        while line := await reader.readline():
            broadcast(connected, json.dumps({"mark": line.decode().strip(), "padding": PADDING}))


if __name__ == "__main__":
    asyncio.run(_main())
