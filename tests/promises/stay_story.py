"""A whole story of one stay, told in order: each step and its way back, so that every life has all of them."""

from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID

from app.domain.codes.alert_reasons import AlertReason
from app.domain.codes.delay_reasons import DelayReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.owners import Owner
from app.domain.codes.patient_classes import PatientClass
from app.domain.decider import Command
from app.domain.local_time import local_date
from app.domain.spell import (
    AgreeNight,
    ChangeClass,
    ContestNight,
    CorrectPlace,
    EndBlocker,
    EndLeave,
    EndSpell,
    ExpectDischarge,
    FreezeNight,
    MovePerson,
    OpenSpell,
    PlanDischarge,
    PlanTransfer,
    ProposeEarlyAlert,
    ProposeReadiness,
    RecordBlocker,
    ReturnToWard,
    ReverseAdmission,
    ReverseEnd,
    ReverseMove,
    ReviewCriteria,
    ReviewOutcome,
    SayHubNeed,
    SendToLounge,
    SettleNight,
    StartLeave,
    TellAdmissionReason,
    WayOut,
    WithdrawBlocker,
    WithdrawDischargePlan,
    WithdrawTransferPlan,
)
from app.domain.values import PersonId, SpellId, Words
from tests.promises.delays import SIDES
from tests.promises.stays import FEED
from tests.promises.teller import Teller


def a_stay(teller: Teller, spell: SpellId, person: PersonId) -> list[Command]:
    """The feed tells it, a minute after each other; what is said by hand comes last."""
    minutes = count(1)

    def then() -> dict[str, Any]:
        at = teller.now + timedelta(minutes=next(minutes))
        return {"spell_id": spell, "by": FEED, "at": at, "told_at": at}

    by_hand: dict[str, Any] = {"spell_id": spell, **teller.said() | {"at": teller.now + timedelta(hours=1)}}
    here: dict[str, Any] = {"ward_id": teller.place.ward, "bed": "A1"}
    there: dict[str, Any] = {"ward_id": teller.place.other_ward, "bed": "B1"}
    blocker: dict[str, Any] = {"blocker_id": teller.new_id()}
    over: dict[str, Any] = {"blocker_id": teller.new_id()}
    return [
        MovePerson(**there, **then()),
        ReverseMove(from_ward_id=None, from_bed=None, **here, **then()),
        CorrectPlace(**there, **then()),
        ExpectDischarge(expected_on=teller.now.date(), reason=None, words=None, **then()),
        ProposeEarlyAlert(reason=AlertReason.CARE_HOME, taken_back=False, **then()),
        SayHubNeed(need=HubNeed.YES, **then()),
        ProposeReadiness(since=teller.now.date(), **then()),
        TellAdmissionReason(words=Words("Fall, fractured hip"), **then()),
        _review(teller, spell),
        RecordBlocker(
            reason=DelayReason.HP4, owner=Owner.HOSPITAL, stops_leaving=True, words=None, **blocker, **then()
        ),
        WithdrawBlocker(**blocker, **then()),
        RecordBlocker(reason=DelayReason.HP5, owner=Owner.HOSPITAL, stops_leaving=True, words=None, **over, **then()),
        EndBlocker(**over, **then()),
        StartLeave(until=None, **then()),
        EndLeave(**then()),
        PlanTransfer(**here, **then()),
        WithdrawTransferPlan(**then()),
        PlanDischarge(**then()),
        WithdrawDischargePlan(**then()),
        SendToLounge(**then()),
        ReturnToWard(**then()),
        ChangeClass(patient_class=PatientClass.OUTPATIENT, **then()),
        ChangeClass(patient_class=PatientClass.INPATIENT, **then()),
        *_night(teller, spell),
        EndSpell(how=WayOut.DISCHARGED, **then()),
        ReverseEnd(**then()),
        ReverseAdmission(**by_hand),
        OpenSpell(person_id=person, patient_class=None, **here, **by_hand),
    ]


def _night(teller: Teller, spell: SpellId) -> list[Command]:
    """The night to come, as it is seen on the day after: agreed by the ward's side, contested and settled by hubs."""
    night = {"spell_id": spell, "night": local_date(teller.now)}
    of: dict[str, Any] = night | teller.said() | {"at": teller.now + timedelta(days=1, hours=1)}
    other: dict[str, Any] = {"reason": DelayReason.WB4, "words": Words("As said on the telephone."), **of}
    return [
        FreezeNight(**of),
        AgreeNight(organisation_id=teller.place.trust, **of),
        ContestNight(organisation_id=SIDES[0], **other),
        SettleNight(organisation_id=SIDES[1], **other),
    ]


def _review(teller: Teller, spell: SpellId) -> ReviewCriteria:
    outcome, review = ReviewOutcome.NO_LONGER_MEETS, UUID(int=teller.chance.getrandbits(128), version=4)
    what: dict[str, Any] = {"spell_id": spell, **teller.said()}
    return ReviewCriteria(review_id=review, outcome=outcome, criteria=frozenset(), words=None, **what)
