"""What each command on package, offers and booking records; and what ends with the case."""

from collections.abc import Sequence
from typing import TypeAlias, assert_never

from app.domain.case.closing import CaseClosed
from app.domain.case.facts import CaseFacts
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
from app.domain.case.requests.hub_side import (
    AnswerQuery,
    EndBooking,
    LetOfferExpire,
    TakeCounter,
    WithdrawOffer,
    WithdrawRequest,
    answer_query,
    end_booking,
    let_offer_expire,
    take_counter,
    withdraw_offer,
    withdraw_request,
)
from app.domain.case.requests.packaging import DescribePackage, describe_package
from app.domain.case.requests.person import RecordPersonAnswer, record_person_answer
from app.domain.case.requests.sending import SendRequest, send_request
from app.domain.case.requests.state import EndedBecause
from app.domain.case.state import Case

AnyRequestCommand: TypeAlias = (
    DescribePackage
    | SendRequest
    | OpenDetail
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
)


def decide_request(command: AnyRequestCommand, case: Case, facts: CaseFacts) -> Sequence[RequestEvent]:
    """What this command records; a repeat records nothing, a refusal is raised."""
    match command:
        case DescribePackage():
            return describe_package(command, case)
        case SendRequest():
            return send_request(command, case, facts)
        case OpenDetail():
            return open_detail(command, case)
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
            return confirm_offer(command, case)
        case ChangeStart():
            return change_start(command, case)
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
        case EndBooking():
            return end_booking(command, case)
        case _:
            assert_never(command)


def ended_with_case(closed: CaseClosed, case: Case) -> list[OfferEnded]:
    """With the case everything that is asked for it ends; a booking of somebody who left for it goes on."""
    over = all_ended(case.requests, EndedBecause.CASE_ENDED)
    if case.requests.booking and closed.outcome not in AFTER_LEAVING:
        over.append(ended(case.requests, case.requests.booking, EndedBecause.CASE_ENDED))
    return over
