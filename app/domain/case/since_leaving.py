"""The case after one more event since its person left: arrived, met, in a service, booked with the next one."""

from datetime import datetime
from uuid import UUID

from app.domain.case.arriving.booking import booking_left
from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.arriving.death import DiedSince
from app.domain.case.arriving.evolving import ArrivingEvent, booking_of, said_as, told
from app.domain.case.arriving.state import Arriving
from app.domain.case.arriving.taking_back import ArrivingTakenBack, Said
from app.domain.case.last_return import last_return, returned_as
from app.domain.case.remaining.events import RemainingEvent
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.evolving import RequestEvent, requested
from app.domain.case.requests.state import Offer, Requests
from app.domain.case.state import Away, Case, Ended
from app.domain.case.stay.events import StayEvent, StepTakenBack
from app.domain.case.stay.evolving import as_returned, not_started, remained, started, stayed
from app.domain.case.stay.state import Stays
from app.domain.replacing import replace


def after_arriving(case: Case, event: ArrivingEvent, at: datetime) -> Case:
    """What is said of the arrival stands with the leaving; with a first contact a stay begins, or goes on."""
    answered = case.answered | {said_as(event)}
    if isinstance(event, DiedSince):
        return replace(case, answered=answered, died_since=at)
    if isinstance(event, ArrivingTakenBack) and event.what is Said.DEATH:
        return replace(case, answered=answered, died_since=None)
    if not isinstance(case.stage, Away):
        return replace(_told_late(case, event, at), answered=answered)
    booking = booking_of(event) or case.requests.booking
    stays = _stays(case.stays, case.stage.of(booking), event, at)
    stage = told(case.stage, booking, _offer(case, booking), event, at)
    return replace(case, stage=stage, answered=answered, stays=stays)


def _offer(case: Case, booking: UUID | None) -> Offer | None:
    return case.requests.offers.get(booking) if booking else None


def _stays(stays: Stays, known: Arriving, event: ArrivingEvent, at: datetime) -> Stays:
    """With a first contact a stay begins or goes on; with one that was none it does not."""
    match event:
        case FirstContactMade():
            return started(stays, event, at)
        case ArrivingTakenBack(what=Said.FIRST_CONTACT) if known.contact_id:
            return not_started(stays, known.contact_id)
        case _:
            return stays


def _told_late(case: Case, event: ArrivingEvent, at: datetime) -> Case:
    """Of the time before they were in hospital again: it stands with that leaving, and the stay waits since then."""
    back = last_return(case)
    if back is None:
        return case
    booking = booking_of(event) or case.requests.booking
    away = told(back.away, booking, _offer(case, booking), event, at)
    then, stays = _stays(back.stays, back.away.of(booking), event, at), case.stays
    if then is not back.stays:
        stays = as_returned(stays, then, back.at, left_at=away.left_at)
    return replace(returned_as(case, replace(back, away=away, stays=then)), stays=stays)


def after_request(case: Case, event: RequestEvent) -> Case:
    """Where the next service does not take them after all, the booking of the one before counts again."""
    requests = requested(case.requests, event)
    if not isinstance(event, OfferEnded):
        return replace(case, requests=requests)
    if case.requests.booking and requests.booking is None and not isinstance(case.stage, Ended):
        requests = replace(requests, booking=booking_left(requests, case.stays))
    stage = _unbooked(case.stage, event.offer_id, requests) if isinstance(case.stage, Away) else case.stage
    return replace(case, stage=stage, requests=requests)


def _unbooked(away: Away, offer_id: UUID, requests: Requests) -> Away:
    """Who arrived where a start then failed is there all the same; who is in another service never went."""
    if offer_id not in away.known:
        return away
    others = {key: known for key, known in away.known.items() if key != offer_id}
    return replace(away, known=others if requests.booking else {**others, None: away.known[offer_id]})


def after_stay(case: Case, event: StayEvent, at: datetime) -> Case:
    """One more step of a stay."""
    said = event.undo_id if isinstance(event, StepTakenBack) else event.step_id
    return replace(case, stays=stayed(case.stays, event, at), answered=case.answered | {said})


def after_remaining(case: Case, event: RemainingEvent, at: datetime) -> Case:
    """One more thing is known of why somebody is still in a community bed."""
    return replace(case, stays=remained(case.stays, event, at))
