"""What news of a spell means for the person's case: one event, recorded where everyone who needs it looks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.domain.case import CloseCase, RecordDeparture, RecordReturn, ReopenCase
from app.domain.case.command import CaseCommand
from app.domain.case.outcome import Outcome
from app.domain.spell import AdmissionReversed, EndReversed, SpellEnded, SpellReopened, WayOut
from app.domain.values import Actor, CaseId

CONCERNS_THE_CASE = (SpellEnded, EndReversed, AdmissionReversed, SpellReopened)
"""The events of a spell that its case may have to hear of; for any other the case need not be looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOfSpell:
    """The latest case that this spell belongs to, and how it ended if it has."""

    case_id: CaseId
    outcome: Outcome | None


def consequences(event: object, case: CaseOfSpell, *, by: Actor, at: datetime) -> list[CaseCommand]:
    """The commands on the case that follow from an event of its spell."""
    common: dict[str, Any] = {"case_id": case.case_id, "by": by, "at": at}
    match event:
        case SpellEnded(how=WayOut.DIED) if case.outcome is None:
            return [CloseCase(outcome=Outcome.DIED, words=None, **common)]
        case SpellEnded() if case.outcome is None:
            return [RecordDeparture(**common)]
        case AdmissionReversed() if case.outcome is None:
            return [CloseCase(outcome=Outcome.ADMISSION_CANCELLED, words=None, **common)]
        case SpellReopened() if case.outcome is Outcome.ADMISSION_CANCELLED:
            return [ReopenCase(words=None, **common), RecordReturn(**common)]
        case EndReversed() if case.outcome is Outcome.DIED:
            return [ReopenCase(words=None, **common), RecordReturn(**common)]
        case EndReversed() if case.outcome is None:
            return [RecordReturn(**common)]
        case _:
            return []
