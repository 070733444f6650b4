"""The commands that a message means for the stay it is about, as far as its feed is trusted with them."""

from datetime import datetime, timedelta
from typing import Any

from app.domain.codes.patient_classes import IN_A_BED, NOT_IN_A_BED, PatientClass
from app.domain.codes.ways_out import WayOut
from app.domain.decider import Command
from app.domain.local_time import local_date
from app.domain.spell import (
    ChangeClass,
    CorrectPlace,
    EndLeave,
    EndSpell,
    ExpectDischarge,
    MovePerson,
    OpenSpell,
    PlanDischarge,
    PlanTransfer,
    ProposeReadiness,
    ReverseAdmission,
    ReverseEnd,
    ReverseMove,
    StartLeave,
    TellAdmissionReason,
    WithdrawDischargePlan,
    WithdrawTransferPlan,
)
from app.domain.spell.ending import ToldAs
from app.domain.values import PersonId, Words
from app.intake.adt.message import DELETED
from app.intake.adt.subjects import Subject
from app.intake.adt.timestamps import Precision, Timestamp
from app.intake.adt.triggers import MAY_OPEN, OPENING
from app.intake.adt.understood import Understood
from app.intake.adt.where import Where
from app.intake.settings import Trusted

_A_DAY = timedelta(hours=23, minutes=59, seconds=59)
_DAYS = {Precision.YEAR, Precision.MONTH, Precision.DAY}

Common = dict[str, Any]
"""Which spell, by whom, and when it was told: what every command of one message carries."""

_OTHER_HOSPITALS = {"48", "49", "50", "51", "52", "53", "84", "87"}


def commands(
    message: Understood,
    subject: Subject,
    where: Where,
    person: PersonId,
    common: Common,
    *,
    trusted: frozenset[Trusted],
    opens: bool,
) -> list[Command]:
    """What the message says of this stay, in the order in which it is to be done."""
    at = message.event_time.at
    main = _main(message, subject, where, person, common, opens=opens)
    if _NEEDS.get(message.header.trigger or "") not in {None, *trusted}:
        main = []
    main += _time_of_leaving(message, subject, trusted, common)
    return [*main, *_class(message, subject, trusted, common | {"at": at}), *_besides(subject, trusted, at, common)]


def way_out(message: Understood, subject: Subject) -> WayOut:
    """How the stay ended, by the national codes for method (PV1-36) and destination (PV1-37)."""
    visit = subject.visit
    method = (visit and visit.disposition) or ""
    if subject.patient.died or method in {"4", "5"}:
        return WayOut.DIED
    if method == "2":
        return WayOut.SELF_DISCHARGE
    if visit and visit.discharged_to in _OTHER_HOSPITALS:
        return WayOut.TRANSFERRED
    return WayOut.DISCHARGED


def left_at(message: Understood, subject: Subject) -> datetime:
    """When they left, as an A03 says."""
    return past(message, subject.visit.discharged_at if subject.visit else None, latest=True)


def past(message: Understood, said: Timestamp | None, *, latest: bool = False) -> datetime:
    """The time said; that of the event where none was, or only its day, or one in the future.

    Of another day that was said alone, its beginning; or its last second, where it is the end of something.
    """
    at = message.event_time.at
    if said is None or said.at > message.received_at:
        return at
    if said.precision not in _DAYS:
        return said.at
    if local_date(said.at) == local_date(at):
        return at
    return min(said.at + _A_DAY, message.received_at) if latest else said.at


def _main(
    message: Understood, subject: Subject, where: Where, person: PersonId, common: Common, *, opens: bool
) -> list[Command]:
    visit, trigger, timed = subject.visit, message.header.trigger, common | {"at": message.event_time.at}
    here = where.now
    if here and (opens or trigger in MAY_OPEN):
        admitted_at = past(message, visit.admitted_at if visit else None)
        in_bed = visit.patient_class if visit and visit.patient_class in IN_A_BED else None
        opening = OpenSpell(
            person_id=person,
            at=admitted_at,
            patient_class=in_bed,
            inferred=trigger not in OPENING,
            **here,
            **common,
        )
        return [opening, *_change(message, subject, where, timed)] if trigger == "A06" else [opening]
    return _change(message, subject, where, timed)


def _change(message: Understood, subject: Subject, where: Where, timed: Common) -> list[Command]:
    trigger, here = message.header.trigger, where.now
    match trigger:
        case "A02" | "A17":
            return [MovePerson(**here, **timed)]
        case "A03":
            return [EndSpell(how=way_out(message, subject), **timed | {"at": left_at(message, subject)})]
        case "A06" | "A07" | "A08" | "A28" | "A31" if here:
            return [CorrectPlace(**here, **timed)]
        case "A11":
            return [ReverseAdmission(**timed)]
        case "A12":
            return [ReverseMove(**here, **where.prior, **timed)]
        case "A13":
            return [ReverseEnd(**here, **timed)]
        case _:
            return _plan(trigger, subject, where, timed)


def _plan(trigger: str | None, subject: Subject, where: Where, timed: Common) -> list[Command]:
    match trigger:
        case "A15" if where.pending:
            return [PlanTransfer(**where.pending, **timed)]
        case "A26":
            return [WithdrawTransferPlan(**timed)]
        case "A16":
            return [PlanDischarge(**timed)]
        case "A25":
            return [WithdrawDischargePlan(**timed)]
        case "A21" | "A53":
            until = subject.visit.leave_until if subject.visit else None
            return [StartLeave(until=until.at if until else None, **timed)]
        case "A22" | "A52":
            return [EndLeave(**timed)]
        case _:
            return []


def _time_of_leaving(
    message: Understood, subject: Subject, trusted: frozenset[Trusted], common: Common
) -> list[Command]:
    """An A08 may put right when somebody left, if it says so more precisely than the day; nobody leaves by it."""
    said = subject.visit.discharged_at if subject.visit and message.header.trigger == "A08" else None
    if said is None or said.precision in _DAYS or said.at > message.received_at or Trusted.LEAVING not in trusted:
        return []
    return [EndSpell(how=WayOut.DISCHARGED, told_as=ToldAs.TIME_OF_LEAVING, **common | {"at": said.at})]


_NEEDS = {
    **dict.fromkeys(("A02", "A08", "A12", "A17", "A28", "A31"), Trusted.PLACE),
    **dict.fromkeys(("A03", "A13"), Trusted.LEAVING),
    **dict.fromkeys(("A16", "A25"), Trusted.EXPECTED_DISCHARGE),
}
"""What a feed must be trusted with for the message to change what its trigger is about."""

_TELLS_CLASS = {"A06": PatientClass.INPATIENT, "A07": PatientClass.OUTPATIENT, "A08": None}


def _class(message: Understood, subject: Subject, trusted: frozenset[Trusted], timed: Common) -> list[Command]:
    """A06 and A07 are about the class; A08 may differ in it. In other messages it is what it was once."""
    trigger = message.header.trigger
    if trigger not in _TELLS_CLASS or Trusted.CLASS not in trusted:
        return []
    said = subject.visit.patient_class if subject.visit else None
    named = _TELLS_CLASS[trigger] if said not in IN_A_BED | NOT_IN_A_BED else said
    return [ChangeClass(patient_class=named, **timed)] if named else []


def _besides(subject: Subject, trusted: frozenset[Trusted], at: datetime, common: Common) -> list[Command]:
    """The expected date, the reason for admission and *medically fit* stand on any message."""
    found: list[Command] = []
    if subject.visit and subject.visit.reason:
        found.append(TellAdmissionReason(words=Words(subject.visit.reason), at=at, **common))
    day = subject.visit.expected_discharge if subject.visit else None
    if day is not None and Trusted.EXPECTED_DISCHARGE in trusted:
        found.append(ExpectDischarge(expected_on=None if day is DELETED else day, at=at, **common))
    fit = subject.medically_fit
    if fit and Trusted.MEDICALLY_FIT in trusted:
        since = None if fit.fit is False else fit.since or local_date(at)
        found.append(ProposeReadiness(since=since, at=at, **common))
    return found
