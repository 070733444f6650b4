"""The stay after one more piece of news, in the order in which its source said it.

Nothing is refused here: what cannot be (a move after the leaving) leaves the stay as it is. News may come before the
admission is known; it waits in the state until that is told.
"""

from datetime import datetime

from app.domain.codes.patient_classes import IN_A_BED, NOT_IN_A_BED, PatientClass
from app.domain.codes.ways_out import WayOut
from app.domain.spell.ending import EndReversed, SpellEnded, ToldAs, ends_before
from app.domain.spell.expecting import AdmissionExpected, ExpectedAdmissionCancelled
from app.domain.spell.folding_half_ways import back_on_ward, on_virtual_ward, waiting_in_lounge
from app.domain.spell.folding_places import moved, put_right, taken_back
from app.domain.spell.folding_plans import planned
from app.domain.spell.heard import was_heard, with_heard
from app.domain.spell.lounge import WentToLounge
from app.domain.spell.moving import MoveReversed, PersonMoved, PlaceCorrected
from app.domain.spell.opening import AdmissionCorrected, AdmissionReversed, SpellOpened, SpellReopened
from app.domain.spell.patient_class import ClassChanged
from app.domain.spell.returning import CameBackToWard
from app.domain.spell.state import (
    Admission,
    Elsewhere,
    Ended,
    Expected,
    News,
    Open,
    Spell,
    VirtualWard,
    Voided,
    in_stay,
)
from app.domain.spell.whereabouts import By, Place, Placed, admitted, put_right_now

Opening = SpellOpened | AdmissionCorrected | SpellReopened


def told(spell: Spell, news: News) -> Spell:
    """The stay once this was said. The same again, at the same time, changes nothing.

    What changed nothing when it was said (a move after the admission was cancelled) is not remembered as said.
    """
    after = spell if was_heard(spell, news) else _told(spell, news)
    return spell if after == spell else with_heard(after, news)


def _told(spell: Spell, news: News) -> Spell:
    said_at, at, event = news
    if isinstance(event, SpellOpened | AdmissionCorrected | SpellReopened):
        return _opened(spell, at, event)
    if isinstance(spell.stage, Voided):
        return spell
    match event:
        case AdmissionReversed():
            return spell._replace(stage=Voided(), leave=None, next_place=None, lounge_since=None)
        case AdmissionExpected():
            return _expected(spell, at, event)
        case ExpectedAdmissionCancelled():
            return spell._replace(expected=None) if spell.admission is None else spell
        case PersonMoved():
            return moved(spell, said_at, Placed(at, Place(event.ward_id, event.bed), By.MOVE))
        case PlaceCorrected():
            return put_right(spell, at, Place(event.ward_id, event.bed))
        case MoveReversed():
            return taken_back(spell, said_at, at, event)
        case SpellEnded():
            return _ended(spell, at, event)
        case EndReversed():
            return _back(spell, at, event)
        case ClassChanged():
            return _classed(spell, event.patient_class)
        case WentToLounge():
            return waiting_in_lounge(spell, at)
        case CameBackToWard():
            return back_on_ward(spell, at, event)
        case _:
            return planned(spell, news)


def _opened(spell: Spell, at: datetime, event: Opening) -> Spell:
    here = Placed(at, Place(event.ward_id, event.bed))
    before = spell.admission
    inferred = isinstance(event, SpellOpened) and event.inferred
    if before and (isinstance(spell.stage, Ended) or (inferred and not isinstance(spell.stage, Voided))):
        return spell
    if isinstance(event, SpellOpened):
        person = spell.given_to or event.person_id
    elif before:
        person = before.person_id
    else:
        return spell
    opened = spell._replace(admission=Admission(person_id=person, at=at), expected=None)
    if isinstance(spell.stage, Voided):
        opened = opened._replace(stage=Open(), places=(), taken_back=(), virtual_ward_before=())
    if isinstance(spell.stage, Ended):  # the leaving was said before the admission: it must not lie before it
        left_at = in_stay(opened, spell.stage.at)
        too_early = ends_before(opened.admission, spell.stage.at)
        opened = opened._replace(stage=Open() if too_early else Ended(left_at, spell.stage.how))
    # Told again it corrects the admission only, also where this was heard before the first.
    said = event.patient_class if isinstance(event, SpellOpened) and (not before or inferred) else None
    opened = opened._replace(places=admitted(opened.places, here))
    return _classed(opened, said) if said else opened


def _expected(spell: Spell, at: datetime, event: AdmissionExpected) -> Spell:
    if spell.admission:
        return spell
    place = Place(event.ward_id, event.bed) if event.ward_id else None
    return spell._replace(expected=Expected(person_id=spell.given_to or event.person_id, at=at, place=place))


def _ended(spell: Spell, at: datetime, event: SpellEnded) -> Spell:
    match spell.stage:
        case _ if ends_before(spell.admission, at):
            return spell
        case Ended(how=how) if event.told_as is ToldAs.TIME_OF_LEAVING and how is not WayOut.DIED:
            return spell._replace(stage=Ended(in_stay(spell, at), how))
        case _ if event.told_as is ToldAs.TIME_OF_LEAVING:
            return spell
        case Ended(how=WayOut.DIED) if event.told_as is ToldAs.UNTIMED_DEATH:
            return spell
        case Ended(how=how) if how is not WayOut.DIED and event.told_as is not ToldAs.LEAVING:
            return spell
    if event.how is WayOut.VIRTUAL_WARD:
        return on_virtual_ward(spell, at)
    stage = Ended(in_stay(spell, at), event.how)
    return spell._replace(stage=stage, leave=None, next_place=None, lounge_since=None)


def _back(spell: Spell, at: datetime, event: EndReversed) -> Spell:
    if not isinstance(spell.stage, Ended | VirtualWard) or (event.of_death and spell.way_out is not WayOut.DIED):
        return spell
    places = spell.places
    if event.ward_id is not None and event.bed is not None:
        places = put_right_now(places, at, Place(event.ward_id, event.bed))
    return spell._replace(stage=Open(), end_reversed=True, places=places)


def _classed(spell: Spell, patient_class: PatientClass) -> Spell:
    stage = spell.stage
    if patient_class in NOT_IN_A_BED and isinstance(stage, Open):
        stage = Elsewhere()
    elif patient_class in IN_A_BED and isinstance(stage, Elsewhere):
        stage = Open()
    return spell._replace(stage=stage, patient_class=patient_class)
