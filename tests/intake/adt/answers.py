"""Another reader's answers to the same messages: what a university hospital's data platform expects of its own feed."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from app.domain.codes.patient_classes import PatientClass
from app.intake.adt.identifiers import Identifiers
from app.intake.adt.patient import Address, Name
from app.intake.adt.subjects import Subject
from app.intake.adt.understood import Understood
from app.intake.adt.visit import Place, Visit

KEY = Path(__file__).parents[4] / "shared" / "data" / "adt" / "emap_uclh"
ANSWERS = sorted((KEY / "expected" / "AdtMessages").rglob("*.yaml"))

NOT_KEPT = {"@class", "sourceSystem", "eventReasonCode", "modeOfArrival", "ethnicGroup", "patientReligion",
            "patientMiddleName", "patientBirthDateTime"}  # fmt: skip
"""Of a birth the day alone is kept: a time there is mostly another zone's midnight."""

CLASSES = {
    PatientClass.INPATIENT: "INPATIENT",
    PatientClass.OUTPATIENT: "OUTPATIENT",
    PatientClass.DAY: "DAY_CASE",
    PatientClass.OTHER: "NOT_APPLICABLE",
}


def stated(answer: Path) -> dict[str, object]:
    """What an answer says of what is kept here; None where it says that there is nothing."""
    said: dict[str, Any] = yaml.safe_load(answer.read_text())
    return {field: _plain(field, value) for field, value in said.items() if field not in NOT_KEPT}


def _plain(field: str, said: Any) -> object:
    value = said["value"] if isinstance(said, dict) else said
    if isinstance(value, str) and field.endswith("DateTime"):
        return datetime.fromisoformat(value)
    if isinstance(value, str) and field.endswith("Date"):
        return date.fromisoformat(value)
    return None if value == "" else value


def told(reading: Understood) -> dict[str, object]:
    """Our reading in the answers' words."""
    first, other, merged = reading.subjects[0], reading.subjects[-1], next(iter(reading.merged), None)
    patient, visit, happened = first.patient, first.visit or Visit(), reading.event_time.at
    name, address = patient.name, patient.address
    assert isinstance(name, Name)
    return {
        "recordedDateTime": reading.told_at,
        "eventOccurredDateTime": happened,
        "cancelledDateTime": happened,
        **_whose(first),
        **{f"other{field[:1].upper()}{field[1:]}": value for field, value in _whose(other).items()},
        "previousMrn": merged and _hospital_number(merged.identifiers),
        "previousVisitNumber": merged and merged.prior_visit_number,
        "previousLocationString": _location(visit.prior_place),
        "cancelledLocation": _location(visit.prior_place),
        "patientClass": visit.patient_class and CLASSES[visit.patient_class],
        "admissionDateTime": visit.admitted_at and visit.admitted_at.at,
        "presentationDateTime": visit.admitted_at and visit.admitted_at.at,
        "dischargeDateTime": visit.discharged_at and visit.discharged_at.at,
        "dischargeDisposition": visit.disposition,
        "dischargeLocation": visit.discharged_to,
        "patientIsAlive": None if patient.died is None else not patient.died,
        "patientFamilyName": name.family,
        "patientGivenName": name.given,
        "patientTitle": name.prefix or None,
        "patientBirthDate": patient.birth_date,
        "patientSex": patient.sex,
        "patientZipOrPostalCode": address.postcode if isinstance(address, Address) else None,
    }


def _whose(subject: Subject) -> dict[str, object]:
    """A number that joins nobody, such as 9999999999, is kept all the same."""
    identifiers, visit = subject.patient.identifiers, subject.visit or Visit()
    return {
        "mrn": _hospital_number(identifiers),
        "nhsNumber": identifiers.nhs_number or next(iter(identifiers.unverified_nhs_numbers), None),
        "visitNumber": visit.number,
        "fullLocationString": _location(visit.place),
    }


def _hospital_number(identifiers: Identifiers) -> str | None:
    return identifiers.hospital_number.value if identifiers.hospital_number else None


def _location(place: Place | None) -> str | None:
    return f"{place.ward}^{place.room}^{place.bed}" if place else None
