"""A TCP proxy that fails when it is told to: slow, cut, silent or dripping, towards the server or towards the client.

It stands on loopback between two ends that know nothing of it: service and database, or clients and service.
"""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

PIECE = 65536
DRIPS_PER_SECOND = 10
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)  # lingers for no time: what is not sent is thrown away, and a reset says so


class Way(Enum):
    """Which way bytes go: `UP` to the server, `DOWN` to the client."""

    UP = "up"
    DOWN = "down"


BOTH = (Way.UP, Way.DOWN)
Target = Path | tuple[str, int]
"""A server's Unix socket, or its host and port."""


@dataclass(slots=True)
class Road:
    """How bytes go one way just now: late by `delay` seconds, `drip` of them a second, or nowhere."""

    delay: float = 0.0
    drip: float | None = None
    swallows: bool = False


@dataclass(slots=True, eq=False)
class _Connection:
    client: asyncio.StreamWriter
    server: asyncio.StreamWriter | None = None
    holed: bool = False
    lost: bool = False

    def reset(self) -> None:
        """End it at once, both ways, as a network does that loses it."""
        for writer in filter(None, (self.client, self.server)):
            end: socket.socket = writer.get_extra_info("socket")
            if end.family != socket.AF_UNIX and end.fileno() >= 0:
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
            writer.transport.abort()


@dataclass(slots=True)
class Proxy:
    """What to do with whoever connects to `port`. Every fault lasts until `heal`."""

    target: Target
    port: int = 0
    roads: dict[Way, Road] = field(default_factory=lambda: {way: Road() for way in Way})
    refuses: bool = False
    _connections: set[_Connection] = field(default_factory=set)

    @property
    def connections(self) -> int:
        """How many are open."""
        return len(self._connections)

    def latency(self, seconds: float, *ways: Way) -> None:
        """Whatever is sent comes so much later."""
        for way in ways or BOTH:
            self.roads[way].delay = seconds

    def drip(self, bytes_per_second: float, *ways: Way) -> None:
        """Whatever is sent comes a few bytes at a time."""
        for way in ways or BOTH:
            self.roads[way].drip = bytes_per_second

    def black_hole(self, *ways: Way) -> None:
        """Connections are accepted and stay open; what is sent this way never comes."""
        for way in ways or BOTH:
            self.roads[way].swallows = True

    def cut(self) -> None:
        """Every connection is reset, and so is each that comes."""
        self.refuses = True
        self.reset()

    def reset(self) -> None:
        """Every connection is reset; new ones are welcome."""
        for connection in [*self._connections]:
            connection.reset()

    def lose(self) -> None:
        """Every connection falls silent for good, and no end is told; new ones are welcome."""
        for connection in self._connections:
            connection.lost = True

    def heal(self) -> None:
        """All is well again; a connection out of which bytes were lost is reset, as no end could go on with it."""
        self.roads = {way: Road() for way in Way}
        self.refuses = False
        for connection in [each for each in self._connections if each.holed and not each.lost]:
            connection.reset()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection until either end leaves it."""
        connection = _Connection(writer)
        self._connections.add(connection)
        try:
            if self.refuses:
                return
            with suppress(OSError):
                answers, connection.server = await _connect(self.target)
                await asyncio.wait(
                    [
                        asyncio.create_task(self._carry(connection, Way.UP, reader, connection.server)),
                        asyncio.create_task(self._carry(connection, Way.DOWN, answers, writer)),
                    ]
                )
        finally:
            connection.reset()
            self._connections.discard(connection)

    async def _carry(
        self, connection: _Connection, way: Way, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Until there is no more this way; the end that hears no more is told."""
        try:
            while data := await reader.read(PIECE):
                await self._pass_on(connection, way, data, writer)
            if self.roads[way].swallows or connection.lost:
                connection.holed = True
            else:
                writer.write_eof()
        except OSError:
            connection.reset()

    async def _pass_on(self, connection: _Connection, way: Way, data: bytes, writer: asyncio.StreamWriter) -> None:
        if self.roads[way].delay:
            await asyncio.sleep(self.roads[way].delay)
        while data:
            road = self.roads[way]  # healed or made worse meanwhile
            if road.swallows or connection.lost:
                connection.holed = True
                return
            drop = len(data) if road.drip is None else max(1, int(road.drip / DRIPS_PER_SECOND))
            writer.write(data[:drop])
            await writer.drain()
            data = data[drop:]
            if road.drip is not None:
                await asyncio.sleep(drop / road.drip)


@asynccontextmanager
async def proxying(target: Target) -> AsyncIterator[Proxy]:
    """A proxy to this server on a free port of 127.0.0.1 while the block lasts; every connection ends with it."""
    proxy = Proxy(target)
    server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()
        proxy.cut()
        while proxy.connections:
            proxy.cut()
            await asyncio.sleep(0.01)
        await server.wait_closed()


def target_of(url: str) -> Target:
    """Where the PostgreSQL server of an address listens: its folder of Unix sockets, or host and port."""
    parts = urlsplit(url)
    folder = parse_qs(parts.query).get("host", [""])[0]
    if folder.startswith("/"):
        return Path(folder) / f".s.PGSQL.{parse_qs(parts.query).get('port', ['5432'])[0]}"
    return (parts.hostname or "127.0.0.1", parts.port or 5432)


def by_way_of(proxy: Proxy, url: str) -> str:
    """The same PostgreSQL address, reached through the proxy."""
    parts = urlsplit(url)
    who = parts.netloc.rpartition("@")[0]
    return parts._replace(netloc=f"{who}@127.0.0.1:{proxy.port}", query="").geturl()


async def _connect(target: Target) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    if isinstance(target, Path):
        return await asyncio.open_unix_connection(target)
    return await asyncio.open_connection(*target)
