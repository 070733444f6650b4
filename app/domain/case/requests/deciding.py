"""What each command on package, offers and booking records; and what ends with the case."""

from collections.abc import Sequence
from typing import TypeAlias, assert_never

from app.domain.case.arriving.booking import bookings_held
from app.domain.case.closing import CaseClosed
from app.domain.case.facts import CaseFacts
from app.domain.case.leaving import CameBack, LeftHospital
from app.domain.case.outcome import AFTER_LEAVING
from app.domain.case.requests.answering import (
    CounterOffer,
    DeclineOffer,
    HoldInPrinciple,
    OpenDetail,
    QueryOffer,
    RecordAssessed,
    TakeBackOffer,
    counter_offer,
    decline_offer,
    hold_in_principle,
    open_detail,
    query_offer,
    record_assessed,
    take_back_offer,
)
from app.domain.case.requests.confirming import ChangeStart, ConfirmOffer, change_start, confirm_offer
from app.domain.case.requests.ending import OfferEnded, all_ended, ended
from app.domain.case.requests.evolving import RequestEvent
from app.domain.case.requests.expiring import LetOfferExpire, let_offer_expire
from app.domain.case.requests.hub_side import (
    AnswerQuery,
    EndBooking,
    FailStart,
    TakeCounter,
    WithdrawOffer,
    WithdrawRequest,
    answer_query,
    end_booking,
    take_counter,
    withdraw_offer,
    withdraw_request,
)
from app.domain.case.requests.packaging import DescribePackage, describe_package
from app.domain.case.requests.person import RecordPersonAnswer, record_person_answer
from app.domain.case.requests.reading import OpenAssessment, open_assessment
from app.domain.case.requests.sending import SendRequest, send_request
from app.domain.case.requests.state import EndedBecause
from app.domain.case.state import Away, Case
from app.domain.case.stay.events import StayEnded
from app.domain.case.stay.state import begun, is_over
from app.domain.case.tracking import CaseTracked
from app.domain.case.undoing import LeftAfterAll, TrackingUndone

AnyRequestCommand: TypeAlias = (
    DescribePackage
    | SendRequest
    | OpenDetail
    | OpenAssessment
    | HoldInPrinciple
    | RecordAssessed
    | CounterOffer
    | QueryOffer
    | DeclineOffer
    | TakeBackOffer
    | ConfirmOffer
    | ChangeStart
    | RecordPersonAnswer
    | AnswerQuery
    | TakeCounter
    | WithdrawRequest
    | WithdrawOffer
    | LetOfferExpire
    | EndBooking
    | FailStart
)


def decide_request(command: AnyRequestCommand, case: Case, facts: CaseFacts) -> Sequence[RequestEvent]:
    """What this command records; a repeat records nothing, a refusal is raised."""
    match command:
        case DescribePackage():
            return describe_package(command, case, facts)
        case SendRequest():
            return send_request(command, case, facts)
        case OpenDetail():
            return open_detail(command, case)
        case OpenAssessment():
            return open_assessment(command, case)
        case HoldInPrinciple():
            return hold_in_principle(command, case)
        case RecordAssessed():
            return record_assessed(command, case)
        case CounterOffer():
            return counter_offer(command, case)
        case QueryOffer():
            return query_offer(command, case)
        case DeclineOffer():
            return decline_offer(command, case, facts)
        case TakeBackOffer():
            return take_back_offer(command, case, facts)
        case ConfirmOffer():
            return confirm_offer(command, case, facts)
        case ChangeStart():
            return change_start(command, case, facts)
        case RecordPersonAnswer():
            return record_person_answer(command, case, facts)
        case AnswerQuery():
            return answer_query(command, case, facts)
        case TakeCounter():
            return take_counter(command, case, facts)
        case WithdrawRequest():
            return withdraw_request(command, case)
        case WithdrawOffer():
            return withdraw_offer(command, case, facts)
        case LetOfferExpire():
            return let_offer_expire(command, case, facts)
        case EndBooking() | FailStart():
            return end_booking(command, case)
        case _:
            assert_never(command)


def ended_with(event: object, case: Case) -> list[OfferEnded]:
    """Who leaves without a service, or whose case is closed, needs none; a booking of somebody who left for it goes on.

    With a case that is settled that booking stands by which they were in a service. Who is in hospital and discharged
    from the service that they were in is booked nowhere: the booking is used.
    `case` is as it stood before the event.
    """
    requests = case.requests
    match event:
        case LeftHospital() | LeftAfterAll():
            return all_ended(requests, EndedBecause.LEFT)
        case TrackingUndone(left_at=left_at):
            return all_ended(requests, EndedBecause.LEFT) if left_at else []
        case CaseClosed(outcome=outcome):
            held, goes_on = bookings_held(requests, case.stays), outcome in AFTER_LEAVING
            over = [key for key in held if not (goes_on and begun(case.stays, key))]
            ends = [ended(requests, key, EndedBecause.CASE_ENDED) for key in over]
            return [*all_ended(requests, EndedBecause.CASE_ENDED), *ends]
        case StayEnded(offer_id=offer_id) if offer_id == requests.booking and not isinstance(case.stage, Away):
            return [ended(requests, offer_id, EndedBecause.DISCHARGED)]
        case CameBack() | CaseTracked() if requests.booking and is_over(case.stays, requests.booking):
            return [ended(requests, requests.booking, EndedBecause.DISCHARGED)]
        case _:
            return []
