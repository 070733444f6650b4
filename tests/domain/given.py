"""Given these events, when this command: what is recorded. Plain values, no database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.decider import Command, Decider, Recorded
from app.domain.values import Actor, ActorKind, Role, Stream

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
NURSE = Actor(kind=ActorKind.STAFF, id="1f7e0000-0000-4000-8000-000000000001", role=Role.WARD_NURSE)
FEED = Actor(kind=ActorKind.FEED, id="1f7e0000-0000-4000-8000-0000000000fe")
SOME_STREAM = Stream("case:00000000-0000-4000-8000-00000000000c")


def uid(n: int) -> UUID:
    """A readable id for examples."""
    return UUID(f"00000000-0000-4000-8000-{n:012d}")


def given(*events: object, stream: Stream = SOME_STREAM, first_at: datetime = NOON) -> list[Recorded[Any]]:
    """A stream of these events, a minute apart; an `(at, event)` pair says its own time.

    Each is recorded when it happens, or, where it comes late, right after the one before it. A third value is when a
    feed said so.
    """
    past: list[Recorded[Any]] = []
    for n, event in enumerate(events, start=1):
        at, said, *told = event if isinstance(event, tuple) else (first_at + timedelta(minutes=n - 1), event)
        recorded_at = max(at, past[-1].recorded_at + timedelta(seconds=1)) if past else at
        one = Recorded(stream=stream, position=n, version=n, at=at, recorded_at=recorded_at, by=NURSE, event=said)
        past.append(replace(one, told_at=told[0], by=FEED) if told else one)
    return past


def decided(decider: Decider, past: Sequence[Recorded[Any]], command: Command, facts: object = None) -> list[Any]:
    """What the command records after this past."""
    return list(decider.decide(command, decider.fold(past), facts))
