"""Whole stories of services, told in order: one is sought and found and does not hold, one counts itself and closes."""

from datetime import timedelta
from typing import Any

from app.domain.case.holding.answering import AnswerForPlace, KeepOrRelease
from app.domain.case.holding.asking import AskHolders
from app.domain.case.holding.causes import Cause
from app.domain.case.requests.answering import (
    Assessed,
    CounterOffer,
    DeclineOffer,
    HoldInPrinciple,
    OpenDetail,
    QueryOffer,
    RecordAssessed,
)
from app.domain.case.requests.confirming import ChangeStart, ConfirmOffer
from app.domain.case.requests.hub_side import AnswerQuery, EndBooking, EndBookingBecause, TakeCounter
from app.domain.case.requests.person import RecordPersonAnswer, SaidBy
from app.domain.case.requests.reading import OpenAssessment
from app.domain.case.requests.state import PersonSaid, Round, offer_id_of
from app.domain.decider import Command
from app.domain.service import (
    ClosedFor,
    CloseService,
    ConfirmCapacity,
    DescribeService,
    ReopenService,
)
from app.domain.values import CaseId, Role, Words
from tests.promises.assessing import signing
from tests.promises.searches import SERVICES, a_service, asking
from tests.promises.teller import Teller

WORDS = Words("As agreed on the telephone.")


def a_service_sought(teller: Teller, case: CaseId) -> list[Command]:
    """The first service reads, asks, proposes and cannot; the next confirms, keeps its place, and it does not hold."""
    what: dict[str, Any] = {"case_id": case, **teller.said()}
    by_hub = what | {"by": teller.place.by(Role.CASE_MANAGER)}
    request, start = teller.new_id(), teller.now + timedelta(days=1)
    arrives: dict[str, Any] = {"arrive_from": start, "arrive_to": start + timedelta(hours=2)}
    later: dict[str, Any] = {"arrive_from": start, "arrive_to": start + timedelta(hours=3)}

    def on(n: int) -> dict[str, Any]:
        return {"offer_id": offer_id_of(request, SERVICES[n]), "answer_id": teller.new_id(), **what}

    yes: dict[str, Any] = {
        "said": PersonSaid.AGREES,
        "said_by": SaidBy.PERSON,
        "interim_explained": True,
        "words": None,
    }
    return [
        *(command for service in SERVICES[:2] for command in a_service(teller, service)),
        *asking(teller, case, request, Round.RANKED, SERVICES[:2]),
        OpenDetail(**on(0)),
        signing(teller, {"assessment_id": teller.new_id(), **by_hub}),
        OpenAssessment(**on(0)),
        QueryOffer(words=WORDS, **on(0)),
        AnswerQuery(words=WORDS, **on(0)),
        CounterOffer(start_on=None, words=WORDS, **on(0)),
        TakeCounter(**on(0)),
        DeclineOffer(code="D01", **on(0)),
        HoldInPrinciple(units=("am",), until=start, over_count=True, **on(1)),
        RecordAssessed(how=Assessed.OWN_VISIT, **on(1)),
        RecordPersonAnswer(**yes, **on(1)),
        ConfirmOffer(units=("am",), over_count=True, **arrives, **on(1)),
        AskHolders(cause=Cause.MOVED_WARD, **what),
        AnswerForPlace(
            holder_id=offer_id_of(request, SERVICES[1]),
            answer=KeepOrRelease.KEEP,
            answer_id=teller.new_id(),
            until=start,
            **by_hub,
        ),
        ChangeStart(answer_id=teller.new_id(), words=WORDS, **later, **what),
        EndBooking(why=EndBookingBecause.FAILED_START, words=WORDS, **on(1)),
    ]


def a_service_counted(teller: Teller) -> list[Command]:
    """A service describes and counts itself, says that nothing changed, and takes nobody for a while."""
    said = teller.said()
    on: dict[str, Any] = {"service_id": SERVICES[0], **said, "at": said["at"] + timedelta(minutes=1)}
    closing = CloseService(why=ClosedFor.OWN_PAUSE, until=None, **on)
    described = DescribeService(sectors=frozenset({f"ZZ97 {teller.chance.randint(1, 3)}"}), **on)
    return [*a_service(teller, SERVICES[0]), described, ConfirmCapacity(**on), closing, ReopenService(**on)]
