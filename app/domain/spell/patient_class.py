"""As what the person is in hospital: only in-patients and those in emergency care are on a ward list."""

from dataclasses import dataclass

from app.domain.codes.patient_classes import PatientClass
from app.domain.spell.command import SpellCommand


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassChanged:
    """The person became, or is no longer, an in-patient."""

    patient_class: PatientClass


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeClass(SpellCommand):
    """Say as what the person is in hospital now."""

    patient_class: PatientClass


def change_class(command: ChangeClass) -> list[ClassChanged]:
    """The same class again is no news."""
    return [ClassChanged(patient_class=command.patient_class)]
