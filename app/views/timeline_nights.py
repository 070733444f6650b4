"""The frozen nights of a stay on its timeline: one line for a run of nights that were reported alike.

Whoever reads what happened wants to see how long it was the same reason and when that changed, not a line a midnight;
each night stands on *why still here*. A contested night keeps a line of its own, above what was said of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from app.domain.codes.delay_reasons import LISTED, DelayReason
from app.domain.decider import Recorded
from app.domain.delay.contesting import NightContested
from app.domain.delay.freezing import Frozen
from app.domain.delay.snapshots import Taken
from app.domain.local_time import local_date
from app.views.phrases import Names, weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Nights:
    """Nights one after the other with one reason; None: unexplained."""

    first: date
    last: date
    reason: DelayReason | None


def runs_of_nights(events: Sequence[Recorded[Any]]) -> list[Recorded[Any]]:
    """The `Nights` of a stay, earliest first; each stands where the latest of its nights was frozen."""
    contested = {each.event.night for each in events if isinstance(each.event, NightContested)}
    runs: list[Recorded[Any]] = []
    for night in sorted(_nights(events), key=lambda each: each.event.first):
        if runs and _goes_on(runs[-1].event, night.event) and contested.isdisjoint(_ends(runs[-1].event, night.event)):
            latest = max(runs[-1], night, key=lambda each: each.position)
            runs[-1] = replace(latest, event=replace(night.event, first=runs[-1].event.first))
        else:
            runs.append(night)
    return runs


def say_nights(nights: Nights, _: Names) -> str:
    """Such as "5 nights frozen, Mon 2 Nov to Fri 6 Nov: unexplained."."""
    reason = reason_words(nights.reason) if nights.reason else "unexplained"
    if nights.first == nights.last:
        return f"Night of {weekday(nights.first)} frozen: {reason}."
    count = (nights.last - nights.first).days + 1
    return f"{count} nights frozen, {weekday(nights.first)} to {weekday(nights.last)}: {reason}."


def say_snapshot(taken: Taken) -> str:
    """Such as "Weekly snapshot of Thu 5 Nov: unexplained."."""
    reason = reason_words(taken.reason) if taken.reason else "unexplained"
    since = " Told since: the snapshot did not count it." if taken.told_late else ""
    return f"Weekly snapshot of {weekday(local_date(taken.taken_at))}: {reason}.{since}"


def reason_words(reason: DelayReason) -> str:
    """A national reason with its code."""
    return f"{LISTED[reason].label} ({reason})"


def night_alone(frozen: Frozen) -> Nights:
    """A run of one night."""
    return Nights(first=frozen.night, last=frozen.night, reason=frozen.reason)


def _nights(events: Sequence[Recorded[Any]]) -> Iterator[Recorded[Any]]:
    for each in events:
        if isinstance(each.event, Frozen):
            yield replace(each, event=night_alone(each.event))


def _goes_on(before: Nights, night: Nights) -> bool:
    return before.reason is night.reason and night.first - before.last == timedelta(days=1)


def _ends(before: Nights, night: Nights) -> tuple[date, date]:
    return before.last, night.first
