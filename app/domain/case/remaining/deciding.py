"""What each saying of why somebody is still in a community bed records."""

from collections.abc import Sequence
from typing import TypeAlias, assert_never

from app.domain.case.facts import CaseFacts
from app.domain.case.remaining.contesting import (
    AgreeStayNight,
    AnyStayNightCommand,
    ContestStayNight,
    SettleStayNight,
    agree_stay_night,
    contest_stay_night,
    settle_stay_night,
)
from app.domain.case.remaining.events import RemainingEvent
from app.domain.case.remaining.freezing import FreezeStayNight, freeze_stay_night
from app.domain.case.remaining.saying import (
    EndSetStayReason,
    EndStayBlocker,
    MarkStayBlocker,
    RecordStayBlocker,
    SayingCommand,
    SetStayReason,
    WithdrawStayBlocker,
    end_set_stay_reason,
    end_stay_blocker,
    mark_stay_blocker,
    record_stay_blocker,
    set_stay_reason,
    withdraw_stay_blocker,
)
from app.domain.case.remaining.snapshot import TakeStaySnapshot, take_stay_snapshot
from app.domain.case.state import Case

AnyRemainingCommand: TypeAlias = SayingCommand | FreezeStayNight | TakeStaySnapshot | AnyStayNightCommand


def decide_remaining(command: AnyRemainingCommand, case: Case, facts: CaseFacts) -> Sequence[RemainingEvent]:
    """What this command records; a repeat records nothing, a refusal is raised."""
    match command:
        case RecordStayBlocker():
            return record_stay_blocker(command, case)
        case MarkStayBlocker():
            return mark_stay_blocker(command, case)
        case EndStayBlocker():
            return end_stay_blocker(command, case)
        case WithdrawStayBlocker():
            return withdraw_stay_blocker(command, case)
        case SetStayReason():
            return set_stay_reason(command, case)
        case EndSetStayReason():
            return end_set_stay_reason(command, case)
        case FreezeStayNight():
            return freeze_stay_night(command, case, facts)
        case TakeStaySnapshot():
            return take_stay_snapshot(command, case, facts)
        case AgreeStayNight():
            return agree_stay_night(command, case, facts)
        case ContestStayNight():
            return contest_stay_night(command, case, facts)
        case SettleStayNight():
            return settle_stay_night(command, case, facts)
        case _:
            assert_never(command)
