"""How every process speaks to its operator: one line an event, on standard error, without anybody's name."""

import logging
import sys

import structlog


def speak(process: str, level: str) -> None:
    """Configure logging for this process; `level` is the least grave line shown."""
    coloured = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            # A plain traceback: the pretty one shows local variables, and those may hold a person's details.
            structlog.dev.ConsoleRenderer(colors=coloured, exception_formatter=structlog.dev.plain_traceback),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    structlog.contextvars.bind_contextvars(process=process)
    logging.basicConfig(level=logging.WARNING, format=f"%(levelname)s %(message)s process={process}")
