"""What a stream has lived through is folded once, and goes on with what is added to it."""

from dataclasses import dataclass, field
from typing import Any

from app.domain.decider import Decider, Recorded
from app.domain.lived import Lived, states
from tests.domain.given import given


@dataclass
class Counting:
    """Rules that add numbers up, and count how often they were asked to."""

    asked: list[Any] = field(default_factory=list)

    def evolve(self, total: int, recorded: Recorded[int]) -> int:
        self.asked.append(recorded.event)
        return total + recorded.event

    @property
    def rules(self) -> Decider:
        return Decider(initial=0, decide=lambda *_: [], evolve=self.evolve)


def test_each_event_is_folded_once_whoever_asks() -> None:
    counting = Counting()
    lived = Lived(given(1, 2), counting.rules)
    assert lived.state == 3
    lived.append(given(1, 2, 4)[-1])
    assert (lived.state, lived.states, states(lived, counting.rules)) == (7, [1, 3, 7], [1, 3, 7])
    assert counting.asked == [1, 2, 4]


def test_who_has_lived_through_nothing_is_as_the_rules_begin() -> None:
    assert Lived([], Counting().rules).state == 0


def test_plain_events_are_folded_for_who_asks() -> None:
    assert states(given(1, 2), Counting().rules) == [1, 3]
