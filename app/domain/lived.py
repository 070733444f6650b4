"""The events of one stream with the state after each: folded once, whoever asks, for the rules and for every row."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, islice
from typing import Any

from app.domain.decider import Decider, Recorded


class Lived(list[Recorded[Any]]):
    """Events in order. One that is added is folded when somebody asks next."""

    def __init__(self, events: Iterable[Recorded[Any]], rules: Decider) -> None:
        super().__init__(events)
        self._rules = rules
        self._states: list[Any] = []

    @property
    def states(self) -> Sequence[Any]:
        """What the rules make of the stream after each event."""
        known = len(self._states)
        further = accumulate(
            self[known:], self._rules.evolve, initial=self._states[-1] if known else self._rules.initial
        )
        self._states += islice(further, 1, None)
        return self._states

    @property
    def state(self) -> Any:
        """What the rules make of all of it; where nothing happened yet, how they begin."""
        return self.states[-1] if self else self._rules.initial


def states(events: Sequence[Recorded[Any]], rules: Decider) -> Sequence[Any]:
    """The state after each of these events; what a turn has folded already is not folded again."""
    return (events if isinstance(events, Lived) else Lived(events, rules)).states
