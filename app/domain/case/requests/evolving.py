"""The package, the offers and the booking after one more event. Nothing is refused here."""

from typing import Any, TypeAlias, assert_never, get_args
from uuid import UUID

from app.domain.case.requests.answering import (
    DetailOpened,
    HeldInPrinciple,
    OfferAssessed,
    OfferCountered,
    OfferQueried,
)
from app.domain.case.requests.confirming import OfferConfirmed, StartChanged
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.giving_back import OffersGivenBack
from app.domain.case.requests.hub_side import OfferAskedAgain
from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.person import PersonAnswered
from app.domain.case.requests.reading import AssessmentOpened
from app.domain.case.requests.sending import NextAsked, RequestSent
from app.domain.case.requests.state import Offer, OfferState, Requests
from app.domain.replacing import replace

RequestEvent: TypeAlias = (
    PackageDescribed
    | RequestSent
    | NextAsked
    | DetailOpened
    | AssessmentOpened
    | HeldInPrinciple
    | OfferAssessed
    | OfferCountered
    | OfferQueried
    | OfferAskedAgain
    | OfferConfirmed
    | StartChanged
    | PersonAnswered
    | OfferEnded
    | OffersGivenBack
)
REQUEST_EVENTS: tuple[type[RequestEvent], ...] = get_args(RequestEvent)


def requested(requests: Requests, event: RequestEvent) -> Requests:
    """The requests once this is known."""
    match event:
        case PackageDescribed():
            return replace(requests, described=event)
        case RequestSent():
            return _sent(requests, event)
        case NextAsked(expires_at=expires_at):
            return _offer(requests, event.offer_id, None, state=OfferState.ASKED, expires_at=expires_at)
        case DetailOpened():
            return _offer(requests, event.offer_id, event.answer_id, opened=True)
        case AssessmentOpened(assessment_id=assessment, number=number):
            read = requests.offers[event.offer_id].read | {(assessment, number)}
            return _offer(requests, event.offer_id, event.answer_id, read=read)
        case HeldInPrinciple(units=units, until=until):
            known = requests.offers[event.offer_id].assessed
            held = {"state": OfferState.ASSESSED if known else OfferState.IN_PRINCIPLE}
            return _offer(requests, event.offer_id, event.answer_id, units=units, hold_until=until, **held)
        case OfferAssessed():
            return _offer(requests, event.offer_id, event.answer_id, state=OfferState.ASSESSED, assessed=True)
        case OfferCountered():
            return _offer(requests, event.offer_id, event.answer_id, state=OfferState.COUNTERED)
        case OfferQueried():
            return _offer(requests, event.offer_id, event.answer_id, state=OfferState.QUERIED)
        case OfferAskedAgain(expires_at=expires_at):
            asked = {"state": OfferState.ASKED, "expires_at": expires_at}
            return _offer(requests, event.offer_id, event.answer_id, **asked)
        case OfferConfirmed(units=units):
            agreed = {"arrive_from": event.arrive_from, "arrive_to": event.arrive_to}
            confirmed = {"state": OfferState.CONFIRMED, "units": units, "spot": event.spot, **agreed}
            return replace(_offer(requests, event.offer_id, event.answer_id, **confirmed), booking=event.offer_id)
        case StartChanged():
            agreed = {"arrive_from": event.arrive_from, "arrive_to": event.arrive_to}
            return _offer(requests, event.offer_id, event.answer_id, **agreed)
        case PersonAnswered(said=said):
            return _offer(requests, event.offer_id, event.answer_id, person_said=said)
        case OfferEnded():
            over = _offer(requests, event.offer_id, event.answer_id, state=OfferState.ENDED, ended=event.why)
            return replace(over, booking=None) if requests.booking == event.offer_id else over
        case OffersGivenBack():
            return _given_back(requests, event)
        case _:
            assert_never(event)


def _sent(requests: Requests, event: RequestSent) -> Requests:
    asked = {
        each.offer_id: Offer(
            request_id=event.request_id,
            service_id=each.service_id,
            organisation_id=each.organisation_id,
            state=OfferState.ASKED if each.expires_at else OfferState.NEXT,
            expires_at=each.expires_at,
        )
        for each in event.asked
    }
    sent = {**requests.sent, event.request_id: event.package}
    return replace(requests, sent=sent, offers={**requests.offers, **asked})


def _given_back(requests: Requests, event: OffersGivenBack) -> Requests:
    back = {each.offer_id: replace(requests.offers[each.offer_id], state=each.state) for each in event.given_back}
    stand = {key: replace(offer, ended=None) for key, offer in back.items()}
    booked = (key for key, offer in reversed(stand.items()) if offer.state is OfferState.CONFIRMED)
    booking = requests.booking or next(booked, None)
    return replace(requests, offers={**requests.offers, **stand}, booking=booking, at_death={})


def _offer(requests: Requests, key: UUID, answer: UUID | None, **changes: Any) -> Requests:
    offers = {**requests.offers, key: replace(requests.offers[key], **changes)}
    answered = requests.answered | {answer} if answer else requests.answered
    return replace(requests, offers=offers, answered=answered)
