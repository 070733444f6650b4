"""An exception as frames and classes, without its words, which may hold a person's details."""

import logging
import traceback
from collections.abc import Iterator
from copy import copy
from typing import Any, TextIO

from structlog.typing import ExcInfo


def frames(error: BaseException) -> str:
    """Where it was raised and what it is; first what led to it, as Python tells it."""
    return "\n".join(_told(error, set()))


def write_frames(out: TextIO, exc_info: ExcInfo) -> None:
    """For structlog's renderer."""
    out.write("\n" + frames(exc_info[1]))


def said_by(record: logging.LogRecord) -> str:
    """The words of whatever speaks through the standard library, in which each exception stands as its class."""
    wordless = copy(record)
    wordless.args = _named(record.args)
    if not record.exc_info and record.name != "asyncio":
        return wordless.getMessage()
    # The loop goes on to show the task or the handle, and with it the exception.
    return wordless.getMessage().partition("\n")[0]


def _told(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before and id(before) not in seen:
        yield from _told(before, seen)
        yield "which led to:"
    yield from (frame.rstrip() for frame in traceback.format_tb(error.__traceback__))
    yield f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _told(each, seen)


def _named(args: Any) -> Any:
    if isinstance(args, dict):
        return {name: _name(value) for name, value in args.items()}
    return tuple(map(_name, args)) if isinstance(args, tuple) else args


def _name(value: object) -> object:
    return type(value).__name__ if isinstance(value, BaseException) else value
