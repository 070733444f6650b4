"""Given these events, when this command: what is recorded. Plain values, no database."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.decider import Command, Decider, Recorded
from app.domain.values import Actor, ActorKind, Role, Stream

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
NURSE = Actor(kind=ActorKind.STAFF, id="1f7e0000-0000-4000-8000-000000000001", role=Role.WARD_NURSE)
SOME_STREAM = Stream("case:00000000-0000-4000-8000-00000000000c")


def uid(n: int) -> UUID:
    """A readable id for examples."""
    return UUID(f"00000000-0000-4000-8000-{n:012d}")


def given(*events: object, stream: Stream = SOME_STREAM, first_at: datetime = NOON) -> list[Recorded[Any]]:
    """A stream of these events, a minute apart; an `(at, event)` pair says its own time."""
    return [_recorded(stream, n, event, first_at) for n, event in enumerate(events, start=1)]


def decided(decider: Decider, past: Sequence[Recorded[Any]], command: Command, facts: object = None) -> list[Any]:
    """What the command records after this past."""
    return decider.decide(command, decider.fold(past), facts)


def _recorded(stream: Stream, n: int, event: object, first_at: datetime) -> Recorded[Any]:
    at = first_at + timedelta(minutes=n - 1)
    if isinstance(event, tuple):
        at, event = event
    return Recorded(stream=stream, position=n, version=n, at=at, recorded_at=at, by=NURSE, event=event)
