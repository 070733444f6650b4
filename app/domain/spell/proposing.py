"""The feed says *medically fit*: a proposal. Only a ward clinician's review makes anybody ready (rule 1)."""

from dataclasses import dataclass
from datetime import date

from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessProposed:
    """The hospital's own system says that the person is medically fit since this day; None: no longer."""

    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeReadiness(SpellCommand):
    """Propose that the person no longer meets the criteria to reside, since a day; None takes it back."""

    since: date | None


def propose_readiness(command: ProposeReadiness, spell: Spell) -> list[ReadinessProposed]:
    """The same proposal again is no news, also after a clinician has answered it."""
    if command.since == (spell.proposal and spell.proposal.since):
        return []
    return [ReadinessProposed(since=command.since)]
