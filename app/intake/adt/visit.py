"""What a message says of a stay: number, class, places, admission and discharge (PV1), what is expected of it (PV2)."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.codes.patient_classes import PatientClass as PatientClass
from app.intake.adt.doubts import Doubts
from app.intake.adt.message import DELETED, Given, Group, Segment
from app.intake.adt.timestamps import Timestamp, read_date, read_time
from app.intake.settings import FeedSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The parts of a location that name a bed, unescaped, "" where not said; `raw` is the field as sent."""

    ward: str
    room: str
    bed: str
    site: str
    raw: str


LONGEST_REASON = 400
"""Characters: what the referral's own field holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A stay as told; None: not said. `class_said` is PV1-2 as sent, `came_from` the sender's code for where
    the person was admitted from (PV1-14).

    `pending_place` is where the person is to move (PV1-42). `disposition` is how the stay ended (PV1-36),
    `discharged_to` where to (PV1-37), both in the sender's codes. `leave_until` is when they should be back (PV2-47),
    `reason` why they were admitted (PV2-3), in words.
    """

    number: str | None = None
    patient_class: PatientClass | None = None
    class_said: str = ""
    came_from: str = ""
    place: Place | None = None
    prior_place: Place | None = None
    pending_place: Place | None = None
    admitted_at: Timestamp | None = None
    discharged_at: Timestamp | None = None
    disposition: str | None = None
    discharged_to: str | None = None
    expected_admission: Timestamp | None = None
    expected_discharge: Given[date] = None
    leave_until: Timestamp | None = None
    reason: str | None = None


def read_visit(group: Group, admitted_by: datetime | None, settings: FeedSettings, doubts: Doubts) -> Visit | None:
    """The stay told of in one person's segments; None where there is no PV1.

    `admitted_by` is when the person came in, where PV1-44 does not say.
    """
    pv1, pv2, zone = group.segment("PV1"), group.segment("PV2"), settings.zone
    if not pv1:
        return None
    said = pv1.text(2)
    admitted_at = read_time(pv1.text(44), "PV1-44", zone, doubts)
    admitted_on = _day(admitted_at.at if admitted_at else admitted_by, settings)
    return Visit(
        number=pv1.text(19) or None,
        patient_class=_class(said.upper(), settings) if said else None,
        class_said=said,
        came_from=pv1.text(14).upper(),
        place=_place(pv1, 3, settings),
        prior_place=_place(pv1, 6, settings),
        pending_place=_place(pv1, 42, settings),
        admitted_at=admitted_at,
        discharged_at=read_time(pv1.text(45), "PV1-45", zone, doubts),
        disposition=pv1.text(36) or None,
        discharged_to=pv1.text(37) or None,
        expected_admission=read_time(pv2.text(8), "PV2-8", zone, doubts),
        expected_discharge=_expected_discharge(pv2, admitted_on, doubts),
        leave_until=read_time(pv2.text(47), "PV2-47", zone, doubts),
        reason=(pv2.text(3, 2) or pv2.text(3))[:LONGEST_REASON].strip() or None,
    )


_CLASSES = {
    **dict.fromkeys(("I", "IP", "INPATIENT"), PatientClass.INPATIENT),
    **dict.fromkeys(("E", "ED", "EMERGENCY", "A&E"), PatientClass.EMERGENCY),
    **dict.fromkeys(("O", "OP", "OUTPATIENT"), PatientClass.OUTPATIENT),
    **dict.fromkeys(("D", "DAY", "DAYCASE", "DAY CASE", "DAY_CASE", "DAY SURGERY"), PatientClass.DAY),
    **dict.fromkeys(("P", "PREADMIT", "PRE-ADMIT", "PREADMISSION"), PatientClass.PREADMIT),
}


def _class(said: str, settings: FeedSettings) -> PatientClass:
    return settings.classes.get(said) or _CLASSES.get(said, PatientClass.OTHER)


def _place(pv1: Segment, position: int, settings: FeedSettings) -> Place | None:
    said = pv1.first(position)
    if not said.raw:
        return None
    room = said.text(2) if settings.ward_component == 1 else ""
    ward = said.text(settings.ward_component)
    place = Place(ward=ward, room=room, bed=said.text(3), site=said.text(4), raw=said.raw)
    return place if place.ward or place.room or place.bed or place.site else None


def _day(at: datetime | None, settings: FeedSettings) -> date | None:
    return at.astimezone(settings.zone).date() if at else None


def _expected_discharge(pv2: Segment, admitted_on: date | None, doubts: Doubts) -> Given[date]:
    if pv2.first(9).is_null:
        return DELETED
    said = read_date(pv2.text(9), "PV2-9", doubts)
    if said is None or said != admitted_on:
        return said
    doubts.note("expected-discharge-default", "PV2-9 is the day of admission, which systems fill in unasked; no news.")
    return None
