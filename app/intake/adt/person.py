"""What a message tells of a person, as the details that the system keeps."""

from uuid import UUID

from app.domain.values import PersonId
from app.events.log import Turn
from app.intake.adt.kept import storable
from app.intake.adt.message import DELETED
from app.intake.adt.patient import Address, Name, Patient
from app.people.details import Details, HospitalNumber

LONGEST_NUMBER = 100
LONGEST_TEXT = 500


def details_of(patient: Patient, feed_id: UUID) -> Details:
    """None stays *not told*; what the sender deletes becomes empty. A hospital number is its feed's own."""
    identifiers = patient.identifiers
    name = Name(family="", given="", prefix="") if patient.name is DELETED else patient.name
    address = Address(lines=(), postcode="") if patient.address is DELETED else patient.address
    hospital = identifiers.hospital_number
    return Details(
        family=_text(name.family) if name else None,
        given=_text(name.given) if name else None,
        prefix=_text(name.prefix) if name else None,
        birth_date=patient.birth_date,
        sex=patient.sex,
        nhs_number=identifiers.nhs_number or next(iter(map(_text, identifiers.unverified_nhs_numbers)), None),
        nhs_number_checked=identifiers.nhs_number is not None,
        hospital_numbers=_numbers(feed_id, hospital.value) if hospital else (),
        address=tuple(map(_text, address.lines)) if address else None,
        postcode=_text(address.postcode) if address else None,
        phone="" if patient.phone is DELETED else patient.phone and _text(patient.phone),
        practice="" if patient.practice is DELETED else patient.practice,
    )


def has_joining_number(details: Details) -> bool:
    """Whether the person can be found again by a number told here."""
    return bool(details.hospital_numbers) or details.nhs_number_checked


async def is_known_otherwise(turn: Turn, person: PersonId, details: Details) -> bool:
    """Whether the person already has a number of a kind that is told here."""
    authorities = [number.authority for number in details.hospital_numbers]
    known = await turn.connection.fetchval(_OF_KIND, turn.system, person, authorities, details.nhs_number_checked)
    return bool(known)


_OF_KIND = """
    SELECT EXISTS (SELECT 1 FROM person_identifier WHERE system_id = $1 AND person_id = $2
        AND ((kind = 'hospital' AND authority = ANY($3::text[])) OR (kind = 'nhs' AND $4)))"""


def _numbers(feed_id: UUID, value: str) -> tuple[HospitalNumber, ...]:
    number = storable(value)
    return (HospitalNumber(authority=str(feed_id), value=number),) if 0 < len(number) <= LONGEST_NUMBER else ()


def _text(text: str) -> str:
    return storable(text)[:LONGEST_TEXT]
