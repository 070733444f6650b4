"""The stay after news of a half-way out: the discharge lounge, the virtual ward, and back from either."""

from datetime import datetime

from app.domain.spell.returning import CameBackToWard
from app.domain.spell.state import Open, Spell, VirtualWard, in_stay
from app.domain.spell.whereabouts import Place, put_right_now


def waiting_in_lounge(spell: Spell, at: datetime) -> Spell:
    """Only who is in a bed goes to wait in the lounge; who is there stays since when they came."""
    if not isinstance(spell.stage, Open) or spell.lounge_since:
        return spell
    return spell._replace(lounge_since=in_stay(spell, at))


def on_virtual_ward(spell: Spell, at: datetime) -> Spell:
    """At home, in no bed, and not discharged."""
    stage = VirtualWard(in_stay(spell, at))
    return spell._replace(stage=stage, leave=None, next_place=None, lounge_since=None)


def back_on_ward(spell: Spell, at: datetime, event: CameBackToWard) -> Spell:
    """In a bed again. What was said of readiness before the virtual ward says nothing of the time after it."""
    if not isinstance(spell.stage, VirtualWard) and spell.lounge_since is None:
        return spell
    places = spell.places
    if event.ward_id is not None and event.bed is not None:
        places = put_right_now(places, at, Place(event.ward_id, event.bed))
    return _in_a_bed(spell)._replace(places=places)


def moved_to_a_bed(spell: Spell, at: datetime) -> Spell:
    """The stay of somebody who went to a bed at that time: in the lounge or on the virtual ward they are no longer."""
    match spell.stage:
        case VirtualWard(since=since) if since <= at:
            return _in_a_bed(spell)
    return spell._replace(lounge_since=None) if spell.lounge_since and spell.lounge_since <= at else spell


def _in_a_bed(spell: Spell) -> Spell:
    if isinstance(spell.stage, VirtualWard):
        return spell._replace(stage=Open(), virtual_ward_before=(*spell.virtual_ward_before, spell.stage.since))
    return spell._replace(lounge_since=None)
