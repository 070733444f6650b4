"""Nobody's words overwrite another's: a change of a part that is already filled names the version it changes."""

from collections.abc import Sequence
from typing import Any

from app.domain.case import DecidePathway, LeavingPlanned, PathwayDecided, PlanLeaving
from app.domain.decider import Command, Recorded
from app.domain.feed import ChangeFeed, FeedChanged

IfMatch = int | None
"""The version of the part that the sender saw; None when they named none."""

_PARTS: dict[type[Command], type[Any]] = {
    DecidePathway: PathwayDecided,
    PlanLeaving: LeavingPlanned,
    ChangeFeed: FeedChanged,
}
"""A command that overwrites -> the event whose latest occurrence is the part it overwrites."""


class MatchRequired(Exception):
    """Somebody has already filled this in. Say which version you change with the If-Match header."""


class MatchFailed(Exception):
    """Somebody changed this since you opened it. Nothing was changed; compare theirs with yours and send again."""

    def __init__(self, current: int) -> None:
        super().__init__(" ".join((self.__doc__ or "").split()))
        self.current = current


def check_overwriting(command: Command, past: Sequence[Recorded[Any]], if_match: IfMatch) -> None:
    """Refuse a change of a filled part whose version is not named, or is named and has moved on."""
    part = _PARTS.get(type(command))
    current = part_version(past, part) if part else 0
    if not current or current == if_match:
        return
    if if_match is None:
        raise MatchRequired
    raise MatchFailed(current)


def version_filled(command: Command, past: Sequence[Recorded[Any]]) -> int:
    """The version of what this command fills: of its part, or of the whole stream where it overwrites nothing."""
    part = _PARTS.get(type(command))
    return part_version(past, part) if part else len(past)


def part_version(past: Sequence[Recorded[Any]], part: type[Any]) -> int:
    """The version at which this part was last filled, 0 when it never was."""
    return max((each.version for each in past if isinstance(each.event, part)), default=0)
