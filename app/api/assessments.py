"""Assessments of a case: signed, said to be still true, answered item by item, and read."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from app.access.policy import check_sees_assessment
from app.api.assessment_bodies import DifferenceIn, ItemAnswerIn, ReplyIn, SigningIn, StillTrueIn
from app.api.assessment_page import AssessmentPage, AssessmentsPage, assessment_page, assessments_page
from app.api.assessment_reading import read_case_of
from app.api.problems import problems
from app.api.questionnaire_response import questionnaire_response
from app.api.state import IF_MATCH, Handle, HomewardState, Me, Now
from app.domain.case import AnswerItem, ConfirmStillTrue, ReplyToService, ReportDifference, SignAssessment
from app.domain.values import CaseId
from app.drafts.assessment import ASSESSMENT
from app.drafts.keeping import forget_draft
from app.events.handler import Receipt

router = APIRouter(prefix="/cases/{case_id}/assessments", tags=["assessments"])

FHIR_JSON = "application/fhir+json"


@router.get("", responses=problems(404))
async def list_assessments(case_id: UUID, homeward: HomewardState, me: Me, now: Now) -> AssessmentsPage:
    """The assessments of a case, the latest first: how old each is, and what services ask."""
    check_sees_assessment(me)
    return assessments_page(await read_case_of(homeward, me, CaseId(case_id)), now)


@router.put("/{assessment_id}", responses=problems(404, 409, 412, 428), openapi_extra=IF_MATCH)
async def sign_assessment(
    case_id: UUID, assessment_id: UUID, signing: SigningIn, handle: Handle, homeward: HomewardState, me: Me, now: Now
) -> Receipt:
    """Sign an assessment; its draft goes. To sign the next version of one, send If-Match.

    Answers that do not fit the form are refused with `faults`: each has the linkId, a stable code and words.
    """
    what: dict[str, Any] = {"case_id": CaseId(case_id), "assessment_id": assessment_id, "by": me.actor, "at": now}
    receipt = await handle(SignAssessment(**what, **signing.values()))
    async with homeward.database.turns.acquire() as connection:
        await forget_draft(connection, ASSESSMENT, me.system, case_id)
    return receipt


@router.get("/{assessment_id}", responses=problems(404))
async def read_assessment(
    case_id: UUID, assessment_id: UUID, homeward: HomewardState, me: Me, now: Now, number: int | None = None
) -> AssessmentPage:
    """One assessment whole: answers, versions, and what services and the assessor said. `number` is a version of it."""
    check_sees_assessment(me)
    return assessment_page(await read_case_of(homeward, me, CaseId(case_id)), assessment_id, now, number)


@router.get(
    "/{assessment_id}/questionnaire-response",
    responses=problems(404) | {200: {"content": {FHIR_JSON: {}}, "description": "A FHIR R4 QuestionnaireResponse"}},
    response_class=JSONResponse,
)
async def read_questionnaire_response(
    case_id: UUID, assessment_id: UUID, homeward: HomewardState, me: Me
) -> JSONResponse:
    """The latest version as FHIR writes it."""
    check_sees_assessment(me)
    read = await read_case_of(homeward, me, CaseId(case_id))
    return JSONResponse(questionnaire_response(read, assessment_id), media_type=FHIR_JSON)


@router.put("/{assessment_id}/still-true/{confirmation_id}", responses=problems(404, 409))
async def confirm_still_true(
    case_id: UUID, assessment_id: UUID, confirmation_id: UUID, said: StillTrueIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """The assessment still holds: it may be relied on for another 72 hours."""
    what: dict[str, Any] = {"case_id": CaseId(case_id), "assessment_id": assessment_id, "by": me.actor, "at": now}
    return await handle(ConfirmStillTrue(**what, confirmation_id=confirmation_id, **said.values()))


@router.put("/{assessment_id}/items/{link_id}/answers/{answer_id}", responses=problems(404, 409))
async def answer_item(
    case_id: UUID,
    assessment_id: UUID,
    link_id: str,
    answer_id: UUID,
    said: ItemAnswerIn,
    handle: Handle,
    me: Me,
    now: Now,
) -> Receipt:
    """A service accepts, queries or rejects one item; the hub says so for it, as told by phone."""
    what: dict[str, Any] = {"case_id": CaseId(case_id), "assessment_id": assessment_id, "by": me.actor, "at": now}
    return await handle(AnswerItem(**what, link_id=link_id, answer_id=answer_id, **said.values()))


@router.put("/{assessment_id}/items/{link_id}/replies/{reply_id}", responses=problems(404, 409))
async def reply_to_service(
    case_id: UUID,
    assessment_id: UUID,
    link_id: str,
    reply_id: UUID,
    said: ReplyIn,
    handle: Handle,
    me: Me,
    now: Now,
) -> Receipt:
    """Answer what a service queried or rejected; to change the answer itself, sign a new version."""
    what: dict[str, Any] = {"case_id": CaseId(case_id), "assessment_id": assessment_id, "by": me.actor, "at": now}
    return await handle(ReplyToService(**what, link_id=link_id, reply_id=reply_id, **said.values()))


@router.put("/{assessment_id}/found-different/{report_id}", responses=problems(404, 409))
async def report_difference(
    case_id: UUID, assessment_id: UUID, report_id: UUID, found: DifferenceIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """On arrival something was not as the assessment says; it counts for the item of the form."""
    what: dict[str, Any] = {"case_id": CaseId(case_id), "assessment_id": assessment_id, "by": me.actor, "at": now}
    return await handle(ReportDifference(**what, report_id=report_id, **found.values()))
