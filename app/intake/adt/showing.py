"""What was understood of a message, for a reader: a list of label and value for the message and for each person.

Only what was said is shown; of a place also which ward it is here.
"""

from typing import TYPE_CHECKING

from pydantic import BaseModel

from app.domain.codes import alert_reasons, patient_classes
from app.intake.adt import in_words
from app.intake.adt.message import DELETED
from app.intake.adt.subjects import Subject
from app.intake.adt.trigger_words import trigger_words
from app.intake.adt.understood import Refused, Understood
from app.intake.adt.visit import Place, Visit
from app.intake.adt.wards import Unknown, ward_called
from app.intake.senders import Sender

if TYPE_CHECKING:
    from app.intake.adt.kept import Connection


class Fact(BaseModel, frozen=True):
    """One thing that was said."""

    label: str
    value: str


class Part(BaseModel, frozen=True):
    """The message itself, or one person that it tells of."""

    title: str
    facts: list[Fact]


async def shown(connection: "Connection", sender: Sender, reading: Understood | Refused) -> list[Part]:
    """The message, then each person; of one that was refused only its header, as far as it could be read."""
    if isinstance(reading, Refused):
        return [_part("The message", _header(reading))]
    parts = [_part("The message", [*_header(reading), *_times(reading)])]
    several = len(reading.subjects) > 1
    for number, subject in enumerate(reading.subjects, start=1):
        title = f"Person {number} of {len(reading.subjects)}" if several else "The person and their stay"
        visit = await _visit(connection, sender, subject.visit) if subject.visit else []
        parts.append(_part(title, [*_person(subject), *visit, *_besides(subject)]))
    return parts


_Facts = list[tuple[str, str]]


def _part(title: str, facts: _Facts) -> Part:
    return Part(title=title, facts=[Fact(label=label, value=value) for label, value in facts if value])


def _header(reading: Understood | Refused) -> _Facts:
    header = reading.header
    if header is None:
        return []
    sender = " at ".join(part for part in (header.sending_application, header.sending_facility) if part)
    return [
        ("What happened", trigger_words(header.trigger or "")),
        ("Sender", sender),
        ("Message number", header.control_id),
    ]


def _times(reading: Understood) -> _Facts:
    return [
        ("When it happened", in_words.happened(reading.event_time)),
        ("When it was told", in_words.moment(reading.told_at)),
    ]


def _person(subject: Subject) -> _Facts:
    patient = subject.patient
    sexes = {"M": "Male", "F": "Female", "other": "Other or not known"}
    return [
        ("Name", in_words.name(patient.name)),
        ("Born", in_words.day(patient.birth_date) if patient.birth_date else ""),
        ("Sex", sexes[patient.sex] if patient.sex else ""),
        ("NHS number", in_words.nhs_number(patient.identifiers)),
        ("Hospital number", in_words.hospital_number(patient.identifiers)),
        ("Other numbers", in_words.other_numbers(patient.identifiers)),
        ("Home", in_words.home(patient.address)),
        ("Phone", in_words.text(patient.phone)),
        ("GP practice", in_words.text(patient.practice)),
        ("Death", _death(subject)),
    ]


def _death(subject: Subject) -> str:
    died = subject.patient.died
    if died is None:
        return ""
    return f"Died {in_words.time_said(subject.patient.died_at)}".strip() if died else "Lives"


async def _visit(connection: "Connection", sender: Sender, visit: Visit) -> _Facts:
    kind = patient_classes.WORDS[visit.patient_class] if visit.patient_class else ""
    codes = [f"method {visit.disposition}"] if visit.disposition else []
    codes += [f"to {visit.discharged_to}"] if visit.discharged_to else []
    left = " ".join([in_words.time_said(visit.discharged_at), f"({', '.join(codes)})" if codes else ""]).strip()
    said = visit.expected_discharge
    expected = in_words.TAKEN_BACK if said is DELETED else in_words.day(said) if said else ""
    return [
        ("Visit number", visit.number or ""),
        ("Class", f"{kind} (sent as {visit.class_said})" if kind else visit.class_said),
        ("Place", await _place(connection, sender, visit.place)),
        ("Was before in", await _place(connection, sender, visit.prior_place)),
        ("Is to move to", await _place(connection, sender, visit.pending_place)),
        ("Admission expected", in_words.time_said(visit.expected_admission)),
        ("Admitted", in_words.time_said(visit.admitted_at)),
        ("Came from", _came_from(sender, visit)),
        ("Reason for admission", visit.reason or ""),
        ("Discharged", left),
        ("Discharge expected", expected),
        ("On leave until", in_words.time_said(visit.leave_until)),
    ]


def _came_from(sender: Sender, visit: Visit) -> str:
    reason = sender.settings.admit_sources.get(visit.came_from)
    return f"{visit.came_from} – {alert_reasons.WORDS[reason]}" if reason else visit.came_from


async def _place(connection: "Connection", sender: Sender, place: Place | None) -> str:
    if place is None:
        return ""
    said = ", ".join(part for part in (place.ward or "no ward", place.room, place.bed, place.site) if part)
    return f"{said} – {await _meant(connection, sender, place)}" if place.ward else said


async def _meant(connection: "Connection", sender: Sender, place: Place) -> str:
    ward = await ward_called(connection, sender, place)
    if ward is None:
        return "none of our wards"
    if isinstance(ward, Unknown):
        return "a ward unknown here"
    name = await connection.fetchval(_NAME, sender.system, ward)
    return f"{name} here" if name else "a ward unknown here"


def _besides(subject: Subject) -> _Facts:
    fit = subject.medically_fit
    since = f", since {in_words.day(fit.since)}" if fit and fit.since else ""
    said = {True: "Yes", False: "No", None: "Not said"}[fit.fit] + since if fit else ""
    facts = [("Medically fit, as the hospital says", said)]
    for merged in subject.merged:
        retired = [in_words.name(merged.name), in_words.hospital_number(merged.identifiers),
                   in_words.nhs_number(merged.identifiers)]  # fmt: skip
        facts.append(("Given up for these", ", ".join(part for part in retired if part)))
        facts.append(("Visit number before", merged.prior_visit_number or ""))
    return facts


_NAME = "SELECT name FROM place_1 WHERE system_id = $1 AND id = $2 AND NOT gone"
