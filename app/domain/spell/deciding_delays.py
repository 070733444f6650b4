"""What a command on why a stay lasts records: one small function a command, in the file of its ability."""

from collections.abc import Sequence
from typing import assert_never

from app.domain.spell.blockers import (
    EndBlocker,
    MarkBlocker,
    RecordBlocker,
    WithdrawBlocker,
    end_blocker,
    mark_blocker,
    record_blocker,
    withdraw_blocker,
)
from app.domain.spell.commands import DelayCommand
from app.domain.spell.contesting import AgreeNight, ContestNight, SettleNight, agree_night, contest_night, settle_night
from app.domain.spell.delaying import DelayEvent
from app.domain.spell.facts import SpellFacts
from app.domain.spell.freezing import FreezeNight, freeze_night
from app.domain.spell.overriding import EndSetReason, SetReason, end_set_reason, set_reason
from app.domain.spell.snapshot import TakeSnapshot, take_snapshot
from app.domain.spell.state import Spell


def decide_delay(command: DelayCommand, spell: Spell, facts: SpellFacts) -> Sequence[DelayEvent]:
    """What this command records; a repeat records nothing, a refusal is raised."""
    match command:
        case RecordBlocker():
            return record_blocker(command, spell)
        case MarkBlocker():
            return mark_blocker(command, spell)
        case EndBlocker():
            return end_blocker(command, spell)
        case WithdrawBlocker():
            return withdraw_blocker(command, spell)
        case SetReason():
            return set_reason(command, spell)
        case EndSetReason():
            return end_set_reason(command, spell)
        case FreezeNight():
            return freeze_night(command, spell, facts)
        case TakeSnapshot():
            return take_snapshot(command, spell, facts)
        case AgreeNight():
            return agree_night(command, spell, facts)
        case ContestNight():
            return contest_night(command, spell, facts)
        case SettleNight():
            return settle_night(command, spell, facts)
        case _:
            assert_never(command)
