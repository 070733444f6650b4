"""Assessments made elsewhere come in as FHIR R4 QuestionnaireResponses: as a draft, or signed by an assessor."""

from uuid import UUID

from fastapi import APIRouter, Request

from app.access.policy import check
from app.api.assessment_bodies import AssessmentDraftIn
from app.api.assessment_reading import read_case_of
from app.api.assessment_work import DraftPage, keep_assessment_draft
from app.api.problems import problems
from app.api.questionnaire_response_bodies import QuestionnaireResponseIn
from app.api.questionnaire_response_reading import answered, particulars, signing
from app.api.state import IF_MATCH, Handle, HomewardState, Me, Now
from app.domain.case import SignAssessment
from app.domain.values import CaseId
from app.drafts.assessment import ASSESSMENT
from app.drafts.keeping import forget_draft, read_draft
from app.events.handler import Receipt

router = APIRouter(prefix="/cases/{case_id}", tags=["assessments"])


@router.put(
    "/assessment-draft/questionnaire-response/{assessment_id}",
    responses=problems(404, 409, 412, 428),
    openapi_extra=IF_MATCH,
)
async def draft_questionnaire_response(
    case_id: UUID,
    assessment_id: UUID,
    response: QuestionnaireResponseIn,
    request: Request,
    homeward: HomewardState,
    me: Me,
    now: Now,
) -> DraftPage:
    """Keep the response as the draft of an assessment; it need not be whole. To replace a draft, send If-Match.

    Answers that do not fit the form are refused with `faults`: each has the linkId, a stable code and words.
    """
    check(me, SignAssessment)
    told = answered(response, await read_case_of(homeward, me, CaseId(case_id)), whole=False)
    draft = AssessmentDraftIn(
        assessment_id=assessment_id,
        form=told.form.id,
        form_version=told.form.version,
        answers=told.answers,
        particulars=particulars(response),
    )
    return await keep_assessment_draft(case_id, draft, request, homeward, me, now)


@router.put(
    "/assessments/{assessment_id}/questionnaire-response/{signing_id}",
    responses=problems(404, 409, 412, 428),
    openapi_extra=IF_MATCH,
)
async def sign_questionnaire_response(
    case_id: UUID,
    assessment_id: UUID,
    signing_id: UUID,
    response: QuestionnaireResponseIn,
    handle: Handle,
    homeward: HomewardState,
    me: Me,
    now: Now,
) -> Receipt:
    """Sign the response as an assessment, or as the next version of one, which needs If-Match.

    Whoever puts it is who signs; a draft of the same assessment goes. Faults are told as for a draft.
    """
    check(me, SignAssessment)
    told = answered(response, await read_case_of(homeward, me, CaseId(case_id)), whole=True)
    command = SignAssessment(
        case_id=CaseId(case_id),
        assessment_id=assessment_id,
        signing_id=signing_id,
        form=told.form.id,
        form_version=told.form.version,
        answers=told.answers,
        by=me.actor,
        at=now,
        **signing(response),
    )
    receipt = await handle(command)
    async with homeward.database.turns.acquire() as connection:
        draft = await read_draft(connection, ASSESSMENT, me.system, case_id)
        if draft and draft.body["assessment_id"] == str(assessment_id):
            await forget_draft(connection, ASSESSMENT, me.system, case_id)
    return receipt
