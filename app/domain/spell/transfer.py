"""A move that is planned: to which bed, and that it is not to be after all. The move itself ends the plan."""

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.spell.command import SpellCommand
from app.domain.spell.state import Spell
from app.domain.values import WardId


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferPlanned:
    """The person is to move to this bed."""

    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferPlanWithdrawn:
    """The person is not to move after all."""


TransferEvent: TypeAlias = TransferPlanned | TransferPlanWithdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTransfer(SpellCommand):
    """Say where the person is to move to."""

    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawTransferPlan(SpellCommand):
    """Say that the person is not to move."""


def plan_transfer(command: PlanTransfer) -> list[TransferEvent]:
    """Planned again, the newer plan counts."""
    return [TransferPlanned(ward_id=command.ward_id, bed=command.bed)]


def withdraw_transfer_plan(_command: WithdrawTransferPlan, spell: Spell) -> list[TransferEvent]:
    """Without a plan there is none to withdraw."""
    return [TransferPlanWithdrawn()] if spell.next_place else []
