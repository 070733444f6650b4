"""What a message says of a stay: visit number, class, places, admission and discharge (PV1), expected date (PV2-9)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.intake.adt.doubts import Doubts
from app.intake.adt.message import DELETED, Given, Group, Segment
from app.intake.adt.timestamps import Timestamp, read_date, read_time


class PatientClass(Enum):
    """The kinds of visit the hub tells apart."""

    INPATIENT = "inpatient"
    EMERGENCY = "emergency"
    OUTPATIENT = "outpatient"
    DAY = "day"
    PREADMIT = "preadmit"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The parts of a location that name a bed, unescaped, "" where not said; `raw` is the field as sent."""

    ward: str
    room: str
    bed: str
    site: str
    raw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A stay as told; None: not said. `class_said` is PV1-2 as sent.

    `disposition` is how the stay ended (PV1-36), `discharged_to` where to (PV1-37), both in the sender's codes.
    """

    number: str | None = None
    patient_class: PatientClass | None = None
    class_said: str = ""
    place: Place | None = None
    prior_place: Place | None = None
    admitted_at: Timestamp | None = None
    discharged_at: Timestamp | None = None
    disposition: str | None = None
    discharged_to: str | None = None
    expected_discharge: Given[date] = None


def read_visit(group: Group, doubts: Doubts) -> Visit | None:
    """The stay told of in one person's segments; None where there is no PV1."""
    pv1 = group.segment("PV1")
    if not pv1:
        return None
    said = pv1.text(2)
    return Visit(
        number=pv1.text(19) or None,
        patient_class=_CLASSES.get(said.upper(), PatientClass.OTHER) if said else None,
        class_said=said,
        place=_place(pv1, 3),
        prior_place=_place(pv1, 6),
        admitted_at=read_time(pv1.text(44), "PV1-44", doubts),
        discharged_at=read_time(pv1.text(45), "PV1-45", doubts),
        disposition=pv1.text(36) or None,
        discharged_to=pv1.text(37) or None,
        expected_discharge=_expected(group.segment("PV2"), doubts),
    )


_CLASSES = {
    **dict.fromkeys(("I", "IP", "INPATIENT"), PatientClass.INPATIENT),
    **dict.fromkeys(("E", "ED", "EMERGENCY", "A&E"), PatientClass.EMERGENCY),
    **dict.fromkeys(("O", "OP", "OUTPATIENT"), PatientClass.OUTPATIENT),
    **dict.fromkeys(("D", "DAY", "DAYCASE", "DAY CASE", "DAY_CASE", "DAY SURGERY"), PatientClass.DAY),
    **dict.fromkeys(("P", "PREADMIT", "PRE-ADMIT", "PREADMISSION"), PatientClass.PREADMIT),
}


def _place(pv1: Segment, position: int) -> Place | None:
    said = pv1.first(position)
    place = Place(ward=said.text(1), room=said.text(2), bed=said.text(3), site=said.text(4), raw=said.raw)
    return place if place.ward or place.room or place.bed or place.site else None


def _expected(pv2: Segment, doubts: Doubts) -> Given[date]:
    return DELETED if pv2.first(9).is_null else read_date(pv2.text(9), "PV2-9", doubts)
