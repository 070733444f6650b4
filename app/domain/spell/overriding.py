"""A reason that somebody sets themselves, over what is derived, and says why (DOMAIN rule 6)."""

from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from app.domain.codes.delay_reasons import DelayReason
from app.domain.rejections import NotKnown, Rejection
from app.domain.spell.blockers import require_in_force, require_within_stay
from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonSet:
    """From then on this is the reason, whatever is derived, until it ends or another is set."""

    override_id: UUID
    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReasonEnded:
    """From then on the reason is the derived one again."""

    override_id: UUID


OverrideEvent: TypeAlias = ReasonSet | SetReasonEnded


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReason(SpellCommand):
    """Set the reason from `at` on, and say why."""

    override_id: UUID
    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSetReason(SpellCommand):
    """Let the derived reason count again from `at` on."""

    override_id: UUID


AnyOverrideCommand: TypeAlias = SetReason | EndSetReason


def set_reason(command: SetReason, spell: Spell) -> list[ReasonSet]:
    """A reason in force, within the stay, and in words why; the same again is none."""
    before = spell.delays.overrides.get(command.override_id)
    if before:
        if (before.override.reason, before.words) != (command.reason, command.words):
            raise ReasonSetBefore
        return []
    require_in_force(command.reason, command.at)
    require_within_stay(command.at, spell)
    return [ReasonSet(override_id=command.override_id, reason=command.reason, words=command.words)]


def end_set_reason(command: EndSetReason, spell: Spell) -> list[SetReasonEnded]:
    """Not before it was set; another time than was said before puts that right."""
    if command.override_id not in spell.delays.overrides:
        raise NotKnown(what="reason")
    override = spell.delays.overrides[command.override_id].override
    if override.end == command.at:
        return []
    if command.at < override.start:
        raise ReasonEndsBeforeSet(fields="at")
    return [SetReasonEnded(override_id=command.override_id)]


class ReasonSetBefore(Rejection):
    """This was set before with another reason or other words. Set the reason anew; the earlier one is kept."""


class ReasonEndsBeforeSet(Rejection):
    """This is before the reason was set. Check the time."""
