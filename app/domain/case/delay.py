"""What a case tells of why the person is still in hospital: the facts that it changes, each from its own time."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from app.domain.case import CASE
from app.domain.case.closing import CaseReopened
from app.domain.case.delay_steps import Steps
from app.domain.case.in_time import NEVER_WAS, TELLS, in_time, is_mistaken
from app.domain.case.state import Case, Ended, NotReferred
from app.domain.decider import Recorded
from app.domain.delay.facts import History
from app.domain.lived import states
from app.domain.replacing import replace

LONG_AGO = datetime.min.replace(tzinfo=UTC)


def delay_facts(events: Sequence[Recorded[Any]]) -> tuple[Case, History]:
    """The case as it stands, and each change of a fact on the way there."""
    case, told = Case(), Told()
    for recorded, after in zip(events, states(events, CASE), strict=True):
        before, case = case, after
        told.hear(before, case, recorded)
    return case, told.history


class Told:
    """Hears each step of a case as it is recorded; what comes late, or takes back an end that was none, is put in time.

    Nearly always each is the latest. Once one was not, the case is folded here, in the order of time.
    """

    def __init__(self) -> None:
        self._events: list[Recorded[Any]] = []
        self._until = LONG_AGO
        self._late = False
        self._in_time: Case | None = None
        self._steps = Steps()

    @property
    def history(self) -> History:
        """What was told until now."""
        if self._late:
            self._put_in_time()
        return self._steps.history

    def hear(self, before: Case, case: Case, recorded: Recorded[Any]) -> None:
        """One step of the case as it was recorded."""
        if type(recorded.event) not in TELLS:
            return
        self._events.append(recorded)
        self._late = self._late or recorded.at < self._until or _takes_back(recorded, before)
        if self._late:
            return
        if self._in_time is None:
            self._until = recorded.at
            self._steps.hear(before, case, recorded.at)
        else:
            self._go_on(self._in_time, recorded)

    def _put_in_time(self) -> None:
        self._late, self._steps, self._in_time = False, Steps(), Case()
        for each in in_time(self._events):
            self._go_on(self._in_time, each)

    def _go_on(self, before: Case, recorded: Recorded[Any]) -> None:
        self._in_time, self._until = _after(before, recorded), recorded.at
        self._steps.hear(before, self._in_time, recorded.at)


def _takes_back(recorded: Recorded[Any], before: Case) -> bool:
    if is_mistaken(recorded.event):
        return True
    if not isinstance(recorded.event, CaseReopened) or not isinstance(before.stage, Ended):
        return False
    return before.stage.outcome in NEVER_WAS


def _after(case: Case, recorded: Recorded[Any]) -> Case:
    """What was done on a case before anybody knew that it was over does not open it again."""
    after: Case = CASE.evolve(case, recorded)
    if isinstance(recorded.event, CaseReopened) or not isinstance(case.stage, Ended):
        return after
    if isinstance(after.stage, Ended | NotReferred):
        return after
    return replace(after, stage=replace(case.stage, before=after.stage))
