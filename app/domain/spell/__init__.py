"""One stay in one hospital or community unit: the commands on a spell, and how its events fold."""

from dataclasses import replace
from datetime import datetime
from typing import TypeAlias, assert_never

from app.domain.codes.ways_out import WayOut
from app.domain.decider import Decider, Recorded
from app.domain.spell.criteria import CriteriaReviewed, Review, ReviewOutcome
from app.domain.spell.ending import EndingEvent, EndReversed, EndSpell, ReverseEnd, SpellEnded, end_spell, reverse_end
from app.domain.spell.facts import SpellFacts
from app.domain.spell.moving import (
    CorrectPlace,
    MovePerson,
    MoveReversed,
    MovingEvent,
    PersonMoved,
    PlaceCorrected,
    ReverseMove,
    correct_place,
    move_person,
    reverse_move,
)
from app.domain.spell.opening import (
    AdmissionReversed,
    OpeningEvent,
    OpenSpell,
    ReverseAdmission,
    SpellOpened,
    SpellReopened,
    open_spell,
    reverse_admission,
)
from app.domain.spell.review import ReviewCriteria, review_criteria
from app.domain.spell.state import Admission, Ended, Open, Spell, Voided, in_stay
from app.domain.spell.whereabouts import Place, Placed, Whereabouts, placed, put_right_now, taken_back

SpellEvent: TypeAlias = OpeningEvent | MovingEvent | EndingEvent | CriteriaReviewed
AnySpellCommand: TypeAlias = (
    OpenSpell | MovePerson | CorrectPlace | ReverseMove | EndSpell | ReverseEnd | ReverseAdmission | ReviewCriteria
)


def decide(command: AnySpellCommand, spell: Spell, facts: SpellFacts) -> list[SpellEvent]:
    """What this command records on this spell; a repeat records nothing, a refusal is raised."""
    events: list[SpellEvent] = []
    match command:
        case OpenSpell():
            events += open_spell(command, spell, facts)
        case MovePerson():
            events += move_person(command, spell, facts)
        case CorrectPlace():
            events += correct_place(command, spell, facts)
        case ReverseMove():
            events += reverse_move(command, spell, facts)
        case EndSpell():
            events += end_spell(command, spell)
        case ReverseEnd():
            events += reverse_end(command, spell, facts)
        case ReverseAdmission():
            events += reverse_admission(command, spell)
        case ReviewCriteria():
            events += review_criteria(command, spell)
        case _:
            assert_never(command)
    return events


def evolve(spell: Spell, recorded: Recorded[SpellEvent]) -> Spell:
    """The spell after one more event, which counts from the time it happened."""
    event, at = recorded.event, recorded.at
    if isinstance(event, CriteriaReviewed):
        return replace(spell, reviews=(*spell.reviews, Review(at, event)))
    spell = replace(spell, heard=spell.heard | {(at, event)})
    match event:
        case SpellOpened():
            admission = Admission(person_id=event.person_id, at=at)
            return replace(spell, admission=admission, places=(_placed(at, event),))
        case SpellReopened():
            again = replace(spell.admission, at=at) if spell.admission else None
            return replace(spell, admission=again, stage=Open(), places=(_placed(at, event),))
        case AdmissionReversed():
            return replace(spell, stage=Voided())
        case PersonMoved():
            return replace(spell, places=placed(spell.places, _placed(at, event)))
        case PlaceCorrected():
            return replace(spell, places=placed(spell.places, _placed(in_stay(spell, at), event)))
        case MoveReversed():
            return replace(spell, places=taken_back(spell.places, _placed(at, event)))
        case SpellEnded():
            return replace(spell, stage=Ended(at, event.how))
        case EndReversed():
            return replace(spell, stage=Open(), end_reversed=True, places=_back(spell, event, at))
        case _:
            assert_never(event)


def _placed(at: datetime, event: SpellOpened | SpellReopened | MovingEvent) -> Placed:
    return Placed(at, Place(event.ward_id, event.bed))


def _back(spell: Spell, event: EndReversed, at: datetime) -> Whereabouts:
    if event.ward_id is None or event.bed is None:
        return spell.places
    return put_right_now(spell.places, at, Place(event.ward_id, event.bed))


SPELL = Decider(initial=Spell(), decide=decide, evolve=evolve)
SPELL_EVENTS = (
    SpellOpened,
    PersonMoved,
    PlaceCorrected,
    MoveReversed,
    SpellEnded,
    EndReversed,
    AdmissionReversed,
    SpellReopened,
    CriteriaReviewed,
)

__all__ = [
    "SPELL",
    "SPELL_EVENTS",
    "AdmissionReversed",
    "AnySpellCommand",
    "CorrectPlace",
    "CriteriaReviewed",
    "EndReversed",
    "EndSpell",
    "MovePerson",
    "MoveReversed",
    "OpenSpell",
    "PersonMoved",
    "PlaceCorrected",
    "ReverseAdmission",
    "ReverseEnd",
    "ReverseMove",
    "ReviewCriteria",
    "ReviewOutcome",
    "Spell",
    "SpellEnded",
    "SpellEvent",
    "SpellFacts",
    "SpellOpened",
    "SpellReopened",
    "WayOut",
    "decide",
    "evolve",
]
