"""What would free most bed days next: those who are ready by what is in their way, and what that costs while it lasts.

A bed day is one person in a bed at one midnight. Counted are the midnights ahead, from today to the list's last day:
who has agreed on no leaving passes all of them; who has agreed passes those before the day they leave, and no more,
however much of it is still missing. Clearing what is in the way frees at most that. An agreement is a slot that lies
ahead, else the day on which the service that is booked starts; one that has passed with the person still here is none.
Whoever waits for several things is freed by none of them alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.codes.delay_reasons import DelayReason, ReasonFamily, family

FIRST_STEP = {
    ReasonFamily.HOSPITAL: "Ask the ward to clear it",
    ReasonFamily.WELLBEING: "Settle it with the person, family and whoever looks into it",
    ReasonFamily.CARE_TRANSFER_HUB: "Decide or send it at the hub",
    ReasonFamily.INTERFACE: "Press for the arrangement to be finished",
    ReasonFamily.CAPACITY: "Find a place, or free one",
}
UNEXPLAINED_STEP = "Find out why they are still here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One person who is ready and still here: the reason that counts, all that is open, and days since ready.

    `leaves_on` is the local date on which they are to leave, where that is agreed, in these days or after them.
    """

    spell_id: UUID
    reason: DelayReason | None
    open: tuple[DelayReason, ...]
    days: int
    leaves_on: date | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to clear. `reason` None: nobody knows what it is.

    `people` wait for it, the longest first; `alone` of them for nothing else. `days` are those lost by all of them so
    far, `expected` those that they lose besides, until they leave as agreed, else until `until`. `frees` is what of
    `expected` is saved by clearing this alone.
    """

    reason: DelayReason | None
    step: str
    people: tuple[UUID, ...]
    alone: int
    days: int
    expected: int
    frees: int
    until: date


def actions(waiting: Iterable[Waiting], today: date, until: date) -> list[Action]:
    """Everything that is in somebody's way: what frees most first, then what has lost most so far."""
    ways = dict[DelayReason | None, list[Waiting]]()
    for each in sorted(waiting, key=lambda each: (-each.days, each.spell_id)):
        for reason in _in_the_way(each):
            ways.setdefault(reason, []).append(each)
    found = [_action(reason, people, today, until) for reason, people in ways.items()]
    return sorted(found, key=lambda each: (-each.frees, -each.expected, -each.days, each.reason or ""))


def _action(reason: DelayReason | None, people: Sequence[Waiting], today: date, until: date) -> Action:
    alone = [each for each in people if len(_in_the_way(each)) == 1]
    return Action(
        reason=reason,
        step=FIRST_STEP[family(reason)] if reason else UNEXPLAINED_STEP,
        people=tuple(each.spell_id for each in people),
        alone=len(alone),
        days=sum(each.days for each in people),
        expected=sum(_expected(each, today, until) for each in people),
        frees=sum(_expected(each, today, until) for each in alone),
        until=until,
    )


def _in_the_way(person: Waiting) -> tuple[DelayReason | None, ...]:
    """What was set by hand counts over what is derived, so it stands first and is not left out."""
    return tuple(dict.fromkeys((person.reason, *person.open)))


def _expected(person: Waiting, today: date, until: date) -> int:
    leaves = person.leaves_on if person.leaves_on and person.leaves_on >= today else until
    return max(0, (min(leaves, until) - today).days)
