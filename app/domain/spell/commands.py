"""Every command on a spell."""

from typing import TypeAlias

from app.domain.spell.admission_reason import TellAdmissionReason
from app.domain.spell.blockers import AnyBlockerCommand
from app.domain.spell.contesting import AnyNightCommand
from app.domain.spell.ending import EndSpell, ReverseEnd
from app.domain.spell.expected_discharge import ExpectDischarge, PlanDischarge, WithdrawDischargePlan
from app.domain.spell.expecting import CancelExpectedAdmission, ExpectAdmission
from app.domain.spell.freezing import FreezeNight
from app.domain.spell.giving import GiveSpell
from app.domain.spell.hub_need import SayHubNeed
from app.domain.spell.leave import EndLeave, StartLeave
from app.domain.spell.lounge import SendToLounge
from app.domain.spell.moving import CorrectPlace, MovePerson, ReverseMove
from app.domain.spell.opening import OpenSpell, ReverseAdmission
from app.domain.spell.overriding import AnyOverrideCommand
from app.domain.spell.patient_class import ChangeClass
from app.domain.spell.proposing import ProposeReadiness
from app.domain.spell.proposing_alert import ProposeEarlyAlert
from app.domain.spell.returning import ReturnToWard
from app.domain.spell.review import ReviewCriteria
from app.domain.spell.snapshot import TakeSnapshot
from app.domain.spell.transfer import PlanTransfer, WithdrawTransferPlan

StayCommand: TypeAlias = OpenSpell | ReverseAdmission | MovePerson | CorrectPlace | ReverseMove | EndSpell | ReverseEnd
"""Who is where, and until when."""

PlanCommand: TypeAlias = (
    ExpectAdmission
    | CancelExpectedAdmission
    | ChangeClass
    | PlanTransfer
    | WithdrawTransferPlan
    | ExpectDischarge
    | PlanDischarge
    | WithdrawDischargePlan
    | StartLeave
    | EndLeave
    | SendToLounge
    | ReturnToWard
    | ProposeReadiness
    | TellAdmissionReason
    | SayHubNeed
    | ProposeEarlyAlert
)
"""What is planned, expected, proposed or answered around a stay."""

DelayCommand: TypeAlias = AnyBlockerCommand | AnyOverrideCommand | FreezeNight | TakeSnapshot | AnyNightCommand
"""Why the stay lasts."""

AnySpellCommand: TypeAlias = StayCommand | PlanCommand | ReviewCriteria | GiveSpell | DelayCommand
