"""The assessments of a case: how old each is, who signed it, and what services ask. No answer stands in a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Column, DateTime, Index, Integer, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.assessment.validity import valid_until
from app.domain.case import (
    AssessmentReaffirmed,
    AssessmentSigned,
    CaseClosed,
    CaseEvent,
    CaseGiven,
    CaseReopened,
    EarlyAlertRaised,
    FoundDifferent,
    ItemQueried,
    ItemRejected,
    ReferralSubmitted,
)
from app.domain.case.assessed import items_after
from app.domain.case.assessing import AssessingEvent
from app.domain.case.item_answers import ItemEvent
from app.domain.case.item_standing import OPEN, Items
from app.domain.decider import Recorded
from app.domain.values import key_of
from app.views.apart import NOTES
from app.views.kind import Kind, Row, row_table

Feedback: TypeAlias = Mapping[str, Mapping[str, int]]

COUNTED: dict[type[Any], str] = {ItemQueried: "queried", ItemRejected: "rejected", FoundDifferent: "different"}
"""What teaches the makers of a form something about one of its items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRow(Row):
    """One assessment in its latest version. `open_items` wait for the assessor; `feedback` counts by linkId."""

    case_id: UUID
    person_id: UUID
    form: str
    form_version: str
    number: int
    signed_at: datetime
    valid_until: datetime
    assessor: str
    assessor_role: str | None
    agreement: str
    open_items: int
    feedback: Feedback


@dataclass(slots=True)
class _Told:
    """What the stream has said so far."""

    scope: str = ""
    person_id: UUID | None = None
    closed: bool = False


def rows(events: Sequence[Recorded[CaseEvent]]) -> list[AssessmentRow]:
    """Every assessment of a case, gone while the case is closed."""
    told, found, items = _Told(), dict[UUID, AssessmentRow](), dict[UUID, Items]()
    for recorded in events:
        match recorded.event:
            case EarlyAlertRaised() | ReferralSubmitted() as began:
                told.scope, told.person_id = told.scope or str(began.hub_id), told.person_id or began.person_id
            case CaseGiven(person_id=person):
                told.person_id = person
                found = {key: _at(row, recorded, person_id=person) for key, row in found.items()}
            case CaseClosed() | CaseReopened() as ending:
                told.closed = isinstance(ending, CaseClosed)
                found = {key: _at(row, recorded, gone=told.closed) for key, row in found.items()}
            case event if isinstance(event, AssessingEvent | ItemEvent):
                items[event.assessment_id] = items_after(items.get(event.assessment_id, {}), event)
                row = _changed(found.get(event.assessment_id), event, recorded, told)
                if row:
                    found[row.id] = replace(row, open_items=_open(items[row.id]))
            case _:
                pass
    return [*found.values()]


def _changed(
    row: AssessmentRow | None, event: AssessingEvent | ItemEvent, recorded: Recorded[CaseEvent], told: _Told
) -> AssessmentRow | None:
    if isinstance(event, AssessmentSigned):
        return _signed(event, recorded, told, row.feedback if row else {})
    if row is None:
        return None
    if isinstance(event, AssessmentReaffirmed):
        return _at(row, recorded, valid_until=valid_until(recorded.at))
    return _at(row, recorded, feedback=_counted(row.feedback, event))


def _signed(
    event: AssessmentSigned, recorded: Recorded[CaseEvent], told: _Told, feedback: Feedback
) -> AssessmentRow | None:
    if told.person_id is None:
        return None
    return AssessmentRow(
        id=event.assessment_id,
        scope=told.scope,
        position=recorded.position,
        gone=told.closed,
        case_id=key_of(recorded.stream),
        person_id=told.person_id,
        form=event.form,
        form_version=event.form_version,
        number=event.number,
        signed_at=recorded.at,
        valid_until=valid_until(recorded.at),
        assessor=recorded.by.id,
        assessor_role=recorded.by.role,
        agreement=event.agreement,
        open_items=0,
        feedback=feedback,
    )


def _at(row: AssessmentRow, recorded: Recorded[CaseEvent], **changed: Any) -> AssessmentRow:
    return replace(row, position=recorded.position, **changed)


def _counted(feedback: Feedback, event: ItemEvent) -> Feedback:
    kind = COUNTED.get(type(event))
    if kind is None:
        return feedback
    of_item = feedback.get(event.link_id, {})
    return {**feedback, event.link_id: {**of_item, kind: of_item.get(kind, 0) + 1}}


def _open(items: Items) -> int:
    return sum(standing in OPEN for standing in items.values())


TABLE = row_table(
    "assessment_1",
    Column("case_id", Uuid, nullable=False),
    Column("person_id", Uuid, nullable=False),
    Column("form", Text, nullable=False),
    Column("form_version", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("signed_at", DateTime(timezone=True), nullable=False),
    Column("valid_until", DateTime(timezone=True), nullable=False),
    Column("assessor", Text, nullable=False),
    Column("assessor_role", Text),
    Column("agreement", Text, nullable=False),
    Column("open_items", Integer, nullable=False),
    Column("feedback", JSONB, nullable=False, comment="by linkId: queried, rejected, found different"),
    indexes=[
        Index("assessment_by_id", "system_id", "id"),
        Index("assessment_of_case", "system_id", "case_id"),
        Index("assessment_of_person", "system_id", "person_id"),
    ],
)

ASSESSMENT = Kind(name="assessment", stream="case", table=TABLE, rows=rows, unmoved_by=NOTES)
