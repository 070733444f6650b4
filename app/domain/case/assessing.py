"""Assess once (DOMAIN rule 9): an assessor with authority signs answers to a form, and says later that they hold."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from app.domain.assessment.checking import Fault, check
from app.domain.assessment.sealing import as_answers, as_words, changed
from app.domain.assessment.sheet import Answers
from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.item_standing import Items
from app.domain.case.state import Case, Ended
from app.domain.codes.assessors import ASSESSES, COMPETENCIES, SeenWhere
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSigned:
    """An assessor signed version `number` of this assessment; `answers` is one JSON text, sealed as a whole.

    `changed` are the linkIds whose answers are not those of the version before. Authority rests on what the assessor is
    trained in, `competency`, and the `agreement` relied on.
    """

    assessment_id: UUID
    signing_id: UUID
    form: str
    form_version: str
    number: int
    answers: Words
    changed: frozenset[str]
    competency: str
    agreement: str
    employer: Words
    seen_at: datetime
    seen_where: SeenWhere
    seen_with: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentReaffirmed:
    """An assessor said that version `number` is still true: it may be relied on for another 72 hours."""

    assessment_id: UUID
    confirmation_id: UUID
    number: int
    words: Words | None = None


AssessingEvent: TypeAlias = AssessmentSigned | AssessmentReaffirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What decisions read of an assessment: its latest version, and what a repeat is known by (`told`).

    `said_at` is when it was signed, or last said to be still true.
    """

    latest: AssessmentSigned
    said_at: datetime
    told: frozenset[UUID]
    items: Items = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignAssessment(CaseCommand):
    """Sign an assessment, or its next version. Both ids are made by who signs."""

    assessment_id: UUID
    signing_id: UUID
    form: str
    form_version: str
    answers: Answers
    competency: str
    agreement: str
    employer: Words
    seen_at: datetime
    seen_where: SeenWhere
    seen_with: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmStillTrue(CaseCommand):
    """Say that an assessment still holds."""

    assessment_id: UUID
    confirmation_id: UUID
    words: Words | None = None


def sign_assessment(command: SignAssessment, case: Case, facts: CaseFacts) -> list[AssessingEvent]:
    """The next version follows the one before it on the same form; the same again is no new version."""
    if facts.assessment_elsewhere:
        raise AssessmentOfAnotherCase
    signed = case.assessments.get(command.assessment_id)
    if signed and (command.signing_id in signed.told or _says_the_same(command, signed.latest)):
        return []
    _require_open(case)
    _require_authority(command, facts)
    _require_answers(command, signed, facts)
    return [
        AssessmentSigned(
            assessment_id=command.assessment_id,
            signing_id=command.signing_id,
            form=command.form,
            form_version=command.form_version,
            number=signed.latest.number + 1 if signed else 1,
            answers=as_words(command.answers),
            changed=changed(as_answers(signed.latest.answers), command.answers) if signed else frozenset(),
            **_who_and_where(command),
        )
    ]


def confirm_still_true(command: ConfirmStillTrue, case: Case) -> list[AssessingEvent]:
    """Also after the 72 hours: that is when it is asked."""
    signed = assessment(case, command.assessment_id)
    if command.confirmation_id in signed.told:
        return []
    _require_open(case)
    if command.by.role not in ASSESSES:
        raise AssessorWithoutAuthority(fields="role")
    said: dict[str, UUID] = {"assessment_id": command.assessment_id, "confirmation_id": command.confirmation_id}
    return [AssessmentReaffirmed(**said, number=signed.latest.number, words=command.words)]


def assessment(case: Case, assessment_id: UUID) -> Assessment:
    """The assessment of this id. Raises NotKnown."""
    signed = case.assessments.get(assessment_id)
    if signed is None:
        raise NotKnown(what="assessment")
    return signed


def _says_the_same(command: SignAssessment, latest: AssessmentSigned) -> bool:
    return as_words(command.answers) == latest.answers and _who_and_where(command) == _who_and_where(latest)


def _who_and_where(said: SignAssessment | AssessmentSigned) -> dict[str, Any]:
    names = ("competency", "agreement", "employer", "seen_at", "seen_where", "seen_with")
    return {name: getattr(said, name) for name in names}


def _require_open(case: Case) -> None:
    if isinstance(case.stage, Ended):
        raise AssessedAfterClosing


def _require_authority(command: SignAssessment, facts: CaseFacts) -> None:
    authority = {
        "role": command.by.role in ASSESSES,
        "competency": command.competency in COMPETENCIES,
        "agreement": command.agreement in facts.lists.agreements.codes,
    }
    missing = [name for name, given in authority.items() if not given]
    if missing:
        raise AssessorWithoutAuthority(fields=",".join(missing))


def _require_answers(command: SignAssessment, signed: Assessment | None, facts: CaseFacts) -> None:
    if facts.form is None:
        raise FormNotKnown
    if signed and (signed.latest.form, signed.latest.form_version) != (command.form, command.form_version):
        raise FormChanged
    if command.seen_at > command.at:
        raise NotSeenYet(fields="seen_at")
    faults = check(facts.form, command.answers)
    if faults:
        raise AnswersFaulty(faults)


class AssessorWithoutAuthority(Rejection):
    """Services rely on a case manager, ward clinician or provider, with a competency and an agreement that are listed.

    Ask somebody with that authority to sign, or choose the agreement that you work under.
    """


class FormNotKnown(Rejection):
    """There is no such form in this version. Choose one from the list of forms."""


class FormChanged(Rejection):
    """This assessment was made with another form or another version of it. Keep to that, or begin a new assessment."""


class NotSeenYet(Rejection):
    """The time at which the person was seen lies ahead. Give when you saw them."""


class AssessmentOfAnotherCase(Rejection):
    """An assessment with this id is on another case. Begin a new assessment here."""


class AssessedAfterClosing(Rejection):
    """This case is closed, so no assessment is signed on it. Reopen it first if the work on it goes on."""


class AnswersFaulty(Rejection):
    """Some answers are missing or not as the form asks. Each fault says where, and what would be right."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(fields=",".join(dict.fromkeys(fault.link_id for fault in faults)))
        self.faults = faults
