"""The weekly snapshot of a stay in a community bed, taken as that of a stay in hospital is."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.case.facts import CaseFacts
from app.domain.case.remaining.command import RemainingCommand
from app.domain.case.remaining.events import StaySnapshotTaken
from app.domain.case.remaining.ready import ready_of
from app.domain.case.state import Case
from app.domain.case.stay.state import Stay
from app.domain.delay import joined
from app.domain.delay.delaying import history_of
from app.domain.delay.snapshots import SnapshotNotDue
from app.domain.delay.spans import Period, covering
from app.domain.delay.why import why_at
from app.domain.local_time import local_date


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeStaySnapshot(RemainingCommand):
    """Keep why the person was still in the bed at this instant, once it has come."""

    taken_at: datetime


def take_stay_snapshot(command: TakeStaySnapshot, case: Case, facts: CaseFacts) -> list[StaySnapshotTaken]:
    """Who was not ready in the bed at that instant is in no snapshot; each is taken once. Raises SnapshotNotDue."""
    assert facts.reporting, "the rule is asked for whenever a snapshot is taken"
    instant = command.taken_at
    if command.at < instant:
        raise SnapshotNotDue
    now, then = case.stays.get(command.stay_id), facts.stay_then
    if now is None or instant in now.delays.snapshots:
        return []
    told_late = then is None or _waited(then, instant) is None
    stay, next_service = (now, facts.next_service) if then is None or told_late else (then, facts.next_service_then)
    period = _waited(stay, instant)
    if period is None:
        return []
    why = why_at(joined((history_of(stay.delays), next_service)), instant, facts.reporting)
    return [
        StaySnapshotTaken(
            taken_at=instant,
            stay_id=stay.stay_id,
            service_id=stay.service_id,
            reason=why.reason,
            how=why.how,
            open=why.open,
            admitted_on=local_date(stay.started_at),
            ready_on=local_date(period[0]),
            told_late=told_late,
        )
    ]


def _waited(stay: Stay, instant: datetime) -> Period | None:
    return covering(ready_of(stay, instant).periods, instant)
