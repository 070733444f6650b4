"""The stays after one more event of the case. Nothing is refused here."""

from datetime import datetime
from uuid import UUID

from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.remaining.events import RemainingEvent
from app.domain.case.stay.events import StayEnded, StayEvent, StepTakenBack
from app.domain.case.stay.state import Pause, Stay, Stays, Told, open_stay
from app.domain.delay.delaying import delayed
from app.domain.delay.recorded import Delays
from app.domain.local_time import local_date
from app.domain.replacing import replace


def started(stays: Stays, event: FirstContactMade, at: datetime) -> Stays:
    """A first contact begins a stay, or, after a time in hospital, goes on with the one of the same booking."""
    goes_on = open_stay(stays)
    if goes_on and goes_on.offer_id == event.offer_id:
        pauses = tuple(
            each if each.until else replace(each, until=at, ended_by=event.contact_id) for each in goes_on.pauses
        )
        return {**stays, goes_on.stay_id: replace(goes_on, pauses=pauses)}
    stay = Stay(
        stay_id=event.contact_id,
        offer_id=event.offer_id,
        service_id=event.service_id,
        organisation_id=event.organisation_id,
        line=event.line,
        review_days=event.review_days,
        review_daily=event.review_daily,
        started_at=at,
    )
    return {**stays, stay.stay_id: stay}


def not_started(stays: Stays, contact_id: UUID) -> Stays:
    """That first contact was none: what began with it had not begun, what went on with it has not gone on."""
    kept = {key: stay for key, stay in stays.items() if key != contact_id}
    return {
        key: replace(stay, pauses=tuple(_again(each, contact_id) for each in stay.pauses)) for key, stay in kept.items()
    }


def paused(stays: Stays, at: datetime, *, left_at: datetime | None, never_left: bool = False) -> Stays:
    """In hospital: the stay waits. One of a discharge that failed on its own day, or that was none, never was."""
    stay = open_stay(stays)
    if stay is None:
        return stays
    untold = not stay.steps and stay.delays == Delays()
    failed = left_at is not None and local_date(left_at) == local_date(stay.started_at) == local_date(at)
    if untold and (never_left or failed):
        return {key: each for key, each in stays.items() if key != stay.stay_id}
    if stay.paused_at:
        return stays
    return {**stays, stay.stay_id: replace(stay, pauses=(*stay.pauses, Pause(since=at)))}


def as_returned(stays: Stays, then: Stays, back_at: datetime, *, left_at: datetime) -> Stays:
    """Where it is known better, only after they were in hospital again, which stays there were until then: `then`."""
    said = {key: replace(stays.get(key, stay), pauses=stay.pauses) for key, stay in then.items()}
    return paused(said, back_at, left_at=left_at)


def as_before(stays: Stays, before: Stays) -> Stays:
    """They had not come back after all: what stood then stands again, with all that was said since.

    A stay that the return had left out goes on with the next first contact of its booking, as any stay does. Where
    another service has met them since, it stays left out.
    """
    since = [stay for key, stay in stays.items() if key not in before]
    again = {key: replace(stays.get(key, was), pauses=was.pauses) for key, was in before.items()}
    for key in before.keys() - stays.keys():
        same = next((stay for stay in since if stay.offer_id == before[key].offer_id), None)
        if same:
            again[key] = replace(before[key], steps=same.steps, delays=same.delays)
            since.remove(same)
        elif since:
            del again[key]
    return again | {stay.stay_id: stay for stay in since}


def stayed(stays: Stays, event: StayEvent, at: datetime) -> Stays:
    """The stays once this is said of one of them."""
    stay = stays.get(event.stay_id)
    if stay is None:
        return stays
    if isinstance(event, StepTakenBack):
        steps = tuple(each for each in stay.steps if each.step.step_id != event.step_id)
    else:
        # A death may be told of a time before they were met: no stay ends before it began.
        ends = isinstance(event, StayEnded)
        steps = (*stay.steps, Told(step=event, at=max(stay.started_at, at) if ends else at))
    return {**stays, stay.stay_id: replace(stay, steps=steps)}


def remained(stays: Stays, event: RemainingEvent, at: datetime) -> Stays:
    """The stays once this is known of why somebody is still in a bed of one of them."""
    stay = stays.get(event.stay_id)
    if stay is None:
        return stays
    return {**stays, stay.stay_id: replace(stay, delays=delayed(stay.delays, event, at))}


def closed(stays: Stays, at: datetime) -> Stays:
    """With the case the stay that goes on is closed, since then, and not before it began."""
    stay = open_stay(stays)
    return {**stays, stay.stay_id: replace(stay, closed_at=max(stay.started_at, at))} if stay else stays


def opened(stays: Stays) -> Stays:
    """The case was not closed, or is open again, and with it whatever stay was closed with it."""
    shut = {key: replace(stay, closed_at=None) for key, stay in stays.items() if stay.closed_at}
    return {**stays, **shut} if shut else stays


def _again(pause: Pause, contact_id: UUID) -> Pause:
    return replace(pause, until=None, ended_by=None) if pause.ended_by == contact_id else pause
