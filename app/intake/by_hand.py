"""Somebody whom staff name, and no feed: found by their numbers, or registered. The same rules whoever types."""

from datetime import datetime

from app.domain.person import RecordDetails
from app.domain.rejections import Rejection
from app.domain.values import Actor, PersonId
from app.events.handler import decide_in
from app.events.log import Turn
from app.people.details import Details
from app.people.registry import find, keep


class NhsNumberWrong(Rejection):
    """This is no NHS number: its check digit does not fit, or all its digits are one. Check it, or leave it out."""


class NumbersDisagree(Rejection):
    """These numbers lead to two different people here, or to somebody of another family name or birth date.

    Check both numbers before you admit; a number that is in doubt may be left out for now.
    """


async def found_or_registered(turn: Turn, details: Details, *, by: Actor, at: datetime) -> PersonId:
    """Whom the numbers lead to, corrected as told; without a number, somebody new. Raises NumbersDisagree."""
    match = await find(turn.connection, turn.system, details)
    if match.conflict:
        raise NumbersDisagree
    return await kept(turn, match.person, details, by=by, at=at)


async def kept(turn: Turn, person: PersonId | None, details: Details, *, by: Actor, at: datetime) -> PersonId:
    """Keep what is told of this person, or of a new one, and let the log hear of it."""
    told = await keep(turn.connection, turn.system, person, details)
    await decide_in(turn, RecordDetails(person_id=told.person, changed=told.changed, by=by, at=at))
    return told.person
