"""A service reads the trusted assessment of who it is asked for, says of each item what it makes of it, and later what
it found (DOMAIN rules 8 and 9).

It reads what its tier allows: from interest on, and each version is read by saying so, which is what is logged. What it
says of an item is said as the hub says it for others: the rules of the item are those of `item_answers`.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.domain.case.assessed import signed_last
from app.domain.case.assessing import Assessment, assessment
from app.domain.case.facts import CaseFacts
from app.domain.case.item_answers import (
    AnswerItem,
    ItemAnswer,
    ItemEvent,
    ReportDifference,
    answer_item,
    report_difference,
)
from app.domain.case.requests.answer import AnswerCommand, offer_of, open_offer
from app.domain.case.requests.state import Offer, OfferState
from app.domain.case.state import Away, Case, Ended
from app.domain.rejections import Rejection
from app.domain.values import ServiceId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentOpened:
    """The service read this version of the trusted assessment."""

    offer_id: UUID
    service_id: ServiceId
    assessment_id: UUID
    number: int
    answer_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAssessment(AnswerCommand):
    """Read the assessment that was signed last, in its latest version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOwnItem(AnswerCommand):
    """Say for one's own service whether it relies on one item. `words` are the question or the reason."""

    assessment_id: UUID
    link_id: str
    answer: ItemAnswer
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOwnDifference(AnswerCommand):
    """Say that something was found otherwise once the person had come."""

    assessment_id: UUID
    link_id: str
    how: Words


def open_assessment(command: OpenAssessment, case: Case) -> list[AssessmentOpened]:
    """A version that was read is read: it is recorded the first time."""
    if command.answer_id in case.requests.answered:
        return []
    offer = _reading(command, case)
    latest = signed_last(case.assessments)
    if latest is None:
        raise NothingSignedYet
    if (latest.assessment_id, latest.number) in offer.read:
        return []
    version: dict[str, Any] = {"assessment_id": latest.assessment_id, "number": latest.number}
    return [
        AssessmentOpened(offer_id=command.offer_id, service_id=offer.service_id, answer_id=command.answer_id, **version)
    ]


def answer_own_item(command: AnswerOwnItem, case: Case, facts: CaseFacts) -> list[ItemEvent]:
    """Only of the version that stands, which the service has read."""
    offer, signed = offer_of(command, case), assessment(case, command.assessment_id)
    if command.answer_id in signed.told:
        return []
    _reading(command, case)
    _require_read(offer, signed)
    about: dict[str, Any] = {"assessment_id": command.assessment_id, "link_id": command.link_id}
    said = AnswerItem(
        case_id=command.case_id,
        by=command.by,
        at=command.at,
        answer_id=command.answer_id,
        service_id=offer.service_id,
        answer=command.answer,
        words=command.words,
        **about,
    )
    return answer_item(said, case, facts)


def report_own_difference(command: ReportOwnDifference, case: Case, facts: CaseFacts) -> list[ItemEvent]:
    """By whom the person came to, from then on and after closing too."""
    offer, signed = offer_of(command, case), assessment(case, command.assessment_id)
    if command.answer_id in signed.told:
        return []
    if not has_come(offer, case):
        raise NotCameYet
    about: dict[str, Any] = {"assessment_id": command.assessment_id, "link_id": command.link_id}
    found = ReportDifference(
        case_id=command.case_id,
        by=command.by,
        at=command.at,
        report_id=command.answer_id,
        how=command.how,
        service_id=offer.service_id,
        **about,
    )
    return report_difference(found, case, facts)


def has_come(offer: Offer, case: Case) -> bool:
    """Whether the person left hospital for this service."""
    stage = case.stage.before if isinstance(case.stage, Ended) else case.stage
    return offer.state is OfferState.CONFIRMED and isinstance(stage, Away)


def _reading(command: AnswerCommand, case: Case) -> Offer:
    """The offer, while its service may read the detail; raises why it may not."""
    offer = offer_of(command, case)
    if offer.state is OfferState.CONFIRMED:
        return offer
    open_offer(command, case)
    if not offer.shows_detail:
        raise DetailNotOpened
    return offer


def _require_read(offer: Offer, signed: Assessment) -> None:
    if (signed.latest.assessment_id, signed.latest.number) not in offer.read:
        raise AssessmentNotRead


class DetailNotOpened(Rejection):
    """The assessment goes with the detail. Say first that you are interested; that is logged."""


class NothingSignedYet(Rejection):
    """No trusted assessment is signed for this person yet. Ask the hub when it will be."""


class AssessmentNotRead(Rejection):
    """You have not read this version of the assessment. Read it first, then say what you rely on."""


class NotCameYet(Rejection):
    """Nobody has come to you by this request yet. Say what you found different once the person is with you."""
