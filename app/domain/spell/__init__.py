"""One stay in one hospital or community unit: the commands on a spell, and how its events fold."""

from app.domain.codes.ways_out import WayOut
from app.domain.decider import Decider
from app.domain.delay.blockers import BlockerEnded, BlockerMarked, BlockerRecorded, BlockerWithdrawn
from app.domain.delay.contesting import NightAgreed, NightContested, NightSettled, SettlementSaid
from app.domain.delay.overriding import ReasonSet, SetReasonEnded
from app.domain.spell.admission_reason import AdmissionReasonTold, TellAdmissionReason
from app.domain.spell.blockers import EndBlocker, MarkBlocker, RecordBlocker, WithdrawBlocker
from app.domain.spell.commands import AnySpellCommand
from app.domain.spell.contesting import AgreeNight, ContestNight, SettleNight
from app.domain.spell.criteria import CriteriaReviewed, ReviewOutcome
from app.domain.spell.deciding import decide
from app.domain.spell.delaying import DELAY_EVENTS, DelayEvent
from app.domain.spell.ending import EndReversed, EndSpell, ReverseEnd, SpellEnded
from app.domain.spell.evolving import SpellEvent, evolve
from app.domain.spell.expected_discharge import (
    DischargePlanned,
    DischargePlanWithdrawn,
    ExpectDischarge,
    ExpectedDischargeChanged,
    PlanDischarge,
    WithdrawDischargePlan,
)
from app.domain.spell.expecting import (
    AdmissionExpected,
    CancelExpectedAdmission,
    ExpectAdmission,
    ExpectedAdmissionCancelled,
)
from app.domain.spell.facts import SpellFacts
from app.domain.spell.freezing import FreezeNight, NightFrozen
from app.domain.spell.giving import GiveSpell, SpellGiven
from app.domain.spell.hub_need import HubNeedSaid, SayHubNeed
from app.domain.spell.leave import EndLeave, LeaveEnded, LeaveStarted, StartLeave
from app.domain.spell.lounge import SendToLounge, WentToLounge
from app.domain.spell.moving import CorrectPlace, MovePerson, MoveReversed, PersonMoved, PlaceCorrected, ReverseMove
from app.domain.spell.opening import (
    AdmissionCorrected,
    AdmissionReversed,
    OpenSpell,
    ReverseAdmission,
    SpellOpened,
    SpellReopened,
)
from app.domain.spell.overriding import EndSetReason, SetReason
from app.domain.spell.patient_class import ChangeClass, ClassChanged
from app.domain.spell.proposing import ProposeReadiness, ReadinessProposed
from app.domain.spell.proposing_alert import EarlyAlertProposed, ProposeEarlyAlert
from app.domain.spell.returning import CameBackToWard, ReturnToWard
from app.domain.spell.review import ReviewCriteria
from app.domain.spell.snapshot import SnapshotTaken, TakeSnapshot
from app.domain.spell.state import Spell
from app.domain.spell.transfer import PlanTransfer, TransferPlanned, TransferPlanWithdrawn, WithdrawTransferPlan

SPELL = Decider(initial=Spell(), decide=decide, evolve=evolve)
SPELL_EVENTS = (
    SpellOpened,
    AdmissionCorrected,
    PersonMoved,
    PlaceCorrected,
    MoveReversed,
    SpellEnded,
    EndReversed,
    AdmissionReversed,
    SpellReopened,
    CriteriaReviewed,
    AdmissionExpected,
    ExpectedAdmissionCancelled,
    ClassChanged,
    TransferPlanned,
    TransferPlanWithdrawn,
    ExpectedDischargeChanged,
    DischargePlanned,
    DischargePlanWithdrawn,
    LeaveStarted,
    LeaveEnded,
    WentToLounge,
    CameBackToWard,
    ReadinessProposed,
    SpellGiven,
    HubNeedSaid,
    EarlyAlertProposed,
    AdmissionReasonTold,
    *DELAY_EVENTS,
)

__all__ = [
    "DELAY_EVENTS",
    "SPELL",
    "SPELL_EVENTS",
    "AdmissionCorrected",
    "AdmissionExpected",
    "AdmissionReasonTold",
    "AdmissionReversed",
    "AgreeNight",
    "AnySpellCommand",
    "BlockerEnded",
    "BlockerMarked",
    "BlockerRecorded",
    "BlockerWithdrawn",
    "CameBackToWard",
    "CancelExpectedAdmission",
    "ChangeClass",
    "ClassChanged",
    "ContestNight",
    "CorrectPlace",
    "CriteriaReviewed",
    "DelayEvent",
    "DischargePlanWithdrawn",
    "DischargePlanned",
    "EarlyAlertProposed",
    "EndBlocker",
    "EndLeave",
    "EndReversed",
    "EndSetReason",
    "EndSpell",
    "ExpectAdmission",
    "ExpectDischarge",
    "ExpectedAdmissionCancelled",
    "ExpectedDischargeChanged",
    "FreezeNight",
    "GiveSpell",
    "HubNeedSaid",
    "LeaveEnded",
    "LeaveStarted",
    "MarkBlocker",
    "MovePerson",
    "MoveReversed",
    "NightAgreed",
    "NightContested",
    "NightFrozen",
    "NightSettled",
    "OpenSpell",
    "PersonMoved",
    "PlaceCorrected",
    "PlanDischarge",
    "PlanTransfer",
    "ProposeEarlyAlert",
    "ProposeReadiness",
    "ReadinessProposed",
    "ReasonSet",
    "RecordBlocker",
    "ReturnToWard",
    "ReverseAdmission",
    "ReverseEnd",
    "ReverseMove",
    "ReviewCriteria",
    "ReviewOutcome",
    "SayHubNeed",
    "SendToLounge",
    "SetReason",
    "SetReasonEnded",
    "SettleNight",
    "SettlementSaid",
    "SnapshotTaken",
    "Spell",
    "SpellEnded",
    "SpellEvent",
    "SpellFacts",
    "SpellGiven",
    "SpellOpened",
    "SpellReopened",
    "StartLeave",
    "TakeSnapshot",
    "TellAdmissionReason",
    "TransferPlanWithdrawn",
    "TransferPlanned",
    "WayOut",
    "WentToLounge",
    "WithdrawBlocker",
    "WithdrawDischargePlan",
    "WithdrawTransferPlan",
    "decide",
    "evolve",
]
