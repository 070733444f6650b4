"""Agreeing to the reason of a frozen night, contesting it, and settling what was contested, until the snapshot.

Whose night it is may agree or contest, with words, and so may ward and hub (`night_owners`). What is contested is
settled by a pair: two organisations that name the same reason. Contested and not settled, it stays marked.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from app.domain.codes.delay_reasons import DelayReason
from app.domain.rejections import NotKnown, Rejection
from app.domain.spell.blockers import require_in_force
from app.domain.spell.command import SpellCommand
from app.domain.spell.delays import FrozenNight, Said
from app.domain.spell.night_owners import require_heard
from app.domain.spell.state import Spell
from app.domain.values import OrganisationId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NightAgreed:
    """An organisation agrees to the reason as it was frozen."""

    night: date
    organisation_id: OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class NightContested:
    """An organisation says that the reason was another one."""

    night: date
    organisation_id: OrganisationId
    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlementSaid:
    """An organisation would settle the contest on this reason."""

    night: date
    organisation_id: OrganisationId
    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NightSettled:
    """Two organisations named the same reason: it is reported."""

    night: date
    reason: DelayReason


ContestEvent: TypeAlias = NightAgreed | NightContested | SettlementSaid | NightSettled


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
    night = _night(command, spell)
    if command.organisation_id in night.agreed:
        return []
    require_heard(night, command.organisation_id, command.by.role)
    _require_in_time(command, night)
    return [NightAgreed(night=command.night, organisation_id=command.organisation_id)]


def contest_night(command: ContestNight, spell: Spell) -> list[ContestEvent]:
    """Until the snapshot, by another reason than was frozen; said again in other words the later words count."""
    night = _night(command, spell)
    if night.contested.get(command.organisation_id) == Said(reason=command.reason, words=command.words):
        return []
    require_heard(night, command.organisation_id, command.by.role)
    _require_in_time(command, night)
    if night.settled:
        raise NightIsSettled
    if command.reason is night.reason:
        raise NothingToContest(fields="reason")
    require_in_force(command.reason, command.at)
    said = NightContested(
        night=command.night,
        organisation_id=command.organisation_id,
        reason=command.reason,
        words=command.words,
    )
    return [said]


def settle_night(command: SettleNight, spell: Spell) -> list[ContestEvent]:
    """What another organisation named too is settled; who contests has named a reason by that."""
    night = _night(command, spell)
    if night.settling.get(command.organisation_id) == Said(reason=command.reason, words=command.words):
        return []
    require_heard(night, command.organisation_id, command.by.role)
    _require_in_time(command, night)
    if not night.contested:
        raise NotContested
    if night.settled:
        raise NightIsSettled
    require_in_force(command.reason, command.at)
    said = SettlementSaid(
        night=command.night,
        organisation_id=command.organisation_id,
        reason=command.reason,
        words=command.words,
    )
    named = {**night.contested, **night.settling}
    agrees = any(other != command.organisation_id and each.reason is command.reason for other, each in named.items())
    return [said, NightSettled(night=command.night, reason=command.reason)] if agrees else [said]


class NightNotFrozen(Rejection):
    """This night is not frozen: it is not over yet, or the person was not ready to leave. There is nothing to agree."""


class AfterTheFreeze(Rejection):
    """The weekly snapshot was taken, so this night can be contested no longer. It is reported as it stands."""


class NothingToContest(Rejection):
    """This is the reason that was frozen. Agree to it, or say which other reason it was."""


class NotContested(Rejection):
    """Nobody has contested this night, so there is nothing to settle."""


class NightIsSettled(Rejection):
    """Both sides have settled this night. It is reported with the reason on which they agreed."""


def _night(command: NightCommand, spell: Spell) -> FrozenNight:
    if spell.admission is None:
        raise NotKnown(what="spell")
    if command.night not in spell.delays.nights:
        raise NightNotFrozen
    return spell.delays.nights[command.night]


def _require_in_time(command: NightCommand, night: FrozenNight) -> None:
    if command.at >= night.contest_until:
        raise AfterTheFreeze
