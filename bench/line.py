"""A lean MLLP sender: one connection, each message sent when the one before is answered."""

import asyncio
import time


class Line:
    """One connection to the port on which messages are received."""

    def __init__(self, host: str, port: int) -> None:
        self._address = (host, port)
        self._reader: asyncio.StreamReader
        self._writer: asyncio.StreamWriter

    async def __aenter__(self) -> "Line":
        self._reader, self._writer = await asyncio.open_connection(*self._address)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()

    async def tell(self, raw: bytes) -> float:
        """Milliseconds until it is accepted. Raises RuntimeError for any other answer."""
        asked = time.perf_counter()
        self._writer.write(b"\x0b" + raw + b"\x1c\r")
        answer = await self._reader.readuntil(b"\x1c\r")
        if b"\rMSA|AA|" not in answer:
            raise RuntimeError(f"Not accepted: {answer!r}")
        return (time.perf_counter() - asked) * 1000
