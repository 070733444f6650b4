"""What a page shows of assessments: the answers, every version, and what was said about each item."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from app.api.assessment_items import DifferencePart, ItemPart, differences, item_parts
from app.api.assessment_reading import CaseRead
from app.api.telling import who
from app.domain.assessment.sealing import as_answers
from app.domain.case import AssessmentReaffirmed, AssessmentSigned
from app.domain.decider import Recorded
from app.domain.practice import PracticeKind
from app.domain.rejections import NotKnown
from app.events.overwriting import signed_at
from app.forms import title_of
from app.views.assessment import AssessmentRow
from app.views.assessment import rows as assessment_rows
from app.views.phrases import coded


class AssessmentLine(BaseModel):
    """One assessment in a list; `valid` says whether it may be relied on now."""

    assessment_id: UUID
    form: str
    form_version: str
    title: str
    number: int
    signed_at: datetime
    by: str
    valid_until: datetime
    valid: bool
    open_items: int


class AssessmentsPage(BaseModel):
    """The assessments of a case, the latest first."""

    assessments: list[AssessmentLine]


class VersionPart(BaseModel):
    """One signing; `changed` are the linkIds that are answered otherwise than in the version before."""

    number: int
    signed_at: datetime
    by: str
    role: str | None
    competency: str
    agreement: str
    agreement_words: str
    employer: str
    seen_at: datetime
    seen_where: str
    seen_with: str | None
    changed: list[str]


class ConfirmationPart(BaseModel):
    """Somebody said that it is still true."""

    at: datetime
    by: str
    number: int
    words: str | None


class AssessmentPage(AssessmentLine):
    """One assessment. `answers` are those of version `shown`; send `etag` as If-Match to sign the next version."""

    etag: str
    shown: int
    answers: dict[str, list[Any]]
    versions: list[VersionPart]
    confirmations: list[ConfirmationPart]
    items: list[ItemPart]
    found_different: list[DifferencePart]


def assessments_page(read: CaseRead, now: datetime) -> AssessmentsPage:
    """The list of a case."""
    latest = sorted(assessment_rows(read.past.events), key=lambda row: (row.signed_at, row.position), reverse=True)
    return AssessmentsPage(assessments=[AssessmentLine(**_line(row, read, now)) for row in latest])


def assessment_page(read: CaseRead, assessment_id: UUID, now: datetime, number: int | None = None) -> AssessmentPage:
    """One assessment whole, with the answers of one version or the latest. Raises NotKnown."""
    signings = read.signings(assessment_id)
    shown = [each for each in signings if number in (None, each.event.number)]
    if not shown:
        raise NotKnown(what="assessment")
    row = next(row for row in assessment_rows(read.past.events) if row.id == assessment_id)
    return AssessmentPage(
        **_line(row, read, now),
        etag=f'"{signed_at(read.past.events, assessment_id)}"',
        shown=shown[-1].event.number,
        answers=as_answers(shown[-1].event.answers),
        versions=[_version(each, read) for each in signings],
        confirmations=list(_confirmations(read, assessment_id)),
        items=item_parts(read, assessment_id),
        found_different=differences(read, assessment_id),
    )


def _line(row: AssessmentRow, read: CaseRead, now: datetime) -> dict[str, Any]:
    return {
        "assessment_id": row.id,
        "form": row.form,
        "form_version": row.form_version,
        "title": title_of(row.form),
        "number": row.number,
        "signed_at": row.signed_at,
        "by": read.names.get(UUID(row.assessor), "Somebody who left"),
        "valid_until": row.valid_until,
        "valid": now < row.valid_until,
        "open_items": row.open_items,
    }


def _version(signed: Recorded[AssessmentSigned], read: CaseRead) -> VersionPart:
    event = signed.event
    return VersionPart(
        number=event.number,
        signed_at=signed.at,
        by=who(signed.by, read.names),
        role=signed.by.role,
        competency=event.competency,
        agreement=event.agreement,
        agreement_words=coded(read.names, PracticeKind.ASSESSMENT_AGREEMENTS, event.agreement),
        employer=event.employer,
        seen_at=event.seen_at,
        seen_where=event.seen_where,
        seen_with=event.seen_with,
        changed=sorted(event.changed),
    )


def _confirmations(read: CaseRead, assessment_id: UUID) -> Iterator[ConfirmationPart]:
    for each in read.about(assessment_id):
        if isinstance(each.event, AssessmentReaffirmed):
            by, said = who(each.by, read.names), each.event
            yield ConfirmationPart(at=each.at, by=by, number=said.number, words=said.words)
