"""How every process speaks to its operator: one line an event, on standard error, without anybody's name.

Of an exception it says the frames and the class, never the words: a database's quote the values, a reader's the input.
As JSON each line has `time`, `level`, `event` and `process`, and `correlation` where it is part of something.
"""

import logging
import sys
import threading
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal
from uuid import UUID

import structlog
from structlog.typing import EventDict, Processor

from app import correlation
from app.processes.wordless import frames, said_by, write_frames

Form = Literal["json", "text"]

OURS_TO_TELL = ("alembic", "asyncpg", "uvicorn")
"""Libraries whose information is told too where debugging; below that, they and others quote what is sent."""


def speak(process: str, level: str, form: Form | None = None) -> None:
    """Configure logging for this process; `level` is the least grave line shown.

    Without a form it is text on a terminal, where somebody reads, and else JSON, for a machine.
    """
    chosen = form or ("text" if sys.stderr.isatty() else "json")
    processors = _processors(process, chosen)
    structlog.configure(
        processors=processors,
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        # A line in one write: of processes that share a file, none writes into another's line.
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    said = logging.StreamHandler()
    said.setFormatter(_AsOurs(processors))
    logging.basicConfig(level=logging.WARNING, handlers=[said], force=True)
    for name in OURS_TO_TELL:
        logging.getLogger(name).setLevel(logging.INFO if level == "debug" else logging.WARNING)
    logging.captureWarnings(True)
    _catch_last_words()


def _processors(process: str, form: Form) -> list[Processor]:
    def of_this_process(_logger: object, _method: str, said: EventDict) -> EventDict:
        said["process"] = process
        if this := correlation.current():
            said["correlation"] = this.hex
        return said

    return [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time" if form == "json" else "timestamp"),
        of_this_process,
        *(_as_json() if form == "json" else _as_text()),
    ]


def _as_json() -> list[Processor]:
    return [_exception_by_frames, _head_first, structlog.processors.JSONRenderer(default=_plainly, ensure_ascii=False)]


def _as_text() -> list[Processor]:
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=write_frames)]


def _exception_by_frames(_logger: object, _method: str, said: EventDict) -> EventDict:
    error = said.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        said["exception"] = frames(error)
    return said


def _head_first(_logger: object, _method: str, said: EventDict) -> EventDict:
    return {name: said.pop(name) for name in ("time", "level", "event") if name in said} | dict(said)


def _plainly(value: object) -> str:
    """As it is written where that is plain to see; of anything else its kind, since its words may quote anything."""
    return str(value) if isinstance(value, UUID | datetime | Path) else type(value).__name__


class _AsOurs(logging.Formatter):
    """What libraries say through the standard library comes out as our own lines do."""

    def __init__(self, processors: list[Processor]) -> None:
        super().__init__()
        self._processors = processors

    def format(self, record: logging.LogRecord) -> str:
        """One record, in which each exception stands as its class."""
        said: Any = {"event": said_by(record), "logger": record.name}
        if record.exc_info:
            said["exc_info"] = record.exc_info
        for processor in self._processors:
            said = processor(None, record.levelname.lower(), said)
        return str(said)


def _catch_last_words() -> None:
    """What ends a process or a thread, or cannot be raised at all, is told without its words as well."""
    log = structlog.get_logger()

    def ended(_class: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> None:
        log.critical("process ended", exc_info=error)

    def of_a_thread(told: threading.ExceptHookArgs) -> None:
        log.error("thread ended", exc_info=told.exc_value)

    def not_raised(told: Any) -> None:
        log.error("exception ignored", exc_info=told.exc_value)

    sys.excepthook = ended
    threading.excepthook = of_a_thread
    sys.unraisablehook = not_raised
