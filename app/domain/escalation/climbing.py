"""Climbing: nobody answered in time, or the cause has lasted until the policy's next line."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.escalation.state import Escalations
from app.domain.escalation.stream import EscalationCommand
from app.domain.escalation.terms import Terms, is_higher


class ClimbedBecause(StrEnum):
    """Why it stands higher now."""

    UNANSWERED = "unanswered"
    GOES_ON = "goes_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationClimbed:
    """It stands at a higher level, and waits for an answer there."""

    escalation_id: UUID
    terms: Terms
    because: ClimbedBecause


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb(EscalationCommand):
    """The clock lifts it."""

    escalation_id: UUID
    terms: Terms
    because: ClimbedBecause


def climb(command: Climb, past: Escalations) -> list[EscalationClimbed]:
    """Only upwards, and only while it is open; by silence only while there is silence."""
    escalation = past.items.get(command.escalation_id)
    if escalation is None or escalation.ended or not is_higher(command.terms.level, escalation.terms.level):
        return []
    if command.because is ClimbedBecause.UNANSWERED and escalation.answered:
        return []
    return [EscalationClimbed(escalation_id=command.escalation_id, terms=command.terms, because=command.because)]
