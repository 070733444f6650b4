"""What news of a spell means for the person's case: where the stay stands now is where the case must stand.

Only a death and an admission that never was close a case. Whoever leaves alive, also by their own discharge, to another
hospital, on the virtual ward or as a ward discharge (P0), keeps a case that shows how they left: the hub may have to
act (a call to somebody who took their own discharge, a word to the other hospital, a package to restart), and closes
the case when that is done (DOMAIN, *The life of a case*).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from app.domain.case import CloseCase, RecordDeparture, RecordReturn, ReopenCase
from app.domain.case.command import CaseCommand
from app.domain.case.outcome import Outcome
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.ways_out import WayOut
from app.domain.spell.state import Elsewhere, Ended, Open, Spell, VirtualWard, Voided
from app.domain.values import Actor, CaseId, Words


class Standing(Enum):
    """What the case has to know of the stay."""

    NOT_HERE_YET = "not here yet"
    HERE = "here"
    AWAY = "away"
    DIED = "died"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOfSpell:
    """The latest case that this spell belongs to, how it ended if it has, and whether people said that it had."""

    case_id: CaseId
    outcome: Outcome | None
    closed_by_people: bool = False


def standing(spell: Spell) -> Standing:
    """Where the person is, as far as a case follows from it."""
    if spell.admission is None:
        return Standing.NOT_HERE_YET
    match spell.stage:
        case Open():
            return Standing.HERE
        case Ended(how=WayOut.DIED):
            return Standing.DIED
        case Ended() | Elsewhere() | VirtualWard():
            return Standing.AWAY
        case Voided():
            return Standing.CANCELLED


def consequences(
    before: Standing,
    after: Standing,
    case: CaseOfSpell,
    *,
    by: Actor,
    at: datetime,
    told_at: datetime | None = None,
    left_at: datetime | None = None,
    how: WayOut | None = None,
    reason: ReturnReason | None = None,
    words: Words | None = None,
) -> list[CaseCommand]:
    """The commands on the case that follow when the stay goes from one standing to another.

    From *away* to *away* the person left at another time or in another way: `left_at` and `how`, as the stay says now.
    A case that people closed stays closed; what the stay itself had closed opens again when that was wrong. `reason`
    and `words` say why the leaving was taken back.
    """
    if before is after and (after is not Standing.AWAY or left_at is None):
        return []
    common: dict[str, Any] = {"case_id": case.case_id, "by": by, "at": at, "told_at": told_at}
    closed_by_stay = _CLOSED_AS.get(before)
    if case.outcome is not None and (case.closed_by_people or case.outcome is not closed_by_stay):
        return []
    reopened = [ReopenCase(words=None, **common)] if case.outcome else []
    match after:
        case Standing.HERE:
            return [*reopened, RecordReturn(reason=reason, words=words, **common)]
        case Standing.AWAY:
            return [*reopened, RecordDeparture(how=how, **common | {"at": left_at or at})]
        case Standing.DIED | Standing.CANCELLED:
            return [*reopened, CloseCase(outcome=_CLOSED_AS[after], words=None, **common)]
        case Standing.NOT_HERE_YET:
            return []


_CLOSED_AS = {Standing.DIED: Outcome.DIED, Standing.CANCELLED: Outcome.ADMISSION_CANCELLED}
