"""What a command on an assessment must know: its form, whether its service is listed, whether the id is taken."""

from typing import TypeAlias
from uuid import UUID

from app.domain.case import AnswerItem, Case, CaseFacts, ReportDifference, SignAssessment
from app.domain.case.requests.reading import AnswerOwnItem, ReportOwnDifference
from app.domain.practice import AssessmentAgreements, Lists
from app.domain.values import CaseId
from app.events.log import Turn
from app.events.practice import practice
from app.events.stream import Past
from app.forms import find_form

AboutItem: TypeAlias = AnswerItem | ReportDifference | AnswerOwnItem | ReportOwnDifference
AboutAssessment: TypeAlias = SignAssessment | AboutItem
ABOUT_ASSESSMENT = (SignAssessment, AnswerItem, ReportDifference, AnswerOwnItem, ReportOwnDifference)


async def before_assessing(turn: Turn, command: AboutAssessment, past: Past) -> CaseFacts:
    """Of a new version the form that is named; of what is said of an item the form that it was signed with."""
    if isinstance(command, SignAssessment):
        elsewhere = await _is_elsewhere(turn, command.assessment_id, command.case_id)
        form, lists = find_form(command.form, command.form_version), await practice(turn, AssessmentAgreements)
        return CaseFacts(form=form, assessment_elsewhere=elsewhere, lists=Lists(agreements=lists))
    case: Case = past.state
    signed = case.assessments.get(command.assessment_id)
    form = find_form(signed.latest.form, signed.latest.form_version) if signed else None
    return CaseFacts(form=form, service_known=await _service_known(turn, command))


async def _service_known(turn: Turn, command: AboutItem) -> bool:
    """A service that speaks for itself was asked, so it is listed."""
    if isinstance(command, AnswerOwnItem | ReportOwnDifference) or command.service_id is None:
        return True
    return await _is_listed(turn, command.service_id)


async def _is_elsewhere(turn: Turn, assessment: UUID, case: CaseId) -> bool:
    there = "SELECT EXISTS (SELECT 1 FROM assessment_1 WHERE system_id = $1 AND id = $2 AND case_id <> $3)"
    return bool(await turn.connection.fetchval(there, turn.system, assessment, case))


async def _is_listed(turn: Turn, service: UUID) -> bool:
    listed = "SELECT EXISTS (SELECT 1 FROM service_1 WHERE system_id = $1 AND id = $2 AND NOT gone)"
    return bool(await turn.connection.fetchval(listed, turn.system, service))
