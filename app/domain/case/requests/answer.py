"""What every answer of a service has, and whether it still counts."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.command import CaseCommand
from app.domain.case.requests.state import EndedBecause, Offer, OfferState
from app.domain.case.state import Case, Ended
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCommand(CaseCommand):
    """A service says something to an offer, or the hub what it was told on the telephone.

    `organisation_id` is whose staff say it; None where the hub says it for them.
    """

    offer_id: UUID
    answer_id: UUID
    organisation_id: OrganisationId | None = None


def offer_of(command: AnswerCommand, case: Case) -> Offer:
    """The offer, open or not; NotKnown where there is none, or it is another organisation's."""
    offer = case.requests.offers.get(command.offer_id)
    if offer is None or command.organisation_id not in (None, offer.organisation_id):
        raise NotKnown(what="offer")
    return offer


def open_offer(command: AnswerCommand, case: Case) -> Offer:
    """The offer, while the service may answer it; raises why it may not any more."""
    offer = offer_of(command, case)
    if isinstance(case.stage, Ended):
        raise RequestIsOver
    if offer.state is OfferState.NEXT:
        raise NotYourTurn
    if offer.state is OfferState.CONFIRMED:
        raise ConfirmedAlready
    if offer.ended:
        raise _WHY_NOT.get(offer.ended, RequestIsOver)
    if offer.state is OfferState.ASKED and offer.expires_at and offer.expires_at <= command.at:
        raise TimeToAnswerPassed  # a query or a counter waits for the hub, and a yes has the end of its hold
    return offer


class RequestIsOver(Rejection):
    """This request is over: nobody needs to be found any more. Nothing has to be done."""


class NotYourTurn(Rejection):
    """Another service was asked before this one and may still say yes. You are asked if it cannot."""


class ConfirmedAlready(Rejection):
    """This service has confirmed already. To change that, change the start or cancel the booking."""


class AnotherConfirmed(Rejection):
    """Another service has confirmed for this person, so the request is closed. What was held is free again."""


class TimeToAnswerPassed(Rejection):
    """The time to answer has passed, and others may have been asked. Ring the hub: it can ask you again."""


class HoldRanOut(Rejection):
    """Your hold on this place ran out, and the next service was asked. Ring the hub: it can ask you again."""


class AnsweredAlready(Rejection):
    """This service said that it cannot. If that changed, ring the hub: it can ask you again."""


class PersonSaidNo(Rejection):
    """The person said no to this service, so it is not asked any more. Nothing has to be done."""


_WHY_NOT: dict[EndedBecause, type[Rejection]] = {
    EndedBecause.ANOTHER_CONFIRMED: AnotherConfirmed,
    EndedBecause.NO_ANSWER: TimeToAnswerPassed,
    EndedBecause.HOLD_RAN_OUT: HoldRanOut,
    EndedBecause.DECLINED: AnsweredAlready,
    EndedBecause.TAKEN_BACK: AnsweredAlready,
    EndedBecause.RELEASED: AnsweredAlready,
    EndedBecause.PERSON_DECLINED: PersonSaidNo,
}
