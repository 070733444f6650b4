"""What a hub does as a team: its board rounds. What happened since the last one is what the next one opens with.

A round that was recorded by mistake is undone; what was news before it is news again.
"""

from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never
from uuid import UUID

from app.domain.decider import Command, Decider, Recorded
from app.domain.rejections import NotKnown
from app.domain.system.unknown import HubNotKnown
from app.domain.values import HubId, Stream, stream

__all__ = [
    "HUB",
    "HUB_EVENTS",
    "BoardRoundHeld",
    "BoardRoundUndone",
    "HoldBoardRound",
    "Hub",
    "HubEvent",
    "HubFacts",
    "UndoBoardRound",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRoundHeld:
    """The hub went through its board. Whatever is recorded from here on is news for the next round."""

    round_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRoundUndone:
    """The round was recorded by mistake: the one before it counts again."""

    round_id: UUID


HubEvent: TypeAlias = BoardRoundHeld | BoardRoundUndone


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundCommand(Command):
    """A command about one round of one hub; `round_id` is made by who says that it is held."""

    hub_id: HubId
    round_id: UUID

    @property
    def stream(self) -> Stream:
        """The hub's own stream."""
        return stream("hub", self.hub_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldBoardRound(RoundCommand):
    """Say that the round is held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoBoardRound(RoundCommand):
    """Say that the round was recorded by mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HubFacts:
    """Whether there is such a hub in this system."""

    hub_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """The ids of the rounds that were recorded, and of those among them that were undone."""

    rounds: frozenset[UUID] = frozenset()
    undone: frozenset[UUID] = frozenset()


def decide(command: HoldBoardRound | UndoBoardRound, hub: Hub, facts: HubFacts) -> list[HubEvent]:
    """The same again records nothing; a round that was undone is not held again by a repeat that comes late."""
    if not facts.hub_known:
        raise HubNotKnown
    held = command.round_id in hub.rounds
    match command:
        case HoldBoardRound():
            return [] if held else [BoardRoundHeld(round_id=command.round_id)]
        case UndoBoardRound():
            if not held:
                raise NotKnown(what="board round")
            return [] if command.round_id in hub.undone else [BoardRoundUndone(round_id=command.round_id)]
        case _:
            assert_never(command)


def evolve(hub: Hub, recorded: Recorded[HubEvent]) -> Hub:
    """The hub after one more event."""
    event = recorded.event
    match event:
        case BoardRoundHeld():
            return replace(hub, rounds=hub.rounds | {event.round_id})
        case BoardRoundUndone():
            return replace(hub, undone=hub.undone | {event.round_id})
        case _:
            assert_never(event)


HUB = Decider(initial=Hub(), decide=decide, evolve=evolve)
HUB_EVENTS = (BoardRoundHeld, BoardRoundUndone)
