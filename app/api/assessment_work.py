"""What helps to make an assessment: where it starts from, what services still need, and its draft."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from app.access.policy import check, check_sees_assessment
from app.api.assessment_bodies import AssessmentDraftIn
from app.api.assessment_gaps import GapsPage, gaps_page
from app.api.assessment_reading import read_case_of
from app.api.problems import problems
from app.api.state import IF_MATCH, HomewardState, Me, Now, if_match
from app.api.telling import names_of
from app.domain.assessment.sealing import as_answers
from app.domain.assessment.starting import Source, start
from app.domain.case import SignAssessment
from app.domain.case.referral_facts import referral_facts
from app.domain.local_time import local_date
from app.domain.rejections import NotKnown
from app.domain.values import CaseId
from app.drafts.assessment import ASSESSMENT
from app.drafts.keeping import Draft, discard_draft, keep_draft, read_draft
from app.events.earlier_assessment import earlier_answers
from app.forms import TRUSTED_ASSESSMENT, forms_in_force

router = APIRouter(prefix="/cases/{case_id}", tags=["assessments"])


class StartPage(BaseModel):
    """Answers to begin with, and the source of each: an earlier assessment, the referral, or the form."""

    form: str
    form_version: str
    answers: dict[str, Sequence[Any]]
    sources: dict[str, Source]
    employer: str | None


class DraftPage(BaseModel):
    """The draft as it is kept; send `etag` as If-Match to take its place."""

    assessment_id: UUID
    form: str
    form_version: str
    answers: dict[str, list[Any]]
    particulars: dict[str, str]
    saved_by: str
    saved_at: datetime
    etag: str


@router.get("/assessment-start", responses=problems(404))
async def read_start(
    case_id: UUID, homeward: HomewardState, me: Me, now: Now, form: str = TRUSTED_ASSESSMENT
) -> StartPage:
    """Where a new assessment starts: the person's last one, the referral's fields, the form's own beginnings."""
    check_sees_assessment(me)
    read = await read_case_of(homeward, me, CaseId(case_id))
    in_force = forms_in_force(local_date(now)).get(form)
    if in_force is None or read.case.person_id is None:
        raise NotKnown(what="form")
    earlier = read.signings()
    async with homeward.database.reads.acquire() as connection:
        before = {} if earlier else await earlier_answers(connection, me.system, read.case.person_id)
    known = as_answers(earlier[-1].event.answers) if earlier else before
    begun = start(in_force, referral_facts(read.case.form), known)
    return StartPage(
        form=in_force.id,
        form_version=in_force.version,
        answers=dict(begun.answers),
        sources=dict(begun.sources),
        employer=read.names.get(me.organisation_id),
    )


@router.get("/assessment-gap", responses=problems(404))
async def read_gap(case_id: UUID, homeward: HomewardState, me: Me, service_id: UUID | None = None) -> GapsPage:
    """What the latest assessment leaves open: for one service, or for home care, beds and care homes by default."""
    check_sees_assessment(me)
    return await gaps_page(homeward, me, await read_case_of(homeward, me, CaseId(case_id)), service_id)


@router.get("/assessment-draft", responses=problems())
async def read_assessment_draft(case_id: UUID, homeward: HomewardState, me: Me) -> DraftPage | None:
    """What is filled in of this case's assessment, on any computer of ward and hub."""
    check(me, SignAssessment)
    async with homeward.database.reads.acquire() as connection:
        draft = await read_draft(connection, ASSESSMENT, me.system, case_id)
    return await _page(homeward, me, draft) if draft else None


@router.put("/assessment-draft", responses=problems(404, 412, 428), openapi_extra=IF_MATCH)
async def keep_assessment_draft(
    case_id: UUID, draft: AssessmentDraftIn, request: Request, homeward: HomewardState, me: Me, now: Now
) -> DraftPage:
    """Keep what is filled in by now. To take the place of an earlier save, send If-Match."""
    check(me, SignAssessment)
    version = if_match(request.headers.get("if-match"))
    async with homeward.database.turns.acquire() as connection, connection.transaction():
        kept = await keep_draft(
            connection,
            ASSESSMENT,
            me.system,
            case_id,
            draft.model_dump(mode="json"),
            by=me.staff_id,
            at=now,
            if_match=version,
        )
    return await _page(homeward, me, kept)


@router.delete("/assessment-draft", status_code=204, responses=problems(412, 428), openapi_extra=IF_MATCH)
async def discard_assessment_draft(case_id: UUID, request: Request, homeward: HomewardState, me: Me) -> Response:
    """Throw the draft away. Where there is none, nothing happens."""
    check(me, SignAssessment)
    version = if_match(request.headers.get("if-match"))
    async with homeward.database.turns.acquire() as connection, connection.transaction():
        await discard_draft(connection, ASSESSMENT, me.system, case_id, version)
    return Response(status_code=204)


async def _page(homeward: HomewardState, me: Me, draft: Draft) -> DraftPage:
    async with homeward.database.engine.connect() as connected:
        names = await names_of(connected, me.system)
    saved_by = names.get(draft.saved_by, "Somebody who left")
    return DraftPage(**draft.body, saved_by=saved_by, saved_at=draft.saved_at, etag=f'"{draft.version}"')
