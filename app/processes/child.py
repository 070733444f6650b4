"""One child process: started, started again whenever it dies, and stopped with patience that ends."""

import asyncio
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

import structlog

FIRST_PAUSE_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 5.0
SETTLED_SECONDS = 30.0  # alive for so long, a child has earned a quick restart again

log = structlog.get_logger()


class Child:
    """Runs `python -m app.processes …`. Secrets go in by the environment: a command's words can be read by everybody.

    `changed` is called whenever `pid` changes; None while the child does not run.
    """

    def __init__(
        self,
        name: str,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        *,
        fds: Sequence[int] = (),
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self.name = name
        self.pid: int | None = None
        self._words = [sys.executable, "-m", "app.processes", *arguments]
        self._environment = environment
        self._fds = fds
        self._changed = changed
        self._process: asyncio.subprocess.Process | None = None
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Start it and keep it going."""
        self._task = asyncio.create_task(self._keep_going(), name=self.name)

    async def stop(self, patience: float) -> None:
        """Ask it to end; end it after `patience` seconds."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        process = self._process
        if process is None or process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            async with asyncio.timeout(patience):
                await process.wait()
        except TimeoutError:
            log.warning("child killed", child=self.name, patience=patience)
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _keep_going(self) -> None:
        pause = FIRST_PAUSE_SECONDS
        while True:
            began = time.monotonic()
            how = await self._run()
            if time.monotonic() - began > SETTLED_SECONDS:
                pause = FIRST_PAUSE_SECONDS
            log.warning("child died", child=self.name, how=how, next_start_in=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)

    async def _run(self) -> str:
        """Run it once; how that ended."""
        # A pipe that only this process holds: when it closes, the child knows that its parent is gone. A session of
        # its own: Ctrl-C is for the parent, which stops its children in order.
        try:
            self._process = process = await asyncio.create_subprocess_exec(
                *self._words,
                env=self._environment,
                stdin=asyncio.subprocess.PIPE,
                pass_fds=self._fds,
                start_new_session=True,
            )
        except OSError as error:  # the machine has no process or memory to give just now
            return f"not started: {error.strerror}"
        self._tell(process.pid)
        code = await process.wait()
        self._tell(None)
        return _how(code)

    def _tell(self, pid: int | None) -> None:
        self.pid = pid
        self._changed()


def _how(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit {code}"
