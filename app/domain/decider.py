"""How the rules of one kind of stream are held together: events fold to a state, a command decides new events."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from typing import Any, Generic, TypeVar

from app.domain.values import Actor, Stream

E_co = TypeVar("E_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command(ABC):
    """Someone asks for something at a time. Time and identity arrive here; the rules have no clock."""

    by: Actor
    at: datetime

    @property
    @abstractmethod
    def stream(self) -> Stream:
        """The stream that this command decides on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Generic[E_co]):
    """An event in the log. `at` is when it happened, `recorded_at` when the system learnt of it."""

    stream: Stream
    position: int
    version: int
    at: datetime
    recorded_at: datetime
    by: Actor
    event: E_co


@dataclass(frozen=True, slots=True)
class Decider:
    """The rules of one kind of stream. `decide` refuses by raising a Rejection; `evolve` never refuses."""

    initial: Any
    decide: Callable[[Any, Any, Any], list[Any]]
    evolve: Callable[[Any, Any], Any]

    def fold(self, past: Sequence[Recorded[Any]]) -> Any:
        """The state that a decision reads."""
        return reduce(self.evolve, past, self.initial)
