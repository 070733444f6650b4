"""The date on which the person is expected to leave (EDD), each change kept; and that the feed planned the discharge.

Never mixed with the ready date, nor with the planned leaving that the hub agrees.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from app.domain.codes.discharge_reasons import DischargeReason
from app.domain.local_time import local_date
from app.domain.rejections import Rejection
from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell, require_open
from app.domain.values import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedDischargeChanged:
    """Another date is expected; None: it was taken back. `by_feed`: a feed repeats its date on every message.

    `instead_of` is the date that was expected when this was said; for the words alone, so it makes no other event.
    """

    expected_on: date | None
    by_feed: bool
    reason: DischargeReason | None = None
    words: Words | None = None
    instead_of: date | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DischargePlanned:
    """The feed says that the discharge is planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DischargePlanWithdrawn:
    """The planned discharge is not to be."""


ExpectedDischargeEvent: TypeAlias = ExpectedDischargeChanged | DischargePlanned | DischargePlanWithdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectDischarge(SpellCommand):
    """Say on which date the person is expected to leave; None takes it back."""

    expected_on: date | None
    reason: DischargeReason | None = None
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDischarge(SpellCommand):
    """Say that the discharge is planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDischargePlan(SpellCommand):
    """Say that the planned discharge is not to be."""


def expect_discharge(command: ExpectDischarge, spell: Spell) -> list[ExpectedDischargeEvent]:
    """What a feed says again is no news, even where staff have said otherwise since. By hand the day lies ahead.

    A reason given afterwards for the same date is news.
    """
    if _is_repeat(command, spell):
        return []
    if command.by_hand:
        _require_ahead(command, spell)
        _require_words(command)
    changed = ExpectedDischargeChanged(
        expected_on=command.expected_on,
        by_feed=not command.by_hand,
        reason=command.reason,
        words=command.words,
        instead_of=spell.expected_discharge,
    )
    return [changed]


def plan_discharge(_command: PlanDischarge) -> list[ExpectedDischargeEvent]:
    """Planned again is planned once."""
    return [DischargePlanned()]


def withdraw_discharge_plan(_command: WithdrawDischargePlan, spell: Spell) -> list[ExpectedDischargeEvent]:
    """Without a plan there is none to withdraw."""
    return [DischargePlanWithdrawn()] if spell.discharge_planned else []


def _is_repeat(command: ExpectDischarge, spell: Spell) -> bool:
    if not command.by_hand:
        return command.expected_on == spell.fed_discharge
    same = (command.reason, command.words) == (spell.discharge_reason, spell.discharge_words)
    silent = command.reason is None and command.words is None
    return command.expected_on == spell.expected_discharge and (silent or same)


def _require_words(command: ExpectDischarge) -> None:
    if command.reason is DischargeReason.OTHER and command.words is None:
        raise ReasonNotSaid


def _require_ahead(command: ExpectDischarge, spell: Spell) -> None:
    if spell.admission:
        require_open(spell)
    if command.expected_on is not None and command.expected_on < local_date(command.at):
        raise ExpectedInThePast


class ReasonNotSaid(Rejection):
    """The expected date moved for another reason than those of the list. Say in words which."""


class ExpectedInThePast(Rejection):
    """The expected date of discharge lies in the past. Give today or a later day."""
