"""Finding a service, as the hub does it: the package, whom it is put to, what the person says, and the booking."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from app.access.policy import check_sight
from app.api.problems import problems
from app.api.request_bodies import (
    BookingEndIn,
    CounterTakenIn,
    PackageNeededIn,
    PersonAnswerIn,
    QueryAnswerIn,
    RequestIn,
    StartIn,
    TakenBackIn,
)
from app.api.rows import RowsPage, rows_page
from app.api.search_page import SearchPage, search_page
from app.api.state import IF_MATCH, Handle, HomewardState, Me, Now
from app.domain.case.requests.confirming import ChangeStart
from app.domain.case.requests.hub_side import AnswerQuery, EndBooking, TakeCounter, WithdrawOffer, WithdrawRequest
from app.domain.case.requests.packaging import DescribePackage
from app.domain.case.requests.person import RecordPersonAnswer
from app.domain.case.requests.sending import SendRequest
from app.domain.values import CaseId, ServiceId, Words
from app.events.handler import Receipt

router = APIRouter(tags=["requests"])


@router.get("/requests", responses=problems())
async def list_requests(homeward: HomewardState, me: Me, scope: UUID) -> RowsPage:
    """What is out for the cases of one hub: who was asked, who said what, what expires next."""
    check_sight(me, "request")
    return await rows_page(homeward, me, "request", str(scope))


@router.get("/cases/{case_id}/requests", responses=problems(404))
async def read_search(case_id: UUID, homeward: HomewardState, me: Me) -> SearchPage:
    """The search for a service for one person: the package, every request, and what each service said, in words."""
    check_sight(me, "request")
    return await search_page(homeward, me, CaseId(case_id))


@router.put("/cases/{case_id}/package", responses=problems(404, 409, 412, 428), openapi_extra=IF_MATCH)
async def describe_package(case_id: UUID, needed: PackageNeededIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The package that is needed. To change it, send If-Match; requests that are out keep what they were sent with."""
    package, words = needed.package.package(), Words(needed.words) if needed.words else None
    return await handle(DescribePackage(case_id=CaseId(case_id), package=package, words=words, by=me.actor, at=now))


@router.put("/cases/{case_id}/requests/{request_id}", responses=problems(404, 409))
async def send_request(case_id: UUID, request_id: UUID, asked: RequestIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Put the package to services: to all at once, or to the first, and to the next when it cannot."""
    services = tuple(map(ServiceId, asked.services))
    words = Words(asked.words) if asked.words else None
    sent: dict[str, Any] = {"request_id": request_id, "round": asked.round, "words": words}
    return await handle(SendRequest(case_id=CaseId(case_id), services=services, by=me.actor, at=now, **sent))


@router.put("/cases/{case_id}/requests/{request_id}/withdrawal", responses=problems(404, 409))
async def withdraw_request(
    case_id: UUID, request_id: UUID, why: TakenBackIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """Ask nobody of this request any more; what was held is free again."""
    of, words = CaseId(case_id), Words(why.words)
    return await handle(WithdrawRequest(case_id=of, request_id=request_id, words=words, by=me.actor, at=now))


@router.put("/cases/{case_id}/offers/{offer_id}/withdrawal", responses=problems(404, 409))
async def withdraw_offer(case_id: UUID, offer_id: UUID, why: TakenBackIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Ask one service no more; where they are asked one after another, the next one is."""
    of, words = CaseId(case_id), Words(why.words)
    return await handle(WithdrawOffer(case_id=of, offer_id=offer_id, words=words, by=me.actor, at=now))


@router.put("/cases/{case_id}/offers/{offer_id}/query-answer", responses=problems(404, 409))
async def answer_query(
    case_id: UUID, offer_id: UUID, answer: QueryAnswerIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """Answer what a service asked; its time to answer begins anew."""
    of = CaseId(case_id)
    return await handle(AnswerQuery(case_id=of, offer_id=offer_id, by=me.actor, at=now, **answer.values()))


@router.put("/cases/{case_id}/offers/{offer_id}/counter-taken", responses=problems(404, 409))
async def take_counter(
    case_id: UUID, offer_id: UUID, taken: CounterTakenIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """What a service could do instead will do: it may now confirm."""
    of = CaseId(case_id)
    return await handle(TakeCounter(case_id=of, offer_id=offer_id, by=me.actor, at=now, **taken.values()))


@router.put("/cases/{case_id}/offers/{offer_id}/person-answer", responses=problems(404, 409))
async def record_person_answer(
    case_id: UUID, offer_id: UUID, answer: PersonAnswerIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """What the person says to a service found. A bed is not confirmed without their yes."""
    of = CaseId(case_id)
    return await handle(RecordPersonAnswer(case_id=of, offer_id=offer_id, by=me.actor, at=now, **answer.values()))


@router.put("/cases/{case_id}/booking/start", responses=problems(404, 409))
async def change_start(case_id: UUID, start: StartIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The person arrives at another time than was agreed; the place stays theirs."""
    return await handle(ChangeStart(case_id=CaseId(case_id), by=me.actor, at=now, **start.values()))


@router.put("/cases/{case_id}/booking/end", responses=problems(404, 409))
async def end_booking(case_id: UUID, end: BookingEndIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The booking does not stand: cancelled, the start failed, or the person says no. A service is sought again."""
    return await handle(EndBooking(case_id=CaseId(case_id), by=me.actor, at=now, **end.values()))
