"""The trusted assessment for the service that is asked: it reads it, accepts it item by item, says what it found."""

from fastapi import APIRouter

from app.api.answering import Mine, Own
from app.api.offer_assessment import OfferAssessmentPage, offer_assessment
from app.api.offer_bodies import InterestIn, OwnDifferenceIn, OwnItemAnswerIn
from app.api.problems import problems
from app.api.state import Handle, HomewardState, Me, Now
from app.domain.case.requests.reading import AnswerOwnItem, OpenAssessment, ReportOwnDifference
from app.events.handler import Receipt

router = APIRouter(prefix="/offers/{offer_id}/trusted-assessment", tags=["offers"])


@router.get("", responses=problems(404, 409))
async def read_assessment_of_offer(mine: Mine, homeward: HomewardState, me: Me, now: Now) -> OfferAssessmentPage:
    """The assessment that was signed last; what it says once the service has said that it reads it."""
    return await offer_assessment(homeward, me, mine.case_id, mine.offer_id, now)


@router.put("/reading", responses=problems(404, 409))
async def open_assessment(own: Own, reading: InterestIn, handle: Handle) -> Receipt:
    """The service reads the version that stands; that is logged, once for each version."""
    return await handle(OpenAssessment(**own.common, **reading.values()))


@router.put("/items/{link_id}", responses=problems(404, 409))
async def answer_own_item(own: Own, link_id: str, said: OwnItemAnswerIn, handle: Handle) -> Receipt:
    """The service accepts, queries or rejects one item of the version that it has read."""
    return await handle(AnswerOwnItem(**own.common, link_id=link_id, **said.values()))


@router.put("/found-different", responses=problems(404, 409))
async def report_own_difference(own: Own, found: OwnDifferenceIn, handle: Handle) -> Receipt:
    """Once the person has come, something was not as the assessment says; it counts for the item of the form."""
    return await handle(ReportOwnDifference(**own.common, **found.values()))
