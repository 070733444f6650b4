"""Whom a message is about: one subject for each person and stay it tells of."""

from dataclasses import dataclass
from datetime import datetime

from app.intake.adt.doubts import Doubts
from app.intake.adt.medically_fit import MedicallyFit, read_medically_fit
from app.intake.adt.merged import Merged, read_merged
from app.intake.adt.message import Group
from app.intake.adt.patient import Patient, read_patient
from app.intake.adt.visit import Visit, read_visit
from app.intake.settings import FeedSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One person as told, with the stay told of and what was merged into them."""

    patient: Patient
    visit: Visit | None
    merged: tuple[Merged, ...]
    medically_fit: MedicallyFit | None


def read_subject(group: Group, admitted_by: datetime | None, settings: FeedSettings, doubts: Doubts) -> Subject:
    """The subject of one group of segments; `admitted_by` is when they came in, where PV1-44 does not say."""
    return Subject(
        patient=read_patient(group.segment("PID"), group.segment("PD1"), settings, doubts),
        visit=read_visit(group, admitted_by, settings, doubts),
        merged=read_merged(group, settings, doubts),
        medically_fit=read_medically_fit(group, doubts),
    )
