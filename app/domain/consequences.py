"""What news of a spell means for the person's case: where the stay stands now is where the case must stand.

Only a death and an admission that never was close a case; of these two the last leaves it to the stay that it had
followed before, if it had. Whoever leaves alive, also by their own discharge, to another hospital, on the virtual ward
or as a ward discharge (P0), keeps a case that shows how they left: the hub may have to act (a call to somebody who took
their own discharge, a word to the other hospital, a package to restart), and closes the case when that is done (DOMAIN,
*The life of a case*).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from app.domain.case import (
    CloseCase,
    GoBackToStay,
    RaiseEarlyAlert,
    RecordDeparture,
    RecordReturn,
    ReopenCase,
    SubmitReferral,
    TrackCase,
)
from app.domain.case.command import CaseCommand
from app.domain.case.facts import CaseFacts
from app.domain.case.outcome import Outcome
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.ways_out import WayOut
from app.domain.decider import Command
from app.domain.spell.hub_need import SayHubNeed
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
    """The latest case that this spell belongs to, how it ended if it has, and whether people said that it had.

    `again`: it had followed the person there from an earlier stay.
    """

    case_id: CaseId
    outcome: Outcome | None
    closed_by_people: bool = False
    again: bool = False


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
        case Standing.CANCELLED if case.again:
            return [*reopened, GoBackToStay(**common)]
        case Standing.DIED | Standing.CANCELLED:
            return [*reopened, CloseCase(outcome=_CLOSED_AS[after], words=None, **common)]
        case Standing.NOT_HERE_YET:
            return []


def settling(command: Command, facts: object) -> SayHubNeed | None:
    """Who tells the hub of somebody says by it that they need the hub, where that was proposed on their stay."""
    if not isinstance(facts, CaseFacts) or not facts.alert_proposed:
        return None
    match command:
        case RaiseEarlyAlert(spell_id=spell) | SubmitReferral(spell_id=spell) | TrackCase(spell_id=spell):
            said: dict[str, Any] = {"by": command.by, "at": command.at, "told_at": command.told_at}
            return SayHubNeed(spell_id=spell, need=HubNeed.YES, **said)
        case _:
            return None


_CLOSED_AS = {Standing.DIED: Outcome.DIED, Standing.CANCELLED: Outcome.ADMISSION_CANCELLED}
