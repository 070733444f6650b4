"""Opening again what ended only because somebody was taken to have left or died, once that is taken back.

What the clock raised comes back by its cause. What a person raised would be lost, and with it what nobody else knows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from app.domain.escalation.ending import EndedBecause
from app.domain.escalation.state import Escalation, Escalations
from app.domain.escalation.stream import EscalationCommand
from app.domain.escalation.terms import Terms

WITH_ITS_SUBJECT = frozenset({EndedBecause.CASE_CLOSED, EndedBecause.STAY_OVER})


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationOpenedAgain:
    """It stands again where it was raised, and waits for an answer anew."""

    escalation_id: UUID
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAgain(EscalationCommand):
    """What had ended it was taken back."""

    escalation_id: UUID
    terms: Terms


def lost_with_its_subject(past: Escalations) -> Iterator[tuple[UUID, Escalation]]:
    """Those that a person had raised and nobody had settled; what was raised anew since stands for it."""
    by_hand = {key: each for key, each in past.items.items() if not each.by_clock}
    latest = {(each.trigger, each.raised_for): key for key, each in by_hand.items()}
    for key, each in by_hand.items():
        if each.ended and each.ended.because in WITH_ITS_SUBJECT and latest[each.trigger, each.raised_for] == key:
            yield key, each


def open_again(command: OpenAgain, past: Escalations) -> list[EscalationOpenedAgain]:
    """Once; unless the same stands with them already."""
    lost = dict(lost_with_its_subject(past)).get(command.escalation_id)
    if lost is None or past.open_on(lost.trigger, command.terms.owner_id):
        return []
    return [EscalationOpenedAgain(escalation_id=command.escalation_id, terms=command.terms)]
