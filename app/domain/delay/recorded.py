"""What is recorded of why a stay lasts: blockers, reasons set by people, the nights as they were frozen,
and the weekly snapshots."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay.facts import Blocker, Override
from app.domain.delay.snapshots import Taken
from app.domain.values import OrganisationId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedBlocker:
    """A blocker as people told of it. `marks`: from when it stops leaving, and from when it does not."""

    reason: DelayReason
    owner: Owner
    words: Words | None
    marks: Mapping[datetime, bool]
    end: datetime | None = None

    @property
    def start(self) -> datetime:
        """Since when it is in the way."""
        return min(self.marks)

    @property
    def stops(self) -> bool:
        """Whether it was last said to stop leaving."""
        return self.marks[max(self.marks)]

    def stopped_at(self, at: datetime) -> bool | None:
        """Whether it was said to stop leaving at that time; None before it began."""
        return self.marks[max(mark for mark in self.marks if mark <= at)] if self.start <= at else None

    def intervals(self) -> Iterator[Blocker]:
        """Where it was, each stretch with whether it stopped leaving then."""
        marks = sorted(self.marks)
        turns = marks[:1] + [after for before, after in pairwise(marks) if self.marks[before] is not self.marks[after]]
        for start, until in zip(turns, [*turns[1:], None], strict=True):
            end = min((at for at in (until, self.end) if at), default=None)
            if end is None or start < end:
                yield Blocker(reason=self.reason, start=start, end=end, stops=self.marks[start], owner=self.owner)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnReason:
    """A reason that somebody set themselves, over what is derived."""

    override: Override
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What an organisation says that the reason of a night is, and why."""

    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenNight:
    """A night as it was frozen. `settled` is the reason on which the two sides agreed, after it was contested.

    `owners` are those to whom it is put down, `beside` who is heard on every night; both empty where none was recorded.
    """

    reason: DelayReason | None
    contest_until: datetime
    owners: tuple[OrganisationId, ...] = ()
    beside: tuple[OrganisationId, ...] = ()
    agreed: frozenset[OrganisationId] = frozenset()
    contested: Mapping[OrganisationId, Said] = field(default_factory=dict)
    settling: Mapping[OrganisationId, Said] = field(default_factory=dict)
    settled: DelayReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delays:
    """`blockers` and `overrides` by their ids, those taken back left out; `withdrawn` are the ids of these."""

    blockers: Mapping[UUID, RecordedBlocker] = field(default_factory=dict)
    overrides: Mapping[UUID, OwnReason] = field(default_factory=dict)
    withdrawn: frozenset[UUID] = frozenset()
    nights: Mapping[date, FrozenNight] = field(default_factory=dict)
    snapshots: Mapping[datetime, Taken] = field(default_factory=dict)
