"""Several cases of one stay: what is told at each instant is what the case told that was live at it.

Once one is closed it tells what it told last, until the next begins or it is opened again.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from app.domain.case.closing import CaseClosed, CaseReopened
from app.domain.case.delay import delay_facts
from app.domain.case.state import Case
from app.domain.decider import Recorded
from app.domain.delay import History
from app.domain.delay.facts import Fact, Field

CaseEvents = Sequence[Recorded[Any]]


class Telling(NamedTuple):
    """What one case tells, and when it was live; a period without an end lasts."""

    history: History
    live: Sequence[tuple[datetime, datetime | None]]


def told_by(cases: Sequence[CaseEvents]) -> tuple[Case, History]:
    """The case that counts now, which is the last, and what they all tell; the events of each."""
    begun = [events for events in cases if events]
    if len(begun) < 2:
        return delay_facts(begun[0]) if begun else (Case(), History())
    known = [delay_facts(events) for events in begun]
    tellings = [Telling(history, live(events)) for (_, history), events in zip(known, begun, strict=True)]
    return known[-1][0], in_turn(tellings)


def in_turn(tellings: Sequence[Telling]) -> History:
    """What they all tell; the case that counts now is the last."""
    if len(tellings) == 1:
        return tellings[0].history
    steps = [
        step
        for which, (history, periods) in enumerate(tellings)
        for step in (*_lives(which, periods), *(_Step(each.at, which, each) for each in history.facts))
    ]
    asked = tuple(each for telling in tellings for each in telling.history.asked)
    return History(tuple(_told(steps)), asked=asked)


def live(events: CaseEvents) -> tuple[tuple[datetime, datetime | None], ...]:
    """From its first event on, but while it is closed."""
    told = [(each.at, True) for each in events[:1]]
    told += [
        (each.at, isinstance(each.event, CaseReopened))
        for each in events
        if isinstance(each.event, CaseClosed | CaseReopened)
    ]
    periods: list[tuple[datetime, datetime | None]] = []
    for at, lives in sorted(told, key=itemgetter(0)):
        lasts = bool(periods) and periods[-1][1] is None
        if lives and not lasts:
            periods.append((at, None))
        elif lasts and not lives:
            periods[-1] = (periods[-1][0], at)
    return tuple(periods)


class _Step(NamedTuple):
    """What one of the cases tells from `at` on: a fact, or whether it is live."""

    at: datetime
    which: int
    told: Fact | bool


def _lives(which: int, periods: Iterable[tuple[datetime, datetime | None]]) -> Iterator[_Step]:
    for start, end in periods:
        yield _Step(start, which, True)
        if end:
            yield _Step(end, which, False)


def _told(steps: Sequence[_Step]) -> Iterator[Fact]:
    """Each change of what is told, by whichever case it is."""
    known: dict[int, dict[Field, str | None]] = {}
    live: set[int] = set()
    heard: dict[Field, str | None] = {}
    speaks: int | None = None
    for at, several in groupby(sorted(steps, key=lambda step: step.at), key=lambda step: step.at):
        for _, which, told in several:
            if isinstance(told, Fact):
                known.setdefault(which, {})[told.field] = told.value
            else:
                (live.add if told else live.discard)(which)
        speaks = max(live, default=speaks)
        now = known.get(speaks, {}) if speaks is not None else {}
        for field in [each for each in Field if heard.get(each) != now.get(each)]:
            heard[field] = now.get(field)
            yield Fact(at, field, heard[field])
