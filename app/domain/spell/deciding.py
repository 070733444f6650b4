"""What a command records on a spell: the news that changes the stay as it stood when that was said.

News from a feed comes late and out of order. It is decided at its place in the order in which its source said things,
so that the same news makes the same stay in whatever order it came; what changes nothing there is not recorded.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import assert_never

from app.domain.spell.admission_reason import TellAdmissionReason, tell_admission_reason
from app.domain.spell.commands import AnySpellCommand, DelayCommand, PlanCommand, StayCommand
from app.domain.spell.deciding_delays import decide_delay
from app.domain.spell.ending import EndSpell, ReverseEnd, end_spell, reverse_end
from app.domain.spell.evolving import SpellEvent, as_said_before
from app.domain.spell.expected_discharge import (
    ExpectDischarge,
    PlanDischarge,
    WithdrawDischargePlan,
    expect_discharge,
    plan_discharge,
    withdraw_discharge_plan,
)
from app.domain.spell.expecting import (
    CancelExpectedAdmission,
    ExpectAdmission,
    cancel_expected_admission,
    expect_admission,
)
from app.domain.spell.facts import SpellFacts, require_ward
from app.domain.spell.folding import told
from app.domain.spell.giving import GiveSpell, give_spell
from app.domain.spell.hub_need import HubNeedSaid, SayHubNeed, say_hub_need
from app.domain.spell.leave import EndLeave, StartLeave, end_leave, start_leave
from app.domain.spell.lounge import SendToLounge, send_to_lounge
from app.domain.spell.moving import CorrectPlace, MovePerson, ReverseMove, correct_place, move_person, reverse_move
from app.domain.spell.opening import OpenSpell, ReverseAdmission, check_whose, open_spell, reverse_admission
from app.domain.spell.patient_class import ChangeClass, change_class
from app.domain.spell.proposing import ProposeReadiness, propose_readiness
from app.domain.spell.proposing_alert import ProposeEarlyAlert, propose_early_alert, speaks_for_it
from app.domain.spell.returning import ReturnToWard, return_to_ward
from app.domain.spell.review import ReviewCriteria, review_criteria
from app.domain.spell.state import News, Spell, admission_of, person_of
from app.domain.spell.transfer import PlanTransfer, WithdrawTransferPlan, plan_transfer, withdraw_transfer_plan

LAST = datetime.max.replace(tzinfo=UTC)
"""What staff say here and now is said after everything that was heard; what waited in their page, when they said it."""


def decide(command: AnySpellCommand, spell: Spell, facts: SpellFacts) -> Sequence[SpellEvent]:
    """What this command records on this spell; a repeat records nothing, a refusal is raised."""
    match command:
        case ReviewCriteria():
            return review_criteria(command, spell)
        case GiveSpell():
            return give_spell(command, spell)
        case _ if isinstance(command, DelayCommand):
            return decide_delay(command, spell, facts)
        case ProposeEarlyAlert() if not speaks_for_it(command, facts):
            return []
        case OpenSpell():
            check_whose(command, spell)
        case ExpectAdmission():
            pass
        case CancelExpectedAdmission() if spell.news:
            pass  # cancelled already: nobody is expected any longer
        case CancelExpectedAdmission() | ChangeClass() | ExpectDischarge():
            person_of(spell)
        case _:
            admission_of(spell)
    then = as_said_before(spell, command.told_at or LAST, command)
    news = [event for event in _said(command, then) if _changes(then, command, event)]
    if news:
        require_ward(facts)
    return news


def _said(command: StayCommand | PlanCommand, then: Spell) -> Sequence[SpellEvent]:
    match command:
        case OpenSpell():
            return open_spell(command, then)
        case ReverseAdmission():
            return reverse_admission(command, then)
        case MovePerson():
            return move_person(command, then)
        case CorrectPlace():
            return correct_place(command, then)
        case ReverseMove():
            return reverse_move(command, then)
        case EndSpell():
            return end_spell(command, then)
        case ReverseEnd():
            return reverse_end(command, then)
        case _:
            return _planned(command, then)


def _planned(command: PlanCommand, then: Spell) -> Sequence[SpellEvent]:
    match command:
        case ExpectAdmission():
            return expect_admission(command)
        case CancelExpectedAdmission():
            return cancel_expected_admission(command, then)
        case ChangeClass():
            return change_class(command)
        case PlanTransfer():
            return plan_transfer(command)
        case WithdrawTransferPlan():
            return withdraw_transfer_plan(command, then)
        case ExpectDischarge():
            return expect_discharge(command, then)
        case PlanDischarge():
            return plan_discharge(command)
        case WithdrawDischargePlan():
            return withdraw_discharge_plan(command, then)
        case StartLeave():
            return start_leave(command, then)
        case EndLeave():
            return end_leave(command, then)
        case SendToLounge():
            return send_to_lounge(command, then)
        case ReturnToWard():
            return return_to_ward(command, then)
        case ProposeReadiness():
            return propose_readiness(command, then)
        case TellAdmissionReason():
            return tell_admission_reason(command, then)
        case SayHubNeed():
            return say_hub_need(command, then)
        case ProposeEarlyAlert():
            return propose_early_alert(command, then)
        case _:
            assert_never(command)


def _changes(then: Spell, command: StayCommand | PlanCommand, event: SpellEvent) -> bool:
    news = News(command.told_at or LAST, command.at, event)
    if isinstance(event, HubNeedSaid):  # also where it only confirms what stood at its time
        return all((each.at, each.event) != (news.at, event) for each in then.news)
    return news not in then.news and told(then, news) != then
