"""What may be told of a stay, at random: by hand here and now, or by a feed, late and out of order."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.domain.codes.alert_reasons import AlertReason
from app.domain.codes.criteria import Criterion
from app.domain.codes.discharge_reasons import DischargeReason
from app.domain.codes.hub_needs import HubNeed
from app.domain.codes.patient_classes import PatientClass
from app.domain.codes.ways_out import WayOut
from app.domain.spell import (
    AnySpellCommand,
    CancelExpectedAdmission,
    ChangeClass,
    CorrectPlace,
    EndLeave,
    EndSpell,
    ExpectDischarge,
    MovePerson,
    OpenSpell,
    PlanDischarge,
    PlanTransfer,
    ProposeEarlyAlert,
    ProposeReadiness,
    ReturnToWard,
    ReverseAdmission,
    ReverseEnd,
    ReverseMove,
    ReviewCriteria,
    ReviewOutcome,
    SayHubNeed,
    SendToLounge,
    StartLeave,
    WithdrawDischargePlan,
    WithdrawTransferPlan,
)
from app.domain.values import Actor, ActorKind, PersonId, Words
from tests.promises.delays import of_a_delay

FEED = Actor(kind=ActorKind.FEED, id="1f7e0000-0000-4000-8000-0000000000fe")

Telling = tuple[AnySpellCommand, ...]
Somewhere = Callable[[], dict[str, Any]]
"""A ward and a bed on it."""


def from_a_feed(chance: Random, now: datetime) -> dict[str, Any]:
    """Who says so and when it was said: often just now, sometimes hours ago."""
    behind = timedelta(hours=chance.randint(1, 60)) if chance.random() < 0.3 else timedelta()
    return {"by": FEED, "told_at": now - behind}


def of_a_stay(
    chance: Random, by_hand: dict[str, Any], fed: dict[str, Any], where: Somewhere, whose: PersonId | None
) -> Telling:
    """One command, and where it has a way back, often that too.

    `by_hand` and `fed` are what each command carries; `whose` is None for a stay nobody heard of.
    """
    what = chance.choice([by_hand, fed])
    said_as = chance.choice([None, PatientClass.INPATIENT, PatientClass.DAY])
    admission = (OpenSpell(person_id=whose, patient_class=said_as, **where(), **what),) if whose else ()
    tellings: list[Telling] = [
        *_often(3, _review(chance, by_hand)),
        *_often(3, MovePerson(**where(), **what), _reverse_move(chance, what, where)),
        *_often(1, CorrectPlace(**where(), **what)),
        *_often(2, EndSpell(how=chance.choice(list(WayOut)), **what), _reverse_end(chance, what, where)),
        *_often(2, ReverseAdmission(**what), *admission),
        *_often(3, *admission),
        *_often(1, CancelExpectedAdmission(**fed)),
        *_plans(chance, what, fed, where),
        *_often(4, *of_a_delay(chance, by_hand)),
    ]
    told = chance.choice(tellings)
    return told if chance.random() < 0.6 else told[:1]


def _plans(chance: Random, what: dict[str, Any], fed: dict[str, Any], where: Somewhere) -> list[Telling]:
    until = what["at"] + timedelta(hours=chance.randint(1, 30))
    out, back = PatientClass.OUTPATIENT, PatientClass.INPATIENT
    return [
        *_often(1, ChangeClass(patient_class=out, **fed), ChangeClass(patient_class=back, **fed)),
        *_often(1, PlanTransfer(**where(), **fed), WithdrawTransferPlan(**fed)),
        *_often(2, ExpectDischarge(expected_on=_day(chance, what["at"]), **_why(chance), **what)),
        *_often(2, SayHubNeed(need=chance.choice(list(HubNeed)), **what)),
        *_often(1, PlanDischarge(**fed), WithdrawDischargePlan(**fed)),
        *_often(1, StartLeave(until=chance.choice([None, until]), **what), EndLeave(**what)),
        *_often(1, SendToLounge(**what), ReturnToWard(**chance.choice([{}, where()]), **what)),
        *_often(1, _propose_alert(chance, fed), _propose_alert(chance, fed)),
        *_often(2, ProposeReadiness(since=_day(chance, what["at"]), **fed)),
    ]


def _often(times: int, *telling: AnySpellCommand) -> list[Telling]:
    return [telling] * times


def _review(chance: Random, what: dict[str, Any]) -> ReviewCriteria:
    meets = chance.random() < 0.5
    return ReviewCriteria(
        review_id=UUID(int=chance.getrandbits(128), version=4),
        outcome=ReviewOutcome.MEETS if meets else ReviewOutcome.NO_LONGER_MEETS,
        criteria=frozenset(chance.sample(list(Criterion), 2)) if meets else frozenset(),
        words=chance.choice([None, Words("Daughter rang. “Soon”, she said.")]),
        **what,
    )


def _propose_alert(chance: Random, what: dict[str, Any]) -> ProposeEarlyAlert:
    return ProposeEarlyAlert(reason=chance.choice(list(AlertReason)), taken_back=chance.random() < 0.3, **what)


def _reverse_move(chance: Random, what: dict[str, Any], where: Somewhere) -> ReverseMove:
    went_to = where()
    named = chance.random() < 0.5
    return ReverseMove(
        from_ward_id=went_to["ward_id"] if named else None,
        from_bed=went_to["bed"] if named else None,
        **where(),
        **what,
    )


def _reverse_end(chance: Random, what: dict[str, Any], where: Somewhere) -> ReverseEnd:
    return ReverseEnd(**chance.choice([{}, where()]), **what)


def _why(chance: Random) -> dict[str, Any]:
    return {
        "reason": chance.choice([None, DischargeReason.WAITING_FOR_TESTS]),
        "words": chance.choice([None, Words("CT on Thursday.")]),
    }


def _day(chance: Random, near: datetime) -> date | None:
    return chance.choice([None, (near + timedelta(days=chance.randint(0, 9))).date()])
