"""An admission by hand: the person, found or registered, and the spell, in one turn."""

from nhs_number.standardise import standardise_format
from nhs_number.validate import is_valid

from app.access.me import Me
from app.api.spell_bodies import AdmissionIn, PersonIn
from app.api.state import State
from app.domain.person import RecordDetails
from app.domain.rejections import Rejection
from app.domain.spell import OpenSpell
from app.domain.values import PersonId, SpellId, WardId, stream
from app.events.handler import Receipt, decide_in, taken
from app.events.log import Turn
from app.people.details import BY_HAND, Details, HospitalNumber
from app.people.registry import find, keep


class NhsNumberWrong(Rejection):
    """This NHS number has a wrong digit: its check digit does not fit. Check it, or leave it out for now."""


class NumbersDisagree(Rejection):
    """The NHS number and the hospital number belong to two different people here. Check both before you admit."""


async def admit(homeward: State, me: Me, spell: SpellId, admission: AdmissionIn) -> Receipt:
    """Open the spell for whom the numbers lead to; without a number they are registered as somebody new."""
    details = _details(admission.person)
    async with taken(homeward.database, homeward.hints, me.system) as turn:
        opening = OpenSpell(
            spell_id=spell,
            person_id=await _person(turn, me, spell, details, admission),
            ward_id=WardId(admission.ward_id),
            bed=admission.bed,
            by=me.actor,
            at=admission.admitted_at,
        )
        return await decide_in(turn, opening)


async def _person(turn: Turn, me: Me, spell: SpellId, details: Details, admission: AdmissionIn) -> PersonId:
    past = await turn.read(stream("spell", spell))
    if past.person:
        return past.person  # asked before: the same person, whatever their numbers
    match = await find(turn.connection, turn.system, details)
    if match.conflict:
        raise NumbersDisagree
    kept = await keep(turn.connection, turn.system, match.person, details)
    recording = RecordDetails(person_id=kept.person, changed=kept.changed, by=me.actor, at=admission.admitted_at)
    await decide_in(turn, recording)
    return kept.person


def _details(person: PersonIn) -> Details:
    if person.nhs_number and not is_valid(person.nhs_number):
        raise NhsNumberWrong
    hospital = (HospitalNumber(authority=BY_HAND, value=person.hospital_number),) if person.hospital_number else ()
    return Details(
        family=person.family,
        given=person.given,
        birth_date=person.birth_date,
        nhs_number=standardise_format(person.nhs_number) if person.nhs_number else None,
        nhs_number_checked=person.nhs_number is not None,
        hospital_numbers=hospital,
    )
