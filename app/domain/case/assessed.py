"""The assessments of a case after one more event about them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, assert_never
from uuid import UUID

from app.domain.case.assessing import AssessingEvent, Assessment, AssessmentReaffirmed, AssessmentSigned
from app.domain.case.item_answers import (
    FoundDifferent,
    ItemAccepted,
    ItemAnswered,
    ItemEvent,
    ItemQueried,
    ItemRejected,
)
from app.domain.case.item_standing import Items, Standing, once_changed

Assessments = Mapping[UUID, Assessment]

_STANDING: dict[type[Any], Standing] = {
    ItemAccepted: Standing.ACCEPTED,
    ItemQueried: Standing.QUERIED,
    ItemRejected: Standing.REJECTED,
    ItemAnswered: Standing.ANSWERED,
}


def assessed(assessments: Assessments, event: AssessingEvent | ItemEvent, at: datetime) -> Assessments:
    """The assessments once this is known, in the order signed; what is said of one not signed changes nothing."""
    key = event.assessment_id
    if isinstance(event, AssessmentSigned):
        others = {each: kept for each, kept in assessments.items() if each != key}
        return {**others, key: _signed(event, assessments.get(key), at)}
    if key not in assessments:
        return assessments
    before = assessments[key]
    after = replace(before, told=before.told | {_told(event)}, items=items_after(before.items, event))
    if isinstance(event, AssessmentReaffirmed):
        after = replace(after, said_at=at)
    return {**assessments, key: after}


def signed_last(assessments: Assessments) -> AssessmentSigned | None:
    """The latest version of the assessment that was signed last; None where none was."""
    return list(assessments.values())[-1].latest if assessments else None


def items_after(items: Items, event: AssessingEvent | ItemEvent) -> Items:
    """How the items stand after this event."""
    match event:
        case AssessmentSigned():
            return once_changed(items, event.changed)
        case ItemAccepted() | ItemQueried() | ItemRejected() | ItemAnswered():
            return {**items, (event.service_id, event.link_id): _STANDING[type(event)]}
        case AssessmentReaffirmed() | FoundDifferent():
            return items
        case _:
            assert_never(event)


def _signed(event: AssessmentSigned, before: Assessment | None, at: datetime) -> Assessment:
    return Assessment(
        latest=event,
        said_at=at,
        told=(before.told if before else frozenset()) | {event.signing_id},
        items=items_after(before.items, event) if before else {},
    )


def _told(event: AssessmentReaffirmed | ItemEvent) -> UUID:
    match event:
        case AssessmentReaffirmed():
            return event.confirmation_id
        case ItemAnswered():
            return event.reply_id
        case FoundDifferent():
            return event.report_id
        case ItemAccepted() | ItemQueried() | ItemRejected():
            return event.answer_id
        case _:
            assert_never(event)
