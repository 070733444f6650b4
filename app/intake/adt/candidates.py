"""Whom a message may be about: those whom one of its numbers or its visit number leads to here."""

from typing import TYPE_CHECKING

from app.domain.values import PersonId
from app.intake.adt.kept import storable
from app.intake.adt.person import details_of
from app.intake.adt.subjects import Subject
from app.intake.senders import Sender
from app.people.registry import find

if TYPE_CHECKING:
    from app.intake.adt.kept import Connection


async def candidates(connection: "Connection", sender: Sender, subject: Subject) -> dict[PersonId, str]:
    """Each with how the message leads to them, the likeliest first."""
    match = await find(connection, sender.system, details_of(subject.patient, sender.feed_id))
    found = {person: "By a number in the message" for person in (match.person, match.conflict) if person}
    number = subject.visit.number if subject.visit else None
    by_visit = number and await connection.fetchval(_BY_VISIT, sender.system, str(sender.feed_id), storable(number))
    if by_visit:
        person = PersonId(by_visit)
        found[person] = "By a number and by the visit number" if person in found else "By the visit number"
    return found


_BY_VISIT = "SELECT person_id FROM visit WHERE system_id = $1 AND authority = $2 AND number = $3"
