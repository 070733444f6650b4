"""How every process speaks to its operator: one line an event, on standard error, without anybody's name.

Of an exception it says the frames and the class, never the words: a database's quote the values, a reader's the input.
"""

import logging
import sys
from types import TracebackType

import structlog

from app.processes.wordless import Wordless, frames, write_frames


def speak(process: str, level: str) -> None:
    """Configure logging for this process; `level` is the least grave line shown."""
    coloured = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer(colors=coloured, exception_formatter=write_frames),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    structlog.contextvars.bind_contextvars(process=process)
    said = logging.StreamHandler()
    said.setFormatter(Wordless(f"%(levelname)s %(message)s process={process}"))
    logging.basicConfig(level=logging.WARNING, handlers=[said])
    sys.excepthook = _last_words


def _last_words(_class: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> None:
    sys.stderr.write(frames(error) + "\n")
