"""What is said of something in the way of leaving, in hospital and in a community bed alike."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, TypeVar
from uuid import UUID

from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.owners import Owner
from app.domain.delay.blockers import BlockerEvent, blocker_is_news
from app.domain.delay.recorded import Delays
from app.domain.values import Words

# Without slots: a command joins each of these to what it is about, and Python joins no two classes that have them.


@dataclass(frozen=True, kw_only=True)
class OfBlocker:
    """Of which one: `blocker_id` is made by whoever records it."""

    blocker_id: UUID


@dataclass(frozen=True, kw_only=True)
class Recording(OfBlocker):
    """What is in the way, and whose it is."""

    reason: DelayReason
    owner: Owner
    stops_leaving: bool
    words: Words | None = None

    def content(self) -> "RecordedContent":
        """As the event keeps it."""
        return {
            "blocker_id": self.blocker_id,
            "reason": self.reason,
            "owner": self.owner,
            "stops_leaving": self.stops_leaving,
            "words": self.words,
        }


@dataclass(frozen=True, kw_only=True)
class Marking(OfBlocker):
    """Whether it stops leaving. `corrects`: the time was said, so it holds from then, whatever is known of later."""

    stops_leaving: bool
    corrects: bool = True


@dataclass(frozen=True, kw_only=True)
class Ending(OfBlocker):
    """It is out of the way. `corrects`: the time was said, so it puts right an earlier one."""

    corrects: bool = True


class RecordedContent(TypedDict):
    """What is known of a blocker from the first."""

    blocker_id: UUID
    reason: DelayReason
    owner: Owner
    stops_leaving: bool
    words: Words | None


E = TypeVar("E", bound=BlockerEvent)


def news(
    event: E,
    at: datetime,
    delays: Delays,
    *,
    corrects: bool = True,
    in_bed: Callable[[datetime], None] = lambda _: None,
) -> list[E]:
    """The event where it changes what is known, else nothing. `in_bed` raises where they were in no such bed then."""
    if not blocker_is_news(event, at, delays, corrects=corrects):
        return []
    in_bed(at)
    return [event]
