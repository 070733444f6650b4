"""What the hub does while it waits: answer a query, take a counter, withdraw, and end a booking that did not hold."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.requests.answer import AnswerCommand, offer_of
from app.domain.case.requests.confirming import NothingBooked
from app.domain.case.requests.ending import OfferEnded, ended
from app.domain.case.requests.sending import NextAsked, next_asked
from app.domain.case.requests.state import EndedBecause, Offer, OfferState
from app.domain.case.state import Case
from app.domain.case.stay.state import begun
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAskedAgain:
    """The hub answered the query, or takes the counter: the service's time to answer begins again."""

    offer_id: UUID
    words: Words | None
    counter_taken: bool
    expires_at: datetime
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuery(CaseCommand):
    """Answer what the service asked."""

    offer_id: UUID
    words: Words
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeCounter(CaseCommand):
    """What the service could do instead will do."""

    offer_id: UUID
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawRequest(CaseCommand):
    """Ask nobody of this request any more."""

    request_id: UUID
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawOffer(CaseCommand):
    """Ask this service no more; where services are asked one after another, the next one is."""

    offer_id: UUID
    words: Words


class EndBookingBecause(StrEnum):
    """Why a booking did not hold."""

    CANCELLED = EndedBecause.CANCELLED.value
    FAILED_START = EndedBecause.FAILED_START.value
    PERSON_DECLINED = EndedBecause.PERSON_DECLINED.value


@dataclass(frozen=True, slots=True, kw_only=True)
class EndBooking(CaseCommand):
    """The booking does not stand any more, and a service is to be found again."""

    offer_id: UUID
    answer_id: UUID
    why: EndBookingBecause
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FailStart(AnswerCommand):
    """The service itself says that the start failed."""

    words: Words


def answer_query(command: AnswerQuery, case: Case, facts: CaseFacts) -> list[OfferAskedAgain]:
    """Only what was asked is answered."""
    if command.answer_id in case.requests.answered:
        return []
    offer = _in_state(case, command.offer_id, OfferState.QUERIED, NothingAsked)
    return [_again(command, facts, offer, words=command.words, counter_taken=False)]


def take_counter(command: TakeCounter, case: Case, facts: CaseFacts) -> list[OfferAskedAgain]:
    """The service then confirms with its own times."""
    if command.answer_id in case.requests.answered:
        return []
    offer = _in_state(case, command.offer_id, OfferState.COUNTERED, NothingCountered)
    return [_again(command, facts, offer, words=None, counter_taken=True)]


def withdraw_request(command: WithdrawRequest, case: Case) -> list[OfferEnded]:
    """Withdrawn twice is withdrawn once; a booking is cancelled, not withdrawn."""
    requests = case.requests
    if command.request_id not in requests.sent:
        raise NotKnown(what="request")
    still = [key for key in requests.open if requests.offers[key].request_id == command.request_id]
    return [ended(requests, key, EndedBecause.WITHDRAWN, words=command.words) for key in still]


def withdraw_offer(command: WithdrawOffer, case: Case, facts: CaseFacts) -> list[OfferEnded | NextAsked]:
    """Of one service that is asked; what ended already stays as it ended."""
    requests = case.requests
    offer = _known(case, command.offer_id)
    if not offer.is_open:
        return []
    end = ended(requests, command.offer_id, EndedBecause.WITHDRAWN, words=command.words)
    return [end, *(next_asked(requests, command.offer_id, facts) if offer.state is not OfferState.NEXT else ())]


def end_booking(command: EndBooking | FailStart, case: Case) -> list[OfferEnded]:
    """Cancelled, or the start failed: the place is free again and the case is back at finding a service."""
    if command.answer_id in case.requests.answered:
        return []
    if isinstance(command, FailStart):
        offer_of(command, case)
    if command.offer_id not in case.requests.confirmed:
        raise NothingBooked
    if begun(case.stays, command.offer_id):
        raise StayHasBegun
    why = EndedBecause(command.why) if isinstance(command, EndBooking) else EndedBecause.FAILED_START
    return [ended(case.requests, command.offer_id, why, words=command.words, answer_id=command.answer_id)]


def _again(
    command: AnswerQuery | TakeCounter, facts: CaseFacts, offer: Offer, *, words: Words | None, counter_taken: bool
) -> OfferAskedAgain:
    return OfferAskedAgain(
        offer_id=command.offer_id,
        words=words,
        counter_taken=counter_taken,
        expires_at=facts.expiries[offer.service_id],
        answer_id=command.answer_id,
    )


def _in_state(case: Case, offer_id: UUID, state: OfferState, refusal: type[Rejection]) -> Offer:
    offer = _known(case, offer_id)
    if offer.state is not state:
        raise refusal
    return offer


def _known(case: Case, offer_id: UUID) -> Offer:
    offer = case.requests.offers.get(offer_id)
    if offer is None:
        raise NotKnown(what="offer")
    return offer


class StayHasBegun(Rejection):
    """The service has met this person, so the start did not fail. If that is wrong, take the first contact back."""


class NothingAsked(Rejection):
    """This service waits for no answer: it has gone on, or was not asked. Look at what it said last."""


class NothingCountered(Rejection):
    """This service proposes nothing that could be taken. Look at what it said last."""
