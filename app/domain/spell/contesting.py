"""What the sides say of a frozen night in hospital: they agree, contest and settle, until the snapshot.

Whose night it is says it, and so do ward and hub (`delay.owners`).
"""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeAlias

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.contesting import (
    ContestEvent,
    NightAgreed,
    NightContested,
    NightSaid,
    NightSettled,
    SettlementSaid,
    night_is_news,
    settles,
)
from app.domain.delay.owners import require_heard
from app.domain.spell.command import SpellCommand
from app.domain.spell.facts import SpellFacts
from app.domain.spell.state import Spell, admission_of
from app.domain.values import OrganisationId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NightCommand(SpellCommand):
    """Somebody of an organisation says something of a frozen night."""

    night: date
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeNight(NightCommand):
    """Agree to the reason as it was frozen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestNight(NightCommand):
    """Say that the reason was another one, and why."""

    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleNight(NightCommand):
    """Name the reason on which you would settle."""

    reason: DelayReason
    words: Words


AnyNightCommand: TypeAlias = AgreeNight | ContestNight | SettleNight


def agree_night(command: AgreeNight, spell: Spell, facts: SpellFacts) -> list[ContestEvent]:
    """Until the snapshot; agreed is agreed once, and takes the organisation's own contest back."""
    agreed = NightAgreed(night=command.night, organisation_id=command.organisation_id)
    return [agreed] if _is_news(agreed, command, spell, facts) else []


def contest_night(command: ContestNight, spell: Spell, facts: SpellFacts) -> list[ContestEvent]:
    """Until the snapshot, by another reason than was frozen; said again in other words the later words count."""
    contested = NightContested(
        night=command.night,
        organisation_id=command.organisation_id,
        reason=command.reason,
        words=command.words,
    )
    return [contested] if _is_news(contested, command, spell, facts) else []


def settle_night(command: SettleNight, spell: Spell, facts: SpellFacts) -> list[ContestEvent]:
    """What another organisation named too is settled."""
    said = SettlementSaid(
        night=command.night,
        organisation_id=command.organisation_id,
        reason=command.reason,
        words=command.words,
    )
    if not _is_news(said, command, spell, facts):
        return []
    settled = [NightSettled(night=command.night, reason=command.reason)] if settles(said, spell.delays) else []
    return [said, *settled]


def _is_news(said: NightSaid, command: AnyNightCommand, spell: Spell, facts: SpellFacts) -> bool:
    admission_of(spell)
    who, role = said.organisation_id, command.by.role
    hearing = partial(require_heard, who=who, role=role, of_another_hub=facts.of_another_hub)
    return night_is_news(said, command.at, spell.delays, hearing)
