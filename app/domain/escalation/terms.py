"""What a line of the policy said when it was used: copied, so that changing the policy never rewrites the past."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.ladder import Level
from app.domain.practice.escalation import Ladders
from app.domain.values import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """At which level of whose ladder, in which words, and by when it is answered.

    `owner_id` is the organisation whose ladder it is; None for the system's own.
    """

    level: Level
    title: str
    ladder: Ladders
    owner_id: OrganisationId | None
    respond_by: datetime


def rank(level: Level) -> int:
    """How high it stands: L1 is 0."""
    return _LEVELS.index(level)


def above(level: Level) -> Level | None:
    """The next level; None above the senior responsible officer."""
    return next(iter(_LEVELS[rank(level) + 1 :]), None)


def is_higher(level: Level, than: Level) -> bool:
    """Whether this level stands above that one."""
    return rank(level) > rank(than)


_LEVELS = (*Level,)
