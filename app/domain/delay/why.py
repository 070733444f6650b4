"""Why somebody is still here at one instant: what is open, and which one of it is reported."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from operator import attrgetter

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.facts import Field, History, Override
from app.domain.delay.rule import ReportingRule
from app.domain.delay.stage import STEPS, stage

FROM_START = frozenset({DelayReason.CA9, DelayReason.CA10})
"""What is waited for only once the service would begin."""


class How(StrEnum):
    """What made it the reason that is reported."""

    OVERRIDE = "override"
    STOP = "stop"
    STAGE = "stage"
    WAIT = "wait"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Why:
    """`open` is everything that is in the way, in the order of the rule; `reason` None is *unexplained*."""

    open: tuple[DelayReason, ...]
    reason: DelayReason | None
    how: How


def why_at(history: History, at: datetime, rule: ReportingRule) -> Why:
    """What holds at this instant: override, else the first stop, else the stage, else the first wait."""
    known = known_at(history, at)
    stops, others = _open(history, at)
    step = stage(known, others & STEPS, rule.lines, at)
    waits = ((others & set(rule.waits)) | {*_undone(known, at)}) - stops
    by_how = {
        How.STOP: _ordered(stops, rule.stops),
        How.STAGE: [step] if step else [],
        How.WAIT: _ordered(waits, rule.waits),
    }
    every = tuple(dict.fromkeys(reason for reasons in by_how.values() for reason in reasons))
    own = _set_last(history, at)
    if own and own.open_at(at):
        return Why(every, own.reason, How.OVERRIDE)
    for how, reasons in by_how.items():
        if reasons:
            return Why(every, reasons[0], how)
    return Why((), None, How.UNEXPLAINED)


def known_at(history: History, at: datetime) -> dict[Field, str | None]:
    """What holds of each field at this instant: the latest fact, and of those of one time the one told last."""
    known = sorted((fact for fact in history.facts if fact.at <= at), key=attrgetter("at"))
    return {fact.field: fact.value for fact in known}


def _set_last(history: History, at: datetime) -> Override | None:
    """The reason that somebody set last, over or not: another one ends that of before, for good."""
    held = (each for each in reversed(history.overrides) if each.start <= at and each.start != each.end)
    return max(held, key=attrgetter("start"), default=None)


def _open(history: History, at: datetime) -> tuple[set[DelayReason], set[DelayReason]]:
    """The open blockers that stop leaving, and the others."""
    stops: set[DelayReason] = set()
    others: set[DelayReason] = set()
    for each in history.blockers:
        if each.open_at(at):
            (stops if each.stops else others).add(each.reason)
    return stops, others


def _undone(known: Mapping[Field, str | None], at: datetime) -> Iterator[DelayReason]:
    """Medicines and transport are waited for from the planned leaving on, equipment from the agreed start on."""
    for each in (known.get(Field.UNDONE) or "").split():
        reason = DelayReason(each)
        due = known.get(Field.LEAVE_FROM if reason in FROM_START else Field.LEAVING)
        if due and datetime.fromisoformat(due) <= at:
            yield reason


def _ordered(found: Iterable[DelayReason], order: tuple[DelayReason, ...]) -> list[DelayReason]:
    """By the order of the rule; what it does not name comes after, in the national order."""
    national = tuple(DelayReason)
    return sorted(found, key=lambda each: (order.index(each) if each in order else len(order), national.index(each)))
