"""The forms of assessments, as FHIR Questionnaires, and what was learnt about their items."""

from datetime import date
from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from app.access.policy import check_sees_assessment
from app.api.problems import problems
from app.api.state import HomewardState, Me, Now
from app.domain.assessment.form import Form
from app.domain.codes.assessors import COMPETENCIES, SEEN_WHERE
from app.domain.local_time import local_date
from app.domain.practice import AssessmentAgreements
from app.domain.rejections import NotKnown
from app.events.practice import practice_in
from app.forms import forms_in_force, item_text, kept_forms
from app.views.assessment_feedback import feedback_of

router = APIRouter(tags=["assessments"])


class FormLine(BaseModel):
    """One version of a form; `in_force` says whether a new assessment is made with it today."""

    id: str
    version: str
    title: str
    effective_from: date | None
    in_force: bool


class Choice(BaseModel):
    """One entry of a list."""

    code: str
    words: str


class FormsPage(BaseModel):
    """Every form in every version, and the lists that signing chooses from."""

    forms: list[FormLine]
    competencies: list[Choice]
    agreements: list[Choice]
    seen_where: list[Choice]


class ItemFeedback(BaseModel):
    """How often services queried or rejected this item, or found it different on arrival."""

    form: str
    form_version: str
    link_id: str
    text: str
    queried: int
    rejected: int
    different: int


class FeedbackPage(BaseModel):
    """What was learnt, the item with most of it first. It counts and names nobody."""

    items: list[ItemFeedback]


@router.get("/assessment-forms", responses=problems())
async def list_forms(homeward: HomewardState, me: Me, now: Now) -> FormsPage:
    """The forms, and who may sign them under which agreement."""
    async with homeward.database.reads.acquire() as connection:
        agreements = await practice_in(connection, me.system, AssessmentAgreements)
    in_force = forms_in_force(local_date(now)).values()
    return FormsPage(
        forms=[_line(kept.form, kept.form in in_force) for kept in kept_forms().values()],
        competencies=_choices(COMPETENCIES),
        agreements=[Choice(code=each.code, words=each.words) for each in agreements.lines],
        seen_where=_choices(SEEN_WHERE),
    )


@router.get("/assessment-forms/{form_id}/{version}", responses=problems(404))
async def read_form(form_id: str, version: str, _me: Me) -> JSONResponse:
    """A form as its FHIR R4 Questionnaire."""
    kept = kept_forms().get((form_id, version))
    if kept is None:
        raise NotKnown(what="form")
    return JSONResponse(kept.questionnaire, media_type="application/fhir+json")


@router.get("/assessment-feedback", responses=problems())
async def read_feedback(homeward: HomewardState, me: Me) -> FeedbackPage:
    """What services queried, rejected and found different, counted by item of each form."""
    check_sees_assessment(me)
    async with homeward.database.reads.acquire() as connection:
        counted = await feedback_of(connection, me.system)
    return FeedbackPage(items=[ItemFeedback(text=item_text(each["link_id"]), **each) for each in counted])


def _line(form: Form, in_force: bool) -> FormLine:
    return FormLine(
        id=form.id, version=form.version, title=form.title, effective_from=form.effective_from, in_force=in_force
    )


def _choices(words: dict[Any, str]) -> list[Choice]:
    return [Choice(code=code, words=said) for code, said in words.items()]
