"""An admission by hand: the person, found or registered, and the spell, in one turn."""

from app.access.me import Me
from app.api.spell_bodies import AdmissionIn, PersonIn
from app.api.state import State
from app.domain.spell import SPELL, OpenSpell
from app.domain.spell.state import person_of
from app.domain.values import PersonId, SpellId, WardId, stream
from app.events.handler import Receipt, decide_in, taken
from app.events.log import Turn
from app.intake.by_hand import NhsNumberWrong, found_or_registered
from app.people.details import BY_HAND, Details, HospitalNumber
from app.people.nhs_number import verified_nhs_number


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
    if past.events:
        return person_of(SPELL.fold(past.events))  # asked before: the same person, whatever their numbers
    return await found_or_registered(turn, details, by=me.actor, at=admission.admitted_at)


def _details(person: PersonIn) -> Details:
    nhs_number = verified_nhs_number(person.nhs_number) if person.nhs_number else None
    if person.nhs_number and not nhs_number:
        raise NhsNumberWrong
    hospital = (HospitalNumber(authority=BY_HAND, value=person.hospital_number),) if person.hospital_number else ()
    return Details(
        family=person.family,
        given=person.given,
        birth_date=person.birth_date,
        nhs_number=nhs_number,
        nhs_number_checked=nhs_number is not None,
        hospital_numbers=hospital,
        address=person.address or None,
        postcode=person.postcode,
        practice=person.practice,
    )
