"""Ending: by itself when the cause ends; what a person raised, a person ends."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.domain.escalation.answering import open_one, require_standing
from app.domain.escalation.facts import EscalationFacts
from app.domain.escalation.state import Escalations
from app.domain.escalation.stream import EscalationCommand
from app.domain.rejections import Rejection
from app.domain.values import Words


class EndedBecause(StrEnum):
    """What ended it."""

    CAUSE_OVER = "cause_over"
    CASE_CLOSED = "case_closed"
    STAY_OVER = "stay_over"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationEnded:
    """Nobody has to act any more. `words` and `ending_id` are those of the person who settled it."""

    escalation_id: UUID
    because: EndedBecause
    words: Words | None = None
    ending_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndWithCause(EscalationCommand):
    """The clock found that the cause is no more."""

    escalation_id: UUID
    because: EndedBecause


@dataclass(frozen=True, slots=True, kw_only=True)
class EndEscalation(EscalationCommand):
    """A person says that what a person raised is settled, and how."""

    escalation_id: UUID
    ending_id: UUID
    words: Words


def end_with_cause(command: EndWithCause, past: Escalations) -> list[EscalationEnded]:
    """Once."""
    escalation = past.items.get(command.escalation_id)
    if escalation is None or escalation.ended:
        return []
    return [EscalationEnded(escalation_id=command.escalation_id, because=command.because)]


def end_escalation(command: EndEscalation, past: Escalations, facts: EscalationFacts) -> list[EscalationEnded]:
    """Only what the clock would not find again at its next look."""
    if command.ending_id in past.said:
        return []
    escalation = open_one(past, command.escalation_id)
    require_standing(escalation, facts.asker)
    if escalation.by_clock:
        raise EndsWithItsCause
    return [
        EscalationEnded(
            escalation_id=command.escalation_id,
            because=EndedBecause.SETTLED,
            words=command.words,
            ending_id=command.ending_id,
        )
    ]


class EndsWithItsCause(Rejection):
    """This escalation ends by itself when its cause ends. Write on it what you did instead: then it climbs no more."""
