"""Other processes, for tests: started with one line of input, read line by line, ended when the test ends."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


class Process:
    """A Python module that runs as a program."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        assert process.stdin
        assert process.stdout
        self._in, self._out = process.stdin, process.stdout

    @property
    def pid(self) -> int:
        """Its number, for signals."""
        return self._process.pid

    async def tell(self, line: Any) -> None:
        """Give it a line of JSON."""
        self._in.write(json.dumps(line).encode() + b"\n")
        await self._in.drain()

    async def hear(self) -> Any:
        """The next line of JSON that it says."""
        line = await self._out.readline()
        assert line, "the process ended without an answer; its complaint is on standard error"
        return json.loads(line)


@asynccontextmanager
async def started(module: str) -> AsyncIterator[Process]:
    """Run `python -m module` while the block lasts."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        yield Process(process)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
