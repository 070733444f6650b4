"""What services and assessors said of an assessment, item by item."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from app.api.assessment_reading import CaseRead
from app.api.telling import who
from app.domain.case import FoundDifferent, ItemAccepted, ItemAnswered, ItemQueried, ItemRejected
from app.domain.case.item_standing import OPEN, Standing
from app.domain.decider import Recorded
from app.views.phrases import where

_SAID: dict[type[Any], Standing] = {
    ItemAccepted: Standing.ACCEPTED,
    ItemQueried: Standing.QUERIED,
    ItemRejected: Standing.REJECTED,
    ItemAnswered: Standing.ANSWERED,
}


class SaidPart(BaseModel):
    """One thing said of an item: accepted, queried or rejected by the service, or answered by the assessor's side."""

    what: Standing
    at: datetime
    by: str
    words: str | None


class ItemPart(BaseModel):
    """One item with one service: `open` while that waits for an answer, `changed` once it says something else."""

    link_id: str
    service_id: UUID
    service: str
    standing: Standing
    open: bool
    said: list[SaidPart]


class DifferencePart(BaseModel):
    """What was found otherwise on arrival."""

    link_id: str
    how: str
    service: str | None
    at: datetime
    by: str


def item_parts(read: CaseRead, assessment_id: UUID, of: UUID | None = None) -> list[ItemPart]:
    """Every item that a service said something of; `of`: that this one did."""
    items = read.case.assessments[assessment_id].items
    return [
        ItemPart(
            link_id=link_id,
            service_id=service,
            service=where(read.names, service),
            standing=standing,
            open=standing in OPEN,
            said=list(_said(read, assessment_id, service, link_id)),
        )
        for (service, link_id), standing in items.items()
        if of in (None, service)
    ]


def differences(read: CaseRead, assessment_id: UUID, of: UUID | None = None) -> list[DifferencePart]:
    """What was found different, in the order in which it was told; `of`: by this service."""
    return [
        DifferencePart(
            link_id=each.event.link_id,
            how=each.event.how,
            service=where(read.names, each.event.service_id) if each.event.service_id else None,
            at=each.at,
            by=who(each.by, read.names),
        )
        for each in read.about(assessment_id)
        if isinstance(each.event, FoundDifferent) and of in (None, each.event.service_id)
    ]


def _said(read: CaseRead, assessment_id: UUID, service: UUID, link_id: str) -> Iterator[SaidPart]:
    for each in read.about(assessment_id):
        if type(each.event) in _SAID and (each.event.service_id, each.event.link_id) == (service, link_id):
            yield _part(each, read)


def _part(each: Recorded[Any], read: CaseRead) -> SaidPart:
    words = getattr(each.event, "words", None)
    return SaidPart(what=_SAID[type(each.event)], at=each.at, by=who(each.by, read.names), words=words)
