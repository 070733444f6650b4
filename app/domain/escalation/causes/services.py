"""What goes wrong while a service is sought and once one is found."""

from collections.abc import Iterator

from app.domain.case.requests.state import EndedBecause, Offer, OfferState
from app.domain.case.state import Away, Ended, Planning
from app.domain.escalation.cause import Cause, Situation
from app.domain.escalation.causes.asked_for import asked_for_this
from app.domain.escalation.causes.stay import ready_at
from app.domain.values import OrganisationId

CANNOT = frozenset(
    {
        *(EndedBecause.DECLINED, EndedBecause.NO_ANSWER, EndedBecause.TAKEN_BACK, EndedBecause.FAILED_START),
        *(EndedBecause.HOLD_RAN_OUT, EndedBecause.RELEASED),
    }
)
"""Ends of an offer that say that the service does not take the person; others are the hub's or the person's choice."""

KEEPS = frozenset({OfferState.IN_PRINCIPLE, OfferState.ASSESSED})
"""The states in which a service keeps a place until a time."""


def unanswered_twice(now: Situation) -> Iterator[Cause]:
    """A second service let the time to answer pass, and none has said yes."""
    requests, asked = now.case.requests, asked_for_this(now)
    silences = [each for each in now.moments.silences if each.offer_id in asked]
    if len(silences) < 2 or requests.booking or not isinstance(now.case.stage, Planning):
        return
    if not any(offer.state in KEEPS for offer in asked.values()):
        silent = asked[silences[-1].offer_id]
        yield Cause(trigger="request_unanswered_twice", since=silences[1].at, owner_id=silent.organisation_id)


def nobody_can_take(now: Situation) -> Iterator[Cause]:
    """Every service that was asked for what is needed now cannot, or did not answer."""
    asked = asked_for_this(now)
    if now.case.requests.booking or not isinstance(now.case.stage, Planning):
        return
    if any(offer.is_open for offer in asked.values()) or not any(offer.ended in CANNOT for offer in asked.values()):
        return
    yield Cause(trigger="nobody_can_take", since=max(now.moments.offers_ended[key] for key in asked))


def late_start(now: Situation) -> Iterator[Cause]:
    """A start is agreed, and the person waits for it in a bed that they do not need."""
    booking, since = _booking(now), ready_at(now.spell)
    if booking and booking.arrive_from and since and not isinstance(now.case.stage, Away | Ended):
        yield Cause(trigger="late_start", since=since, owner_id=booking.organisation_id, foreseen=booking.arrive_from)


def hold_ends(now: Situation) -> Iterator[Cause]:
    """A place is kept until a time by which the person is not to leave."""
    kept = [offer for offer in asked_for_this(now).values() if offer.state in KEEPS and offer.units]
    until = min((offer.hold_until for offer in kept if offer.hold_until), default=None)
    leave_at = now.moments.leave_at
    if until and isinstance(now.case.stage, Planning) and (leave_at is None or leave_at > until):
        yield Cause(trigger="hold_ends", since=until)


def end_of_life_no_care(now: Situation) -> Iterator[Cause]:
    """Fast Track is done and no care is in place."""
    tasks = now.case.tasks.items
    done = [at for key, at in now.moments.done.items() if key in tasks and tasks[key].code == FAST_TRACK]
    if done and not now.case.requests.booking and isinstance(now.case.stage, Planning):
        yield Cause(trigger="end_of_life_no_care", since=max(done))


FAST_TRACK = "F1"


def service_of(now: Situation) -> OrganisationId | None:
    """Who runs the service that is to take the person, or was."""
    booking = _booking(now)
    return booking.organisation_id if booking else None


def _booking(now: Situation) -> Offer | None:
    requests = now.case.requests
    return requests.offers[requests.booking] if requests.booking else None
