"""How the rules of one kind of stream are held together: events fold to a state, a command decides new events."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from typing import Any, Generic, TypeVar

from app.domain.values import Actor, ActorKind, Stream

E_co = TypeVar("E_co", covariant=True)


# No `ABC`: which command it is, is asked some two hundred times a message, and of those each costs ten times as much.
@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Someone asks for something at a time. Time and identity arrive here; the rules have no clock.

    `told_at` is when a source outside said so, or when staff did on a page that was out of reach of the server.
    """

    by: Actor
    at: datetime
    told_at: datetime | None = None

    @property
    def by_hand(self) -> bool:
        """Whether staff ask it, be it a while ago: no source outside told it."""
        return self.told_at is None or self.by.kind is ActorKind.STAFF

    @property
    @abstractmethod
    def stream(self) -> Stream:
        """The stream that this command decides on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Generic[E_co]):
    """An event in the log. `at` is when it happened, `recorded_at` when the system learnt of it.

    `told_at` is when the source outside said so: its news comes late, twice and out of order.
    """

    stream: Stream
    position: int
    version: int
    at: datetime
    recorded_at: datetime
    by: Actor
    event: E_co
    told_at: datetime | None = None

    @property
    def said_at(self) -> datetime:
        """The order in which news counts: by when it was said, whenever it came."""
        return self.told_at or self.recorded_at


@dataclass(frozen=True, slots=True)
class Decider:
    """The rules of one kind of stream. `decide` refuses by raising a Rejection; `evolve` never refuses."""

    initial: Any
    decide: Callable[[Any, Any, Any], Sequence[Any]]
    evolve: Callable[[Any, Any], Any]

    def fold(self, past: Sequence[Recorded[Any]]) -> Any:
        """The state that a decision reads."""
        return reduce(self.evolve, past, self.initial)
