"""Setting the reason of a stay in hospital by hand, over what is derived, and saying why."""

from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.overriding import ReasonSet, SetReasonEnded, reason_is_news
from app.domain.spell.blockers import require_within_stay
from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReason(SpellCommand):
    """Set the reason from `at` on, and say why."""

    override_id: UUID
    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSetReason(SpellCommand):
    """The derived reason counts again from `at` on. `corrects`: the time was said, so it puts right an earlier one."""

    override_id: UUID
    corrects: bool = True


AnyOverrideCommand: TypeAlias = SetReason | EndSetReason


def set_reason(command: SetReason, spell: Spell) -> list[ReasonSet]:
    """A reason in force, within the stay, and in words why; the same again is none."""
    own = ReasonSet(override_id=command.override_id, reason=command.reason, words=command.words)
    if not reason_is_news(own, command.at, spell.delays):
        return []
    require_within_stay(command.at, spell)
    return [own]


def end_set_reason(command: EndSetReason, spell: Spell) -> list[SetReasonEnded]:
    """Not before it was set; another time than was said before puts that right."""
    ended = SetReasonEnded(override_id=command.override_id)
    return [ended] if reason_is_news(ended, command.at, spell.delays, corrects=command.corrects) else []
