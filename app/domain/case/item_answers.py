"""What a service says of an assessment, item by item: accepts, queries, rejects; the reply; what it found different."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias
from uuid import UUID

from app.domain.case.assessing import Assessment, assessment
from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.item_standing import OPEN, Standing
from app.domain.case.state import Case
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import ServiceId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAccepted:
    """A service relies on this answer."""

    assessment_id: UUID
    answer_id: UUID
    number: int
    service_id: ServiceId
    link_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemQueried:
    """A service asks about this answer before it can accept."""

    assessment_id: UUID
    answer_id: UUID
    number: int
    service_id: ServiceId
    link_id: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRejected:
    """A service cannot rely on this answer."""

    assessment_id: UUID
    answer_id: UUID
    number: int
    service_id: ServiceId
    link_id: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAnswered:
    """The service's question about this item was answered."""

    assessment_id: UUID
    reply_id: UUID
    service_id: ServiceId
    link_id: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDifferent:
    """On arrival this was not as the assessment says; counted per form item."""

    assessment_id: UUID
    report_id: UUID
    number: int
    link_id: str
    how: Words
    service_id: ServiceId | None = None


ItemEvent: TypeAlias = ItemAccepted | ItemQueried | ItemRejected | ItemAnswered | FoundDifferent


class ItemAnswer(StrEnum):
    """What a service says of one item."""

    ACCEPT = "accept"
    QUERY = "query"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerItem(CaseCommand):
    """Say for a service whether it relies on one item. `words` are the question or the reason."""

    assessment_id: UUID
    answer_id: UUID
    service_id: ServiceId
    link_id: str
    answer: ItemAnswer
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyToService(CaseCommand):
    """Answer what a service queried or rejected, without changing the assessment."""

    assessment_id: UUID
    reply_id: UUID
    service_id: ServiceId
    link_id: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDifference(CaseCommand):
    """Say that something was found otherwise on arrival; `service_id` is who found it, where that is known."""

    assessment_id: UUID
    report_id: UUID
    link_id: str
    how: Words
    service_id: ServiceId | None = None


AboutItem: TypeAlias = AnswerItem | ReplyToService | ReportDifference


def answer_item(command: AnswerItem, case: Case, facts: CaseFacts) -> list[ItemEvent]:
    """A query or a rejection says why: without words the assessor cannot put it right."""
    signed = assessment(case, command.assessment_id)
    if command.answer_id in signed.told:
        return []
    _require_item(command, facts)
    if command.answer is ItemAnswer.ACCEPT:
        return _accepted(command, signed)
    if not command.words:
        raise ReasonMissing(fields="words")
    event = ItemQueried if command.answer is ItemAnswer.QUERY else ItemRejected
    return [event(**_about(command, signed), words=command.words)]


def reply_to_service(command: ReplyToService, case: Case) -> list[ItemEvent]:
    """Only to what is open; a new version of the assessment is the other way to put it right."""
    signed = assessment(case, command.assessment_id)
    if command.reply_id in signed.told:
        return []
    if signed.items.get((command.service_id, command.link_id)) not in OPEN:
        raise NothingAsked
    said: dict[str, Any] = {"service_id": command.service_id, "link_id": command.link_id, "words": command.words}
    return [ItemAnswered(assessment_id=command.assessment_id, reply_id=command.reply_id, **said)]


def report_difference(command: ReportDifference, case: Case, facts: CaseFacts) -> list[ItemEvent]:
    """At any stage, after closing too: that is when it is found."""
    signed = assessment(case, command.assessment_id)
    if command.report_id in signed.told:
        return []
    _require_item(command, facts)
    found = FoundDifferent(
        assessment_id=command.assessment_id,
        report_id=command.report_id,
        number=signed.latest.number,
        link_id=command.link_id,
        how=command.how,
        service_id=command.service_id,
    )
    return [found]


def _accepted(command: AnswerItem, signed: Assessment) -> list[ItemEvent]:
    if signed.items.get((command.service_id, command.link_id)) is Standing.ACCEPTED:
        return []
    return [ItemAccepted(**_about(command, signed))]


def _about(command: AnswerItem, signed: Assessment) -> dict[str, Any]:
    return {
        "assessment_id": command.assessment_id,
        "answer_id": command.answer_id,
        "number": signed.latest.number,
        "service_id": command.service_id,
        "link_id": command.link_id,
    }


def _require_item(command: AnswerItem | ReportDifference, facts: CaseFacts) -> None:
    if not facts.service_known:
        raise NotKnown(what="service")
    place = facts.form.places.get(command.link_id) if facts.form else None
    if place is None or not (place.item.type.is_question or place.item.repeats):
        raise ItemNotInForm


class ReasonMissing(Rejection):
    """Say what you ask, or why you cannot rely on this answer: without words the assessor cannot put it right."""


class NothingAsked(Rejection):
    """This service waits for no answer about this item. Look again: it may have accepted it, or the answer changed."""


class ItemNotInForm(Rejection):
    """The form of this assessment has no such question. Choose one of its questions."""
