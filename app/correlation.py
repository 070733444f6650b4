"""One id for all that comes of one request, message or look of the clock: in its log lines, events, rows and traces.

Made here, or taken from whoever asks when its form leaves no room for anybody's name or number.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from random import Random
from uuid import UUID

_CHANCE = Random()
"""Seeded by the machine. An id is no secret, and to ask the machine for each took most of its time."""

_CURRENT = ContextVar[UUID | None]("correlation", default=None)

_TRACEPARENT = re.compile(r"(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}")
"""W3C Trace Context, https://www.w3.org/TR/trace-context/#traceparent-header."""

_ID = re.compile(r"[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def current() -> UUID | None:
    """What this is part of; shown as its 32 hex digits."""
    return _CURRENT.get()


@contextmanager
def begun(given: UUID | None = None) -> Iterator[UUID]:
    """All that is done in this block belongs together, under the id given or a new one."""
    this = given or UUID(int=_CHANCE.getrandbits(128), version=4)
    before = _CURRENT.set(this)
    try:
        yield this
    finally:
        _CURRENT.reset(before)


@contextmanager
def ensured() -> Iterator[None]:
    """This block belongs to something: to what it is part of, else to an id of its own."""
    if _CURRENT.get():
        yield
    else:
        with begun():
            yield


def belong_to_nothing() -> None:
    """For a task that outlives what started it."""
    _CURRENT.set(None)


def accepted(traceparent: str, request_id: str) -> UUID | None:
    """The id that a caller sent, `traceparent` before `X-Request-ID`; None for none of an acceptable form."""
    traced = _TRACEPARENT.fullmatch(traceparent)
    if traced and not traced[1].isdecimal():
        return UUID(traced[1])
    # Of digits alone it could be a person's number with noughts before it.
    return UUID(request_id) if _ID.fullmatch(request_id) and re.search("[a-fA-F]", request_id) else None
