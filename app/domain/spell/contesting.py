"""What the sides say of a frozen night in hospital: they agree, contest and settle, until the snapshot."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.contesting import (
    ContestEvent,
    NightAgreed,
    NightContested,
    NightSettled,
    SettlementSaid,
    night_is_news,
    settles,
)
from app.domain.spell.command import SpellCommand
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


def agree_night(command: AgreeNight, spell: Spell) -> list[ContestEvent]:
    """Until the snapshot; agreed is agreed once, and takes the organisation's own contest back."""
    admission_of(spell)
    agreed = NightAgreed(night=command.night, organisation_id=command.organisation_id)
    return [agreed] if night_is_news(agreed, command.at, spell.delays) else []


def contest_night(command: ContestNight, spell: Spell) -> list[ContestEvent]:
    """Until the snapshot, by another reason than was frozen; said again in other words the later words count."""
    admission_of(spell)
    contested = NightContested(
        night=command.night,
        organisation_id=command.organisation_id,
        reason=command.reason,
        words=command.words,
    )
    return [contested] if night_is_news(contested, command.at, spell.delays) else []


def settle_night(command: SettleNight, spell: Spell) -> list[ContestEvent]:
    """What another organisation named too is settled."""
    admission_of(spell)
    said = SettlementSaid(
        night=command.night,
        organisation_id=command.organisation_id,
        reason=command.reason,
        words=command.words,
    )
    if not night_is_news(said, command.at, spell.delays):
        return []
    settled = [NightSettled(night=command.night, reason=command.reason)] if settles(said, spell.delays) else []
    return [said, *settled]
