"""The case after one more event since its person left: arrived, met, in a service, booked with the next one."""

from datetime import datetime

from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.arriving.death import DiedSince
from app.domain.case.arriving.evolving import ArrivingEvent, arrived, said_as
from app.domain.case.arriving.state import NOTHING_KNOWN
from app.domain.case.arriving.taking_back import ArrivingTakenBack, Said
from app.domain.case.remaining.events import RemainingEvent
from app.domain.case.requests.confirming import OfferConfirmed
from app.domain.case.requests.evolving import RequestEvent, requested
from app.domain.case.state import Away, Case, last_return
from app.domain.case.stay.events import StayEvent, StepTakenBack
from app.domain.case.stay.evolving import met_before, not_started, paused, remained, started, stayed
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
    before, stays = case.stage.arriving, case.stays
    if isinstance(event, FirstContactMade):
        stays = started(stays, event, at)
    elif isinstance(event, ArrivingTakenBack) and event.what is Said.FIRST_CONTACT and before.contact_id:
        stays = not_started(stays, before.contact_id)
    stage = replace(case.stage, arriving=arrived(before, event, at))
    return replace(case, stage=stage, answered=answered, stays=stays)


def _told_late(case: Case, event: ArrivingEvent, at: datetime) -> Case:
    """Of the time before they were in hospital again: it stands with that leaving, and the stay waits since then."""
    back = last_return(case)
    if back is None:
        return case
    away = replace(back.away, arriving=arrived(back.away.arriving, event, at))
    known, stays = replace(back, away=away), case.stays
    if isinstance(event, FirstContactMade):
        known = replace(known, stays=started(back.stays, event, at))
        stays = paused(met_before(stays, back.stays, event, at, back.at), back.at, left_at=away.left_at)
    if case.back:
        return replace(case, back=known, stays=stays)
    return replace(case, followed=replace(case.followed, back=known) if case.followed else None, stays=stays)


def after_request(case: Case, event: RequestEvent) -> Case:
    """Who is in a service and is booked with the next one is yet to arrive there."""
    stage = case.stage
    if isinstance(event, OfferConfirmed) and isinstance(stage, Away) and stage.arriving.contact_id:
        stage = replace(stage, arriving=NOTHING_KNOWN)
    return replace(case, stage=stage, requests=requested(case.requests, event))


def after_stay(case: Case, event: StayEvent, at: datetime) -> Case:
    """One more step of a stay."""
    said = event.undo_id if isinstance(event, StepTakenBack) else event.step_id
    return replace(case, stays=stayed(case.stays, event, at), answered=case.answered | {said})


def after_remaining(case: Case, event: RemainingEvent, at: datetime) -> Case:
    """One more thing is known of why somebody is still in a community bed."""
    return replace(case, stays=remained(case.stays, event, at))
