"""What the sides say of a frozen night in a community bed: they agree, contest and settle, until the snapshot."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from app.domain.case.facts import CaseFacts
from app.domain.case.remaining.command import RemainingCommand, bed_of
from app.domain.case.remaining.events import (
    StayContestEvent,
    StayNightAgreed,
    StayNightContested,
    StayNightSettled,
    StaySettlementSaid,
)
from app.domain.case.state import Case
from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay.contesting import Hearing, night_is_news, settles
from app.domain.delay.owners import OF_HUB, NotYourNight
from app.domain.delay.recorded import FrozenNight
from app.domain.values import OrganisationId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StayNightCommand(RemainingCommand):
    """Somebody says something of a frozen night for the organisation `said_by`: the service's own, or the hub's."""

    night: date
    said_by: OrganisationId


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeStayNight(StayNightCommand):
    """Agree to the reason as it was frozen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestStayNight(StayNightCommand):
    """Say that the reason was another one, and why."""

    reason: DelayReason
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleStayNight(StayNightCommand):
    """Name the reason on which you would settle."""

    reason: DelayReason
    words: Words


AnyStayNightCommand: TypeAlias = AgreeStayNight | ContestStayNight | SettleStayNight


def agree_stay_night(command: AgreeStayNight, case: Case, facts: CaseFacts) -> list[StayContestEvent]:
    """Until the snapshot; agreed is agreed once, and takes the organisation's own contest back."""
    stay, hearing = bed_of(command, case), _hearing(command, facts)
    agreed = StayNightAgreed(stay_id=stay.stay_id, night=command.night, organisation_id=command.said_by)
    return [agreed] if night_is_news(agreed, command.at, stay.delays, hearing) else []


def contest_stay_night(command: ContestStayNight, case: Case, facts: CaseFacts) -> list[StayContestEvent]:
    """Until the snapshot, by another reason than was frozen; said again in other words the later words count."""
    stay, hearing = bed_of(command, case), _hearing(command, facts)
    contested = StayNightContested(
        stay_id=stay.stay_id,
        night=command.night,
        organisation_id=command.said_by,
        reason=command.reason,
        words=command.words,
    )
    return [contested] if night_is_news(contested, command.at, stay.delays, hearing) else []


def settle_stay_night(command: SettleStayNight, case: Case, facts: CaseFacts) -> list[StayContestEvent]:
    """What another organisation named too is settled."""
    stay, hearing = bed_of(command, case), _hearing(command, facts)
    said = StaySettlementSaid(
        stay_id=stay.stay_id,
        night=command.night,
        organisation_id=command.said_by,
        reason=command.reason,
        words=command.words,
    )
    if not night_is_news(said, command.at, stay.delays, hearing):
        return []
    if not settles(said, stay.delays):
        return [said]
    return [said, StayNightSettled(stay_id=stay.stay_id, night=command.night, reason=command.reason)]


def _hearing(command: AnyStayNightCommand, facts: CaseFacts) -> Hearing:
    """Of hubs the case's own is heard; which service speaks is asked before."""

    def heard(_night: FrozenNight) -> None:
        if facts.of_another_hub and command.by.role in OF_HUB:
            raise NotYourNight

    return heard
