"""The chapters of a stay and its case: what was wrong from when to when, by what was known at the time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from app.domain.case.outcome import Outcome
from app.domain.case.state import Ended as CaseEnded
from app.domain.case.state import NotReferred
from app.domain.codes.ways_out import WayOut
from app.domain.decider import Recorded
from app.domain.delay import ReportingRule
from app.domain.escalation.cause import Situation
from app.domain.escalation.causes import OF_CASE, OF_STAY, OUTLAST, causes
from app.domain.escalation.causes.nights import in_community, in_hospital
from app.domain.escalation.causes.stay import ready_at
from app.domain.escalation.causes.whose import turns_ahead
from app.domain.escalation.ending import EndedBecause
from app.domain.escalation.its_cases import Its
from app.domain.escalation.looking import Chapter
from app.domain.spell import evolve as spell_after
from app.domain.spell.state import Ended, Voided
from app.domain.values import kind_of

A_TURN = timedelta(seconds=1)
"""What is recorded within this time belongs together: halfway through, nothing was ever so."""


def situations(
    spell: Sequence[Recorded[Any]], cases: Sequence[Sequence[Recorded[Any]]], since: int, reporting: ReportingRule
) -> list[tuple[datetime, Situation]]:
    """How things stood at the position `since`, and after whatever was recorded later; each with when it was known.

    Of several cases of the stay it is each time the one that was live; the one that counts now is the last.
    """
    events = sorted([*spell, *chain.from_iterable(cases)], key=lambda each: each.position)
    known = list(_folded(events, Its([each[0].stream for each in cases if each]), reporting))
    before = [each for each in known if each[0] <= since][-1:]
    later = [(at, situation) for _, at, situation in [*before, *(each for each in known if each[0] > since)]]
    return [
        each for each, after in zip(later, [*later[1:], None], strict=True) if not after or after[0] - each[0] > A_TURN
    ]


def chapters_of_case(known: Sequence[tuple[datetime, Situation]]) -> list[Chapter]:
    """What was wrong with the case."""
    return [
        Chapter(begins=now.at, causes=causes(now, OF_CASE), over=_case_over(now), outlast=_outlast(now))
        for now in _paged(known, in_community)
        if _is_case(now)
    ]


def chapters_of_stay(known: Sequence[tuple[datetime, Situation]]) -> list[Chapter]:
    """What was wrong in the bed."""
    return [_of_stay(now) for now in _paged(known, _turns)]


def _turns(now: Situation) -> set[datetime]:
    return in_hospital(now) | (turns_ahead(now) if ready_at(now.spell) else set())


def _paged(
    known: Sequence[tuple[datetime, Situation]], turns: Callable[[Situation], set[datetime]]
) -> Iterator[Situation]:
    """A snapshot turns a page by itself, and so does a time that was agreed; the last ones may lie ahead."""
    following = [at for at, _ in known[1:]]
    for (at, now), end in zip(known, [*following, None], strict=True):
        ahead = (each for each in turns(now) if at < each and (not end or each < end))
        yield from (replace(now, at=begins) for begins in [at, *sorted(ahead)])


def _of_stay(now: Situation) -> Chapter:
    outlast = frozenset[str]() if isinstance(now.spell.stage, Voided) else _outlast(now)
    return Chapter(begins=now.at, causes=causes(now, OF_STAY), over=_stay_over(now), outlast=outlast)


def _outlast(now: Situation) -> frozenset[str]:
    """A death silences every message (DOMAIN rule 10)."""
    stage = now.case.stage
    died = isinstance(stage, CaseEnded) and stage.outcome is Outcome.DIED
    return frozenset() if died or now.spell.way_out is WayOut.DIED else OUTLAST


def _folded(
    events: Sequence[Recorded[Any]], its: Its, reporting: ReportingRule
) -> Iterator[tuple[int, datetime, Situation]]:
    now = Situation(reporting=reporting)
    for recorded in events:
        if kind_of(recorded.stream) == "spell":
            now = replace(now, spell=spell_after(now.spell, recorded))
        else:
            of_case = its.hear(recorded)
            now = replace(now, case=of_case.case, moments=of_case.moments, told=its.told)
        yield recorded.position, recorded.recorded_at, replace(now, at=recorded.recorded_at)


def _is_case(now: Situation) -> bool:
    return not isinstance(now.case.stage, NotReferred)


def _case_over(now: Situation) -> EndedBecause | None:
    return EndedBecause.CASE_CLOSED if isinstance(now.case.stage, CaseEnded) else None


def _stay_over(now: Situation) -> EndedBecause | None:
    return EndedBecause.STAY_OVER if isinstance(now.spell.stage, Ended | Voided) else None
