"""The port the hospital's interface engine connects to (MLLP): many connections, each served by itself."""

import asyncio
import socket
from types import TracebackType
from typing import Self

import structlog

from app.intake.adt.connection import DEFAULT, Bounds, Connection, Receive

log = structlog.get_logger()


class MllpListener:
    """Listens on `host` and `port` (0: any free one, then read `port`) and hands each message to `receive`.

    Times are in seconds, `limit` in bytes. A connection above `max_connections` is closed at once.
    """

    def __init__(
        self,
        host: str,
        port: int,
        receive: Receive,
        *,
        limit: int = DEFAULT.limit,
        idle_timeout: float = DEFAULT.idle_timeout,
        read_timeout: float = DEFAULT.read_timeout,
        first_pause: float = DEFAULT.first_pause,
        stop_timeout: float = 10.0,
        max_connections: int = 64,
    ) -> None:
        self.host = host
        self.port = port
        self._receive = receive
        self._bounds = Bounds(
            limit=limit, idle_timeout=idle_timeout, read_timeout=read_timeout, first_pause=first_pause
        )
        self._stop_timeout = stop_timeout
        self._max_connections = max_connections
        self._stopping = asyncio.Event()
        self._open: dict[asyncio.Task[None], Connection] = {}
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Listen. Raises OSError when the port cannot be had."""
        self._server = await asyncio.start_server(self._accept, self.host, self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        log.info("mllp listening", host=self.host, port=self.port)

    async def stop(self) -> None:
        """Take no more; finish the messages in hand, for `stop_timeout` at the longest; close everything."""
        self._stopping.set()
        if self._server:
            self._server.close()
        for task, connection in self._open.items():
            if not connection.busy:
                task.cancel()
        if self._open:
            _, late = await asyncio.wait(list(self._open), timeout=self._stop_timeout)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        if self._server:
            await self._server.wait_closed()

    @property
    def connections(self) -> int:
        """How many are open."""
        return len(self._open)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._stopping.is_set() or len(self._open) >= self._max_connections:
            log.warning("mllp connection refused", open=len(self._open))
            writer.close()
            return
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        connection = Connection(reader, writer, self._receive, self._bounds, self._stopping)
        task = asyncio.create_task(connection.serve())
        self._open[task] = connection
        task.add_done_callback(self._closed)
        log.info("mllp connection opened", open=len(self._open))

    def _closed(self, task: asyncio.Task[None]) -> None:
        del self._open[task]
        if not task.cancelled() and (fault := task.exception()):
            log.error("mllp connection broke", fault=type(fault).__name__)
        log.info("mllp connection closed", open=len(self._open))
