"""What a hub does as a team: its board rounds. What happened since the last one is what the next one opens with."""

from dataclasses import dataclass, replace
from uuid import UUID

from app.domain.decider import Command, Decider, Recorded
from app.domain.system.unknown import HubNotKnown
from app.domain.values import HubId, Stream, stream

__all__ = ["HUB", "HUB_EVENTS", "BoardRoundHeld", "HoldBoardRound", "Hub", "HubFacts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRoundHeld:
    """The hub went through its board. Whatever is recorded from here on is news for the next round."""

    round_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldBoardRound(Command):
    """Say that the round is held; `round_id` is made by who says so."""

    hub_id: HubId
    round_id: UUID

    @property
    def stream(self) -> Stream:
        """The hub's own stream."""
        return stream("hub", self.hub_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class HubFacts:
    """Whether there is such a hub in this system."""

    hub_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """The ids of the rounds that were recorded."""

    rounds: frozenset[UUID] = frozenset()


def decide(command: HoldBoardRound, hub: Hub, facts: HubFacts) -> list[BoardRoundHeld]:
    """The same round again records nothing."""
    if not facts.hub_known:
        raise HubNotKnown
    return [] if command.round_id in hub.rounds else [BoardRoundHeld(round_id=command.round_id)]


def evolve(hub: Hub, recorded: Recorded[BoardRoundHeld]) -> Hub:
    """The hub after one more round."""
    return replace(hub, rounds=hub.rounds | {recorded.event.round_id})


HUB = Decider(initial=Hub(), decide=decide, evolve=evolve)
HUB_EVENTS = (BoardRoundHeld,)
