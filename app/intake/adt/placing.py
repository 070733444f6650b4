"""From an understood message to commands on the person and the stay; or to the queue, with the reason in words."""

from datetime import datetime
from typing import Any

from app.domain.codes.ways_out import WayOut
from app.domain.decider import Command
from app.domain.person import RecordDetails
from app.domain.spell import (
    CorrectPlace,
    EndSpell,
    MovePerson,
    OpenSpell,
    ReverseAdmission,
    ReverseEnd,
    ReverseMove,
)
from app.domain.values import Actor, ActorKind
from app.events.handler import decide_in
from app.events.log import Turn
from app.intake.adt.kept import Outcome, Waits
from app.intake.adt.person import details_of, has_joining_number, is_known_otherwise
from app.intake.adt.stays import Stay, bed_of, new_stay, numbered_stay, stay_of, ward_of
from app.intake.adt.understood import Understood
from app.intake.adt.visit import PatientClass
from app.intake.senders import Sender
from app.people.details import Details
from app.people.registry import Match, find, keep

OPENING = {"A01", "A04"}
APPLIED = OPENING | {"A02", "A03", "A08", "A11", "A12", "A13"}
"""The triggers that change a stay; every other is kept and answered, and changes nothing yet."""

_IN_A_BED = {PatientClass.INPATIENT, PatientClass.EMERGENCY}
_ELSEWHERE = {PatientClass.OUTPATIENT, PatientClass.PREADMIT, PatientClass.DAY}
_NUMBERS_DISAGREE = "The numbers in this message lead to two people here, or to one whose name or birth date differs."
_OTHER_HOSPITALS = {"48", "49", "50", "51", "52", "53", "84", "87"}


async def place(turn: Turn, sender: Sender, message: Understood) -> Outcome:
    """Apply the message inside the turn, or say why it waits. Raises Rejection: then the turn must be given up."""
    if message.header.trigger not in APPLIED:
        return Outcome(state="recorded")
    try:
        if await _is_not_a_stay(turn, sender, message):
            return Outcome(state="recorded")
        await _place(turn, sender, message)
    except Waits as waits:
        return waits.outcome
    return Outcome(state="applied")


async def _place(turn: Turn, sender: Sender, message: Understood) -> None:
    details = details_of(message.patient, sender.feed_id)
    match = await find(turn.connection, turn.system, details)
    if match.conflict:
        raise Waits("numbers-disagree", _NUMBERS_DISAGREE)
    stay = await stay_of(turn, sender, message.visit, match.person)
    if stay is None:
        _check_can_open(message, details)
    else:
        await _check_whose(turn, stay, match, details)
    where = await _where(turn, message)  # before anybody is registered for a stay that has no ward
    kept = await keep(turn.connection, turn.system, match.person or (stay.person if stay else None), details)
    by, at = Actor(kind=ActorKind.FEED, id=str(sender.feed_id)), message.event_time.at
    await decide_in(turn, RecordDetails(person_id=kept.person, changed=kept.changed, by=by, at=at))
    stay = stay or await new_stay(turn, sender, message.visit, kept.person)
    for command in _commands(message, stay, where, {"by": by, "spell_id": stay.spell}):
        await decide_in(turn, command)


async def _is_not_a_stay(turn: Turn, sender: Sender, message: Understood) -> bool:
    """Out-patients and day cases are not on a ward list; an A04 is a stay only where it says so.

    A stay known by its visit number is one whatever a later message calls it: somebody leaves it all the same.
    """
    known = message.visit.patient_class if message.visit else None
    if message.header.trigger == "A04":
        return known not in _IN_A_BED
    if known not in _ELSEWHERE:
        return False
    return message.header.trigger in OPENING or await numbered_stay(turn, sender, message.visit) is None


def _check_can_open(message: Understood, details: Details) -> None:
    if message.header.trigger not in OPENING:
        raise Waits("unknown-visit", "No stay with this visit number is known here; its admission has not come yet.")
    if not (message.visit and message.visit.number) and not has_joining_number(details):
        raise Waits("no-usable-number", "Neither the person nor the stay has a number to find them again by.")


async def _check_whose(turn: Turn, stay: Stay, match: Match, details: Details) -> None:
    """A visit number typed wrong must not turn one person into another."""
    if match.person != stay.person and (match.person or await is_known_otherwise(turn, stay.person, details)):
        raise Waits("visit-of-another-person", "This visit number belongs to another person here.")


def _commands(message: Understood, stay: Stay, where: dict[str, Any], common: dict[str, Any]) -> list[Command]:
    at, visit = message.event_time.at, message.visit
    match message.header.trigger:
        case "A01" | "A04":
            return [OpenSpell(person_id=stay.person, at=_past(message, visit and visit.admitted_at), **where, **common)]
        case "A02":
            return [MovePerson(at=at, **where, **common)]
        case "A03":
            left_at = _past(message, visit and visit.discharged_at)
            return [EndSpell(how=way_out(message), at=left_at, **common)]
        case "A08":
            return [CorrectPlace(at=at, **where, **common)] if where else []
        case "A11":
            return [ReverseAdmission(at=at, **common)]
        case "A12":
            return [ReverseMove(at=at, **where, **common)]
        case "A13":
            return [ReverseEnd(at=at, **where, **common)]
        case _:
            return []


async def _where(turn: Turn, message: Understood) -> dict[str, Any]:
    """Ward and bed as the command takes them; empty where the message may leave them out."""
    trigger, place = message.header.trigger, message.visit.place if message.visit else None
    if trigger in {"A03", "A11"}:
        return {}
    if place is None or not place.ward:
        if trigger in {"A08", "A13"}:
            return {}
        raise Waits("no-place", "The message does not say on which ward the person is.")
    ward = await ward_of(turn, place)
    if ward is None:
        raise Waits("unknown-ward", "No ward here is called as this message calls it, or several are.")
    return {"ward_id": ward, "bed": bed_of(place)}


def way_out(message: Understood) -> WayOut:
    """How the stay ended, by the national codes for method (PV1-36) and destination (PV1-37)."""
    visit = message.visit
    method = (visit and visit.disposition) or ""
    if message.patient.died or method in {"4", "5"}:
        return WayOut.DIED
    if method == "2":
        return WayOut.SELF_DISCHARGE
    if visit and visit.discharged_to in _OTHER_HOSPITALS:
        return WayOut.TRANSFERRED
    return WayOut.DISCHARGED


def _past(message: Understood, said: Any) -> datetime:
    """The time said, unless it lies in the future or was not said: then the time of the event."""
    at: datetime = said.at if said and said.at <= message.received_at else message.event_time.at
    return at
