"""Several cases of one stay: what is told at each instant is what the case told that was live at it.

Once one is closed it tells what it told last, until the next begins or it is opened again.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from app.domain.case.closing import CaseClosed, CaseReopened
from app.domain.case.delay import delay_facts
from app.domain.case.state import Case
from app.domain.decider import Recorded
from app.domain.delay import History
from app.domain.delay.facts import Fact, Field

CaseEvents = Sequence[Recorded[Any]]


def told_by(cases: Sequence[CaseEvents]) -> tuple[Case, History]:
    """The case that counts now, which is the last, and what they all tell; the events of each."""
    begun = [events for events in cases if events]
    if len(begun) < 2:
        return delay_facts(begun[0]) if begun else (Case(), History())
    return delay_facts(begun[-1])[0], _told_by_all(begun)


def _told_by_all(cases: Sequence[CaseEvents]) -> History:
    histories = [delay_facts(events)[1] for events in cases]
    steps = [
        step
        for which, (events, history) in enumerate(zip(cases, histories, strict=True))
        for step in (*_lives(which, events), *(_Step(each.at, which, each) for each in history.facts))
    ]
    asked = tuple(each for history in histories for each in history.asked)
    return History(tuple(_told(steps)), asked=asked)


class _Step(NamedTuple):
    """What one of the cases tells from `at` on: a fact, or whether it is live."""

    at: datetime
    which: int
    told: Fact | bool


def _lives(which: int, events: CaseEvents) -> Iterator[_Step]:
    yield from (_Step(each.at, which, True) for each in events[:1])
    for each in events:
        if isinstance(each.event, CaseClosed | CaseReopened):
            yield _Step(each.at, which, isinstance(each.event, CaseReopened))


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
