"""The feed gives a reason to tell the hub early: a proposal on the stay, and nothing on a case.

Whoever says that the person needs the hub, or does not, has settled it: from then on it is never proposed again.
"""

from dataclasses import dataclass

from app.domain.codes.alert_reasons import AlertReason
from app.domain.spell.command import SpellCommand
from app.domain.spell.facts import SpellFacts
from app.domain.spell.state import Spell


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyAlertProposed:
    """What is known of the person speaks for telling the hub early; or does so no longer."""

    reason: AlertReason
    taken_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeEarlyAlert(SpellCommand):
    """Propose to tell the hub early for this reason, or take that back."""

    reason: AlertReason
    taken_back: bool = False


def propose_early_alert(command: ProposeEarlyAlert, spell: Spell) -> list[EarlyAlertProposed]:
    """The same again is no news, and none after somebody has settled it."""
    if spell.alert_settled or command.taken_back is (command.reason not in spell.alert_reasons):
        return []
    return [EarlyAlertProposed(reason=command.reason, taken_back=command.taken_back)]


def speaks_for_it(command: ProposeEarlyAlert, facts: SpellFacts) -> bool:
    """Whether other streams bear the reason out: who is said to be known to the hub must be."""
    return command.reason is not AlertReason.KNOWN_TO_HUB or facts.known_to_hub
