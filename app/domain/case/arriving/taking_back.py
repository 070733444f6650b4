"""What was said of an arrival, a first contact, none, or a death since may be wrong: each is taken back by itself."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.case.arriving.command import ArrivingCommand, NotLeftYet, own_bookings, require_own, require_own_stay
from app.domain.case.arriving.state import Arriving
from app.domain.case.last_return import last_return
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.state import Away, Case, Ended
from app.domain.case.undoing import NothingToUndo
from app.domain.rejections import Rejection
from app.domain.values import Words


class Said(StrEnum):
    """What is taken back."""

    ARRIVAL = "arrival"
    FIRST_CONTACT = "first_contact"
    NO_CONTACT = "no_contact"
    DEATH = "death"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivingTakenBack:
    """This had not happened. Of several contacts that failed, the latest is taken back.

    `offer_id` is the booking of which it was said; None: of the last.
    """

    what: Said
    words: Words
    undo_id: UUID
    offer_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeArrivingBack(ArrivingCommand):
    """Say that it had not happened, and why it was said; `undo_id` is made by who asks. `at` is when that is said."""

    what: Said
    words: Words
    undo_id: UUID


def take_arriving_back(command: TakeArrivingBack, case: Case) -> list[ArrivingTakenBack]:
    """Only what stands; the last first, of the next service before the one that they are in.

    Of who is in hospital again, what is said of the time before.
    """
    if command.undo_id in case.answered:
        return []
    match case.stage:
        case Ended() if command.what is Said.DEATH:
            require_own_stay(command, case)
            if case.died_since is None:
                raise NothingToUndo
            return [_taken_back(command)]
        case Ended():
            require_own(command, case)
            raise CaseIsClosed
        case _:
            require_own(command, case)
            away = last_away(case)
    if away is None:
        raise NotLeftYet
    booking = _booking(command, away, case)
    if command.what is Said.ARRIVAL and away.of(booking).contact_at:
        raise ContactStands
    if command.what is Said.FIRST_CONTACT and _has_gone_on(away.of(booking), case):
        raise StayHasGoneOn
    return [_taken_back(command, booking)]


def _booking(command: TakeArrivingBack, away: Away, case: Case) -> UUID | None:
    """The last booking of which that was said."""
    own = own_bookings(command, case)
    of = [key for key in away.known if command.organisation_id is None or key is None or key in own]
    found = [key for key in of if command.what in said(away.of(key))]
    if not found:
        raise NothingToUndo
    return found[-1]


def last_away(case: Case) -> Away | None:
    """The leaving of which something may have been said: this one, or that before they were in hospital again."""
    if isinstance(case.stage, Away):
        return case.stage
    back = last_return(case)
    return back.away if back else None


def _taken_back(command: TakeArrivingBack, booking: UUID | None = None) -> ArrivingTakenBack:
    return ArrivingTakenBack(what=command.what, words=command.words, undo_id=command.undo_id, offer_id=booking)


def said(known: Arriving) -> set[Said]:
    """What has been said of them since they left, and stands."""
    made = {
        Said.ARRIVAL: known.arrived_at,
        Said.FIRST_CONTACT: known.contact_at,
        Said.NO_CONTACT: known.missed and not known.contact_at,
    }
    return {what for what, of in made.items() if of}


def _has_gone_on(known: Arriving, case: Case) -> bool:
    stay = case.stays.get(known.contact_id) if known.contact_id else None
    return bool(stay and stay.steps)


class StayHasGoneOn(Rejection):
    """Reviews or other steps of this stay are recorded. Take these back first; then the first contact."""


class ContactStands(Rejection):
    """The service has met them since they arrived. Take the first contact back first; then the arrival."""
