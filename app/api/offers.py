"""Requests to services, as a service reads and answers them; the hub writes down what it is told on the telephone.

An offer of another organisation is answered like one that there is not: an id tells nothing.
"""

from fastapi import APIRouter

from app.access.policy import check_sight
from app.api.answering import Mine
from app.api.offer_bodies import (
    AssessmentIn,
    ConfirmationIn,
    CounterIn,
    DeclineIn,
    InPrincipleIn,
    InterestIn,
    QueryIn,
    YesTakenBackIn,
)
from app.api.offer_page import OfferPage, offer_page
from app.api.problems import problems
from app.api.rows import RowsPage, rows_page
from app.api.state import Handle, HomewardState, Me, Now
from app.api.task_bodies import KeepOrReleaseIn
from app.domain.case.holding.answering import AnswerForPlace
from app.domain.case.requests.answering import (
    CounterOffer,
    DeclineOffer,
    HoldInPrinciple,
    OpenDetail,
    QueryOffer,
    RecordAssessed,
    TakeBackOffer,
)
from app.domain.case.requests.confirming import ConfirmOffer
from app.domain.case.requests.hub_side import FailStart
from app.events.handler import Receipt

router = APIRouter(prefix="/offers", tags=["offers"])


@router.get("", responses=problems())
async def list_offers(homeward: HomewardState, me: Me) -> RowsPage:
    """The cards of what my services are asked, de-identified, and of what they have confirmed."""
    check_sight(me, "offer")
    return await rows_page(homeward, me, "offer", "*")


@router.get("/{offer_id}", responses=problems(404))
async def read_offer(mine: Mine, homeward: HomewardState, me: Me) -> OfferPage:
    """One card; the detail once the service was interested, and who it is once it has confirmed."""
    return await offer_page(homeward, me, mine.case_id, mine.offer_id)


@router.put("/{offer_id}/interest", responses=problems(404, 409))
async def open_detail(mine: Mine, interest: InterestIn, handle: Handle) -> Receipt:
    """The service is interested: it may read the detail from now on."""
    return await handle(OpenDetail(**mine.common, **interest.values()))


@router.put("/{offer_id}/in-principle", responses=problems(404, 409))
async def hold_in_principle(mine: Mine, held: InPrincipleIn, handle: Handle) -> Receipt:
    """The service would, and a place is kept. Refused with `capacity-gone` where it has none: `over_count` takes it."""
    return await handle(HoldInPrinciple(**mine.common, **held.values()))


@router.put("/{offer_id}/assessment", responses=problems(404, 409))
async def record_assessed(mine: Mine, assessed: AssessmentIn, handle: Handle) -> Receipt:
    """The service knows what the person needs, by its own visit, a trusted assessment or from afar."""
    return await handle(RecordAssessed(**mine.common, **assessed.values()))


@router.put("/{offer_id}/confirmation", responses=problems(404, 409))
async def confirm_offer(mine: Mine, yes: ConfirmationIn, handle: Handle) -> Receipt:
    """Start agreed. The first to confirm has it; all others are let go in the same moment."""
    return await handle(ConfirmOffer(**mine.common, **yes.values()))


@router.put("/{offer_id}/counter", responses=problems(404, 409))
async def counter_offer(mine: Mine, counter: CounterIn, handle: Handle) -> Receipt:
    """The service could, but otherwise."""
    return await handle(CounterOffer(**mine.common, **counter.values()))


@router.put("/{offer_id}/query", responses=problems(404, 409))
async def query_offer(mine: Mine, query: QueryIn, handle: Handle) -> Receipt:
    """The service asks the hub; its time to answer stands still until it is answered."""
    return await handle(QueryOffer(**mine.common, **query.values()))


@router.put("/{offer_id}/decline", responses=problems(404, 409))
async def decline_offer(mine: Mine, no: DeclineIn, handle: Handle) -> Receipt:
    """The service cannot, and says why by a code."""
    return await handle(DeclineOffer(**mine.common, **no.values()))


@router.put("/{offer_id}/withdrawal", responses=problems(404, 409))
async def take_back_offer(mine: Mine, back: YesTakenBackIn, handle: Handle) -> Receipt:
    """The service takes its yes in principle back."""
    return await handle(TakeBackOffer(**mine.common, **back.values()))


@router.put("/{offer_id}/keep-or-release", responses=problems(404, 409))
async def keep_or_release(mine: Mine, answer: KeepOrReleaseIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Whether the place is kept, and until when; released, it is free at once, and a booking with it is over."""
    of, offer = mine.case_id, mine.offer_id
    return await handle(AnswerForPlace(case_id=of, holder_id=offer, by=me.actor, at=now, **answer.values()))


@router.put("/{offer_id}/failed-start", responses=problems(404, 409))
async def fail_start(mine: Mine, failed: YesTakenBackIn, handle: Handle) -> Receipt:
    """The start that was agreed failed; the hub seeks another service."""
    return await handle(FailStart(**mine.common, **failed.values()))
