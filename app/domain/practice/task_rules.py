"""What a task template must keep: a due time that can be read, an order without circles, and assessments after leaving.

Continuing-healthcare, Care Act and carer's assessments may never precede leaving: a template that lets them builds
the delay in. Fast Track for the dying is the exception and goes first. Source: discharge to assess in the national
framework for intermediate care.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from app.domain.practice.faults import Fault
from app.domain.practice.tasks import Assesses, Moment, Step, TaskKind, TaskLine

AFTER_LEAVING = frozenset({Moment.LEAVING, Moment.ARRIVAL, Moment.FIRST_CONTACT, Moment.EXIT})
BEFORE_LEAVING = frozenset({Step.DECISION, Step.OFFERS, Step.CONFIRM, Step.LEAVE})
NEVER_FIRST = {
    Assesses.CHC: "A continuing-healthcare assessment",
    Assesses.CARE_ACT: "A Care Act assessment",
    Assesses.CARER: "A carer's assessment",
}
_TAG = re.compile(r"[a-z][a-z0-9_]{0,40}")


def task_faults(lines: Sequence[TaskLine]) -> Iterator[Fault]:
    """Everything that is wrong with these tasks together."""
    by_code = {line.code: line for line in lines}
    for n, line in enumerate(lines):
        yield from _due(n, line)
        yield from _order(n, line, by_code)
        yield from _assessment(n, line, by_code)
        if line.funding and (line.kind is not TaskKind.STOP or BEFORE_LEAVING.isdisjoint(_steps_after(line, by_code))):
            yield Fault(n, "funding", "Money without which nothing starts stops a step before leaving. Choose stop.")
        if line.applies_if and not _TAG.fullmatch(line.applies_if):
            yield Fault(n, "applies_if", "Write a tag in small letters and underscores, such as two_carers.")


def _due(n: int, line: TaskLine) -> Iterator[Fault]:
    offsets = [each for each in (line.days, line.working_days, line.hours) if each is not None]
    if len(offsets) > 1:
        yield Fault(n, "days", "Give days, working days or hours, only one of them.")
    if line.at and line.hours is not None:
        yield Fault(n, "at", "A time of day goes with days, not with hours. Remove one of them.")


def _order(n: int, line: TaskLine, by_code: Mapping[str, TaskLine]) -> Iterator[Fault]:
    if line.kind is not TaskKind.AFTER and line.precedes == Step.EXIT:
        yield Fault(n, "kind", "What precedes the end of a stay comes after leaving. Choose after.")
    if line.precedes is None:
        if line.kind is TaskKind.STOP:
            yield Fault(n, "precedes", "A stop must be done before something. Say before what, or choose should.")
    elif line.precedes not in {*Step} and line.precedes not in by_code:
        yield Fault(n, "precedes", f"Choose {', '.join(Step)} or the code of a task of this list.")
    elif line.code in _steps_after(line, by_code):
        yield Fault(n, "precedes", "This task would wait for itself. Choose what it precedes anew.")


def _assessment(n: int, line: TaskLine, by_code: Mapping[str, TaskLine]) -> Iterator[Fault]:
    if line.assesses not in NEVER_FIRST:
        return
    what = NEVER_FIRST[line.assesses]
    if not BEFORE_LEAVING.isdisjoint(_steps_after(line, by_code)):
        yield Fault(n, "precedes", f"{what} may never precede leaving. Let it precede exit, or nothing.")
    elif line.kind is not TaskKind.AFTER:
        yield Fault(n, "kind", f"{what} may never precede leaving. Choose after.")
    elif line.due_from not in AFTER_LEAVING or min(line.days or 0, line.working_days or 0, line.hours or 0) < 0:
        yield Fault(n, "due_from", f"{what} may never precede leaving. Let it be due at leaving or later.")


def _steps_after(line: TaskLine, by_code: Mapping[str, TaskLine]) -> set[str]:
    """What this task precedes, and what that precedes in turn."""
    after: set[str] = set()
    precedes = line.precedes
    while precedes is not None and precedes not in after:
        after.add(precedes)
        precedes = by_code[precedes].precedes if precedes in by_code else None
    return after
