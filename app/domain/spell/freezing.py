"""The nights of a stay in hospital are frozen at midnight, each on the ward where the person lay."""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.delay import joined
from app.domain.delay.freezing import Frozen, at_midnight, is_due
from app.domain.local_time import midnight_after
from app.domain.spell.command import SpellCommand
from app.domain.spell.facts import SpellFacts
from app.domain.spell.state import Spell, Voided
from app.domain.spell.whereabouts import place_at
from app.domain.spell.why_here import history_of, ready_of
from app.domain.values import WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class NightFrozen(Frozen):
    """A night on a ward."""

    ward_id: WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class FreezeNight(SpellCommand):
    """Freeze the night that began on this local date, once it is over."""

    night: date


def freeze_night(command: FreezeNight, spell: Spell, facts: SpellFacts) -> list[NightFrozen]:
    """Who was not ready in a bed at that midnight has no such night; a night is frozen once."""
    assert facts.reporting, "the rule is asked for whenever a night is frozen"
    was_there = spell.admission is not None and not isinstance(spell.stage, Voided)
    periods = ready_of(spell, command.at).periods if was_there else ()
    if not is_due(command.night, command.at, spell.delays, periods):
        return []
    ward = place_at(spell.places, midnight_after(command.night)).ward_id
    history = joined((history_of(spell), facts.case_history))
    parties = replace(facts.parties, bed=facts.of_ward.get(ward))
    return [NightFrozen(ward_id=ward, **at_midnight(command.night, history, facts.reporting, parties, command.at))]
