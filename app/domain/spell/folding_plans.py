"""What is planned, expected, proposed or answered around a stay, after one more piece of news."""

from datetime import date, datetime

from app.domain.codes.hub_needs import HubNeed
from app.domain.spell.admission_reason import AdmissionReasonTold
from app.domain.spell.expected_discharge import DischargePlanned, DischargePlanWithdrawn, ExpectedDischargeChanged
from app.domain.spell.hub_need import HubNeedSaid
from app.domain.spell.leave import LeaveEnded, LeaveStarted
from app.domain.spell.proposing import ReadinessProposed
from app.domain.spell.proposing_alert import EarlyAlertProposed
from app.domain.spell.state import Leave, News, Proposal, Spell, can_stay
from app.domain.spell.transfer import TransferPlanned, TransferPlanWithdrawn
from app.domain.spell.whereabouts import Place


def planned(spell: Spell, news: News) -> Spell:
    """The stay once this was said of what is to come; any other news leaves it as it is."""
    said_at, at, event = news
    match event:
        case TransferPlanned():
            return spell._replace(next_place=Place(event.ward_id, event.bed)) if can_stay(spell) else spell
        case TransferPlanWithdrawn():
            return spell._replace(next_place=None)
        case ExpectedDischargeChanged():
            return _expected_to_leave(spell, event)
        case DischargePlanned():
            return spell._replace(discharge_planned=True)
        case DischargePlanWithdrawn():
            return spell._replace(discharge_planned=False)
        case LeaveStarted():
            return spell._replace(leave=Leave(since=at, until=event.until)) if can_stay(spell) else spell
        case LeaveEnded():
            return spell._replace(leave=None)
        case ReadinessProposed(since=day):
            return _proposed(spell, said_at, day)
        case HubNeedSaid(need=need):
            return _answered(spell, need)
        case EarlyAlertProposed():
            return _alert_proposed(spell, event)
        case AdmissionReasonTold(words=words):
            return spell._replace(admission_reason=words)
        case _:
            return spell


def _expected_to_leave(spell: Spell, event: ExpectedDischargeChanged) -> Spell:
    day, before = event.expected_on, spell.expected_discharge
    if event.by_feed and day == spell.fed_discharge:
        return spell
    return spell._replace(
        expected_discharge=day,
        fed_discharge=day if event.by_feed else spell.fed_discharge,
        discharge_changes=spell.discharge_changes + (before is not None and before != day),
        discharge_reason=event.reason,
        discharge_words=event.words,
    )


def _proposed(spell: Spell, said_at: datetime, day: date | None) -> Spell:
    if day is None or (spell.proposal and spell.proposal.since == day):
        return spell if day else spell._replace(proposal=None)
    return spell._replace(proposal=Proposal(said_at=said_at, since=day))


def _answered(spell: Spell, need: HubNeed) -> Spell:
    if need is HubNeed.DONT_KNOW:
        return spell._replace(hub_need=need)
    return spell._replace(hub_need=need, alert_reasons=frozenset(), alert_settled=True)


def _alert_proposed(spell: Spell, event: EarlyAlertProposed) -> Spell:
    if spell.alert_settled:
        return spell
    said = frozenset({event.reason})
    return spell._replace(alert_reasons=spell.alert_reasons - said if event.taken_back else spell.alert_reasons | said)
