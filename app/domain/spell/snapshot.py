"""The weekly snapshot of a stay in hospital: why the person was still here at that instant, by what was on record."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.delay import joined
from app.domain.delay.snapshots import SnapshotNotDue, Taken
from app.domain.delay.spans import Period, covering
from app.domain.delay.why import why_at
from app.domain.local_time import local_date
from app.domain.spell.command import SpellCommand
from app.domain.spell.facts import OnRecord, SpellFacts
from app.domain.spell.night_owners import beside, owners_of
from app.domain.spell.state import Spell, Voided, admission_of
from app.domain.spell.whereabouts import place_at
from app.domain.spell.why_here import history_of, ready_of
from app.domain.values import WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotTaken(Taken):
    """Of somebody on a ward."""

    ward_id: WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeSnapshot(SpellCommand):
    """Keep why the person was still here at this instant, once it has come."""

    taken_at: datetime


def take_snapshot(command: TakeSnapshot, spell: Spell, facts: SpellFacts) -> list[SnapshotTaken]:
    """Who was not ready in a bed at that instant is in no snapshot; each is taken once. Raises SnapshotNotDue."""
    assert facts.reporting, "the rule is asked for whenever a snapshot is taken"
    assert facts.then, "so is what was on record then"
    instant = command.taken_at
    if command.at < instant:
        raise SnapshotNotDue
    if instant in spell.delays.snapshots:
        return []
    known, now = facts.then, OnRecord(spell=spell, case_history=facts.case_history)
    told_late = _waited(known.spell, instant) is None
    its = now if told_late else known
    period = _waited(its.spell, instant)
    if period is None:
        return []
    why = why_at(joined((history_of(its.spell), its.case_history)), instant, facts.reporting)
    ward = place_at(its.spell.places, instant).ward_id
    taken = SnapshotTaken(
        taken_at=instant,
        ward_id=ward,
        reason=why.reason,
        how=why.how,
        open=why.open,
        admitted_on=local_date(admission_of(its.spell).at),
        ready_on=local_date(period[0]),
        told_late=told_late,
        owners=owners_of(why.reason, ward, facts.parties),
        beside=beside(ward, facts.parties),
    )
    return [taken]


def _waited(spell: Spell, instant: datetime) -> Period | None:
    if spell.admission is None or isinstance(spell.stage, Voided):
        return None
    return covering(ready_of(spell, instant).periods, instant)
