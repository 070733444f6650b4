"""A lean HTTP client: one kept connection, so that the benchmark measures the server and not its client."""

import asyncio
import json
import re
from typing import Any

_LENGTH = re.compile(rb"(?i)content-length: *(\d+)")


class NotNow(RuntimeError):
    """The server is busy or not up yet: whoever asks tries again."""


class Client:
    """One connection to the server, as one member of staff."""

    def __init__(self, host: str, port: int, cookie: str) -> None:
        self._address = (host, port)
        self._head = f"Host: {host}:{port}\r\nCookie: {cookie}\r\nContent-Type: application/json\r\n"
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter

    async def __aenter__(self) -> "Client":
        self._reader, self._writer = await asyncio.open_connection(*self._address)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()

    async def ask(self, method: str, path: str, body: dict[str, Any] | None = None, if_match: str = "") -> Any:
        """The JSON of a good answer. Raises NotNow for 503, and RuntimeError for any other."""
        content = b"" if body is None else json.dumps(body).encode()
        match = f"If-Match: {if_match}\r\n" if if_match else ""
        head = f"{method} {path} HTTP/1.1\r\n{self._head}{match}Content-Length: {len(content)}\r\n\r\n"
        self._writer.write(head.encode() + content)
        status, _, headers = (await self._reader.readuntil(b"\r\n\r\n")).partition(b"\r\n")
        found = _LENGTH.search(headers)
        answer = await self._reader.readexactly(int(found[1]) if found else 0)
        if b" 503 " in status:
            raise NotNow(answer)
        if b" 200 " not in status:
            raise RuntimeError(f"{method} {path}: {status!r} {answer!r}")
        return json.loads(answer)
