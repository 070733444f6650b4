"""The weekly snapshot of a stay in a community bed, taken as that of a stay in hospital is."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.case.facts import CaseFacts
from app.domain.case.remaining.command import RemainingCommand
from app.domain.case.remaining.events import StaySnapshotTaken
from app.domain.case.remaining.ready import ready_of
from app.domain.case.state import Case
from app.domain.case.stay.state import Stay
from app.domain.delay import History, joined
from app.domain.delay.delaying import history_of
from app.domain.delay.snapshots import SnapshotNotDue
from app.domain.delay.taking import Lying, at_instant


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeStaySnapshot(RemainingCommand):
    """Keep why the person was still in the bed at this instant, once it has come."""

    taken_at: datetime


def take_stay_snapshot(command: TakeStaySnapshot, case: Case, facts: CaseFacts) -> list[StaySnapshotTaken]:
    """Who was not ready in the bed at that instant is in no snapshot; each is taken once. Raises SnapshotNotDue."""
    assert facts.reporting, "the rule is asked for whenever a snapshot is taken"
    instant, stay = command.taken_at, case.stays.get(command.stay_id)
    if command.at < instant:
        raise SnapshotNotDue
    if stay is None or instant in stay.delays.snapshots:
        return []
    then = _lying(facts.stay_then, facts.next_service_then, facts, instant) if facts.stay_then else None
    told = at_instant(instant, then, _lying(stay, facts.next_service, facts, instant), facts.reporting)
    return [StaySnapshotTaken(stay_id=stay.stay_id, service_id=stay.service_id, **told)] if told else []


def _lying(stay: Stay, next_service: History, facts: CaseFacts, instant: datetime) -> Lying:
    history = joined((history_of(stay.delays), next_service))
    parties = replace(facts.parties, bed=stay.organisation_id)
    return Lying(stay.started_at, ready_of(stay, instant).periods, history, parties)
