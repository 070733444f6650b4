"""What is known of somebody who left after one more event. Nothing is refused here."""

from datetime import datetime
from typing import TypeAlias, assert_never, get_args
from uuid import UUID

from app.domain.case.arriving.arrival import ArrivalConfirmed
from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.arriving.death import DiedSince
from app.domain.case.arriving.no_contact import NoContactReported
from app.domain.case.arriving.state import NOTHING_KNOWN, Arriving, Missed
from app.domain.case.arriving.taking_back import ArrivingTakenBack, Said
from app.domain.case.requests.state import Offer
from app.domain.case.state import Away
from app.domain.replacing import replace

ArrivingEvent: TypeAlias = ArrivalConfirmed | FirstContactMade | NoContactReported | DiedSince | ArrivingTakenBack
ARRIVING_EVENTS: tuple[type[ArrivingEvent], ...] = get_args(ArrivingEvent)


def arrived(known: Arriving, event: ArrivingEvent, at: datetime, starts: datetime | None) -> Arriving:
    """What is known once this is; `starts` is from when they are to be met."""
    match event:
        case ArrivalConfirmed():
            return replace(known, arrived_at=at)
        case FirstContactMade(contact_id=contact_id):
            return replace(known, contact_at=at, contact_id=contact_id)
        case NoContactReported(report_id=report_id, why=why):
            missed = Missed(report_id=report_id, why=why, at=at, starts=starts)
            return replace(known, missed=(*known.missed, missed))
        case DiedSince() | ArrivingTakenBack(what=Said.DEATH):
            return known  # of a case that is closed
        case ArrivingTakenBack(what=Said.ARRIVAL):
            return replace(known, arrived_at=None)
        case ArrivingTakenBack(what=Said.FIRST_CONTACT):
            return replace(known, contact_at=None, contact_id=None)
        case ArrivingTakenBack():
            return replace(known, missed=known.missed[:-1])
        case _:
            assert_never(event)


def told(away: Away, booking: UUID | None, offer: Offer | None, event: ArrivingEvent, at: datetime) -> Away:
    """The leaving with it: what was said before anybody was booked is of this booking, `offer`, from now on."""
    others: dict[UUID | None, Arriving] = {key: known for key, known in away.known.items() if key}
    starts = offer.arrive_from if offer else None
    said = {**others, booking: arrived(away.of(booking), event, at, starts)}
    return replace(away, known={key: known for key, known in said.items() if known != NOTHING_KNOWN})


def booking_of(event: ArrivingEvent) -> UUID | None:
    """Of which booking it was said; None where it does not say."""
    return None if isinstance(event, DiedSince) else event.offer_id


def said_as(event: ArrivingEvent) -> UUID:
    """The id by which a repeat is known."""
    match event:
        case ArrivalConfirmed(arrival_id=said):
            return said
        case FirstContactMade(contact_id=said):
            return said
        case NoContactReported(report_id=said) | DiedSince(report_id=said):
            return said
        case ArrivingTakenBack(undo_id=said):
            return said
        case _:
            assert_never(event)
