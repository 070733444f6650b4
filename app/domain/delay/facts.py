"""What the reason is derived from: facts that hold from a time on, blockers, and reasons that people set themselves.

Each counts from its own time, whenever it was recorded; of two of one time the one that was told last counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.values import OrganisationId


class Field(StrEnum):
    """What a fact is about. Each comment gives the values that it takes; None is that nothing is known of it."""

    NEED = "need"
    """`p0`: the ward's own discharge. `hub`: with the hub's help."""
    REFERRAL = "referral"
    """`sent`, or the reason that the ward is waited for while it lies with the ward again."""
    PATHWAY = "pathway"
    """The pathway given."""
    LINE = "line"
    """The line of service that is sought."""
    SEARCH = "search"
    """How far the search for a service is: a `Search`."""
    LEAVE_FROM = "leave_from"
    """From when the service that confirmed takes the person, as an ISO instant."""
    RESTART = "restart"
    """`asked`, or from when on what the person had before is there again, as an ISO instant."""
    LEAVING = "leaving"
    """When the person is to leave, as an ISO instant."""
    UNDONE = "undone"
    """The reasons whose work must be done before leaving and is not: codes, with a blank between them."""
    FUNDING = "funding"
    """`needed`: money must be decided before the start, and is not."""
    COUNCIL = "council"
    """The code of the council of the person's home."""
    COMMISSIONER = "commissioner"
    """The code of the integrated care board of the person's home."""
    EXIT = "exit"
    """Of a community bed: an `Exit`. Whoever lies in a hospital has none."""


class Need(StrEnum):
    """Whether the person needs the hub to leave."""

    P0 = "p0"
    HUB = "hub"


SENT = "sent"
ASKED = "asked"
NEEDED = "needed"


class Search(StrEnum):
    """How far the search for a service is. Not begun: no fact."""

    OUT = "out"
    ASKED_MORE = "asked_more"
    NOBODY = "nobody"
    CONFIRMED = "confirmed"


INSTANTS = (Field.LEAVE_FROM, Field.LEAVING, Field.RESTART)
"""The fields whose value may be an instant, at which something changes without anybody telling."""


class Exit(StrEnum):
    """Whether the way out of a community bed leads to another service, by the exit plan."""

    SERVICE = "service"
    OTHER = "other"


class Fact(NamedTuple):
    """From `at` on, `field` is `value`."""

    at: datetime
    field: Field
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """Something is in the way from `start` until `end`. `stops`: somebody said that it stops leaving.

    `owner` is whose they said it is.
    """

    reason: DelayReason
    start: datetime
    end: datetime | None = None
    stops: bool = False
    owner: Owner | None = None

    def open_at(self, at: datetime) -> bool:
        """Whether it is in the way at this instant."""
        return self.start <= at and (self.end is None or at < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Somebody set the reason themselves, and said why: until it ends or another is set, for good."""

    reason: DelayReason
    start: datetime
    end: datetime | None = None

    def open_at(self, at: datetime) -> bool:
        """Whether it holds at this instant."""
        return self.start <= at and (self.end is None or at < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A service of this organisation was asked for the person, or had confirmed, from `start` until `end`."""

    organisation_id: OrganisationId
    start: datetime
    end: datetime | None = None

    def open_at(self, at: datetime) -> bool:
        """Whether it had the next step at this instant."""
        return self.start <= at and (self.end is None or at < self.end)


@dataclass(frozen=True, slots=True)
class History:
    """All that the reason of one stay is derived from; what is of one time in the order in which it was told."""

    facts: tuple[Fact, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    overrides: tuple[Override, ...] = ()
    asked: tuple[Asked, ...] = ()


def joined(histories: Iterable[History]) -> History:
    """What several streams tell of one stay."""
    every = tuple(histories)
    return History(
        tuple(fact for each in every for fact in each.facts),
        tuple(blocker for each in every for blocker in each.blockers),
        tuple(override for each in every for override in each.overrides),
        tuple(asked for each in every for asked in each.asked),
    )
