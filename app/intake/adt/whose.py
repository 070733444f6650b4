"""Whom a message is about, so that it can be erased with them: by its numbers, else by its visit."""

from app.domain.values import PersonId
from app.events.log import Turn
from app.intake.adt.outcome import Waits
from app.intake.adt.person import details_of
from app.intake.adt.stays import numbered_stay
from app.intake.adt.understood import Refused, Understood
from app.intake.senders import Sender
from app.people.registry import find


async def whose(turn: Turn, sender: Sender, reading: Understood | Refused) -> PersonId | None:
    """The person, whatever came of the message; None where nobody here is known by what it says.

    Where its numbers lead to somebody and its visit to another, the numbers decide: it is their name that it holds.
    """
    if isinstance(reading, Refused):
        return None
    match = await find(turn.connection, turn.system, details_of(reading.patient, sender.feed_id))
    if match.person or match.conflict:
        return match.person or match.conflict
    try:
        stay = await numbered_stay(turn, sender, reading.visit.number if reading.visit else None)
    except Waits:  # a visit number too long to be one
        return None
    return stay.person if stay else None
