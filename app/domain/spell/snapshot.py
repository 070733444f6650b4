"""The weekly snapshot of a stay in hospital: why the person was still here at that instant, by what was on record."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.delay import joined
from app.domain.delay.snapshots import SnapshotNotDue, Taken
from app.domain.delay.taking import Lying, at_instant
from app.domain.spell.command import SpellCommand
from app.domain.spell.facts import OnRecord, SpellFacts
from app.domain.spell.state import Spell, Voided
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
    instant, then, now = command.taken_at, facts.then, OnRecord(spell=spell, case_history=facts.case_history)
    if command.at < instant:
        raise SnapshotNotDue
    if instant in spell.delays.snapshots:
        return []
    told = at_instant(instant, _lying(then, facts, instant), _lying(now, facts, instant), facts.reporting)
    if told is None:
        return []
    known = now if told["told_late"] else then
    return [SnapshotTaken(ward_id=place_at(known.spell.places, instant).ward_id, **told)]


def _lying(known: OnRecord, facts: SpellFacts, instant: datetime) -> Lying | None:
    spell = known.spell
    if spell.admission is None or isinstance(spell.stage, Voided):
        return None
    history = joined((history_of(spell), known.case_history))
    parties = replace(facts.parties, bed=facts.of_ward.get(place_at(spell.places, instant).ward_id))
    return Lying(spell.admission.at, ready_of(spell, instant).periods, history, parties)
