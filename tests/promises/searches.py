"""The search for a service, at random: what leads to a request, and all that may be said to one, in no order."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.case import AcceptReferral, AmendReferral, DecidePathway
from app.domain.case.form import Agreement, Agrees, ReferralForm
from app.domain.case.requests.answering import (
    Assessed,
    CounterOffer,
    DeclineOffer,
    HoldInPrinciple,
    OpenDetail,
    QueryOffer,
    RecordAssessed,
    TakeBackOffer,
)
from app.domain.case.requests.confirming import ChangeStart, ConfirmOffer
from app.domain.case.requests.expiring import LetOfferExpire
from app.domain.case.requests.hub_side import (
    AnswerQuery,
    EndBooking,
    EndBookingBecause,
    FailStart,
    TakeCounter,
    WithdrawOffer,
    WithdrawRequest,
)
from app.domain.case.requests.packaging import DescribePackage
from app.domain.case.requests.person import RecordPersonAnswer, SaidBy
from app.domain.case.requests.sending import SendRequest
from app.domain.case.requests.state import PersonSaid, Round, offer_id_of
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.windows import Window
from app.domain.decider import Command
from app.domain.package import Call, Package
from app.domain.service import DeclareCapacity, ListService, Run, Unit
from app.domain.values import CaseId, Role, ServiceId, Words
from tests.promises.teller import Teller

SERVICES = tuple(ServiceId(UUID(int=n)) for n in (11, 12, 13))


TOLD_AT_ONCE = 6


def a_search(teller: Teller, case: CaseId, asked: list[UUID]) -> list[Command]:
    """Often a new request, and what is said to it or an earlier one; `asked` grows by the request."""
    begins = _asking(teller, case, asked) if not asked or teller.chance.random() < 0.5 else []
    return [
        *begins,
        *_asked_and_answered(teller, case, asked),
        *(_told(teller, case, asked) for _ in range(TOLD_AT_ONCE)),
    ]


def _asked_and_answered(teller: Teller, case: CaseId, asked: list[UUID]) -> list[Command]:
    """A service asks the hub and is answered, or proposes something that will do."""
    what = {"case_id": case, **teller.said()}
    offer = offer_id_of(asked[-1], teller.one_of(SERVICES))
    first, second = ({"offer_id": offer, "answer_id": teller.new_id(), **what} for _ in range(2))
    words = Words("Which sling?")
    return teller.one_of(
        [
            [QueryOffer(words=words, **first), AnswerQuery(words=words, **second)],
            [CounterOffer(start_on=None, words=words, **first), TakeCounter(**second)],
            [],
        ]
    )


def _asking(teller: Teller, case: CaseId, asked: list[UUID]) -> list[Command]:
    """A request to some of the services, in any kind of round."""
    asked.append(teller.new_id())
    some = teller.chance.sample(SERVICES, teller.chance.randint(1, len(SERVICES)))
    listed = a_service(teller, teller.one_of(SERVICES))
    return [*listed, *asking(teller, case, asked[-1], teller.one_of(list(Round)), some)]


def asking(teller: Teller, case: CaseId, request: UUID, round_: Round, services: Sequence[ServiceId]) -> list[Command]:
    """All that leads to a request, in order; what stands already is refused."""
    what = {"case_id": case, **teller.said()}
    telling = Words(f"Time {teller.chance.randint(1, 3)}.")
    return [
        AcceptReferral(case_manager=teller.place.staff[Role.CASE_MANAGER], **what),
        AmendReferral(form=ReferralForm(told_and_agrees=Agreement(agrees=Agrees.AGREES)), **what),
        _home(what),
        DescribePackage(package=_package(teller), words=telling, **what),
        SendRequest(request_id=request, round=round_, services=tuple(services), words=telling, **what),
    ]


def _told(teller: Teller, case: CaseId, asked: list[UUID]) -> Command:
    """Anything that a service, the hub, the person or time says to one of these requests."""
    what = {"case_id": case, **teller.said()}
    request = teller.one_of(asked[-2:])
    offer = offer_id_of(request, teller.one_of(SERVICES))
    on: dict[str, Any] = {"offer_id": offer, "answer_id": teller.new_id(), **what}
    words = Words("As agreed on the telephone.")
    start = teller.now + timedelta(days=teller.chance.randint(1, 3))
    arrives: dict[str, Any] = {"arrive_from": start, "arrive_to": start + timedelta(hours=2)}
    yes: dict[str, Any] = {"said_by": teller.one_of(list(SaidBy)), "interim_explained": True, "words": words}
    booking_ends = EndBooking(why=teller.one_of(list(EndBookingBecause)), words=words, **on)
    tellings: list[Command] = [
        OpenDetail(**on),
        *[HoldInPrinciple(units=("am",), until=teller.now + timedelta(days=1), over_count=True, **on)] * 2,
        RecordAssessed(how=teller.one_of(list(Assessed)), **on),
        *[ConfirmOffer(units=("am",), how=Assessed.REMOTE, over_count=True, **arrives, **on)] * 2,
        CounterOffer(start_on=start.date(), words=words, **on),
        DeclineOffer(code=teller.one_of(["D01", "D05", "D20"]), words=words, **on),
        TakeBackOffer(words=words, **on),
        RecordPersonAnswer(said=teller.one_of(list(PersonSaid)), **yes, **on),
        WithdrawOffer(offer_id=offer, words=words, **what),
        WithdrawRequest(request_id=request, words=words, **what),
        LetOfferExpire(offer_id=offer, **what | {"at": teller.now + timedelta(hours=5)}),
        ChangeStart(answer_id=teller.new_id(), words=words, **arrives, **what),
        booking_ends,
        FailStart(words=words, **on),
    ]
    return teller.one_of(tellings)


def a_service(teller: Teller, service: ServiceId) -> list[Command]:
    """One of the services is there, and has room."""
    on: dict[str, Any] = {"service_id": service, **teller.said()}
    run = Unit(key="am", commissioned=9, usable=9, occupied=0, run=Run(window=Window.MORNING, carers=2))
    listed: dict[str, Any] = {"organisation_id": teller.place.trust, "line": ServiceLine.REAB, "pathway": Pathway.P1}
    return [ListService(name=f"Reablement {service.int}", **listed, **on), DeclareCapacity(units=(run,), **on)]


def _package(teller: Teller) -> Package:
    start = (teller.now + timedelta(days=teller.chance.randint(1, 2))).date()
    call = Call(window=Window.MORNING, carers=teller.chance.randint(1, 2), minutes=45)
    return Package(line=ServiceLine.REAB, start_on=start, sector="ZZ97 1", calls=(call,))


def _home(what: dict[str, Any]) -> DecidePathway:
    nothing: dict[str, Any] = dict.fromkeys(("why_not_home", "words", "home_possible_if", "review_on", "senior_yes"))
    return DecidePathway(needed=Pathway.P1, given=Pathway.P1, decided_by=Words("The hub team"), **nothing, **what)
