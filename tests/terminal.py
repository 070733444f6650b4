"""`homeward` as it is run in a terminal."""

import asyncio
import os
import sys


async def begin(*words: str, **environment: str) -> asyncio.subprocess.Process:
    """Start a command."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "app.cli", *words),
        env=os.environ | {"COLUMNS": "200", "NO_COLOR": "1"} | environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


async def homeward(*words: str, **environment: str) -> tuple[int, str]:
    """Run a command; its exit code and all it said, as one line of words."""
    process = await begin(*words, **environment)
    said, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, " ".join(said.decode().split())
