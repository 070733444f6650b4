"""The kinds of hospital visit that the hub tells apart."""

from enum import StrEnum


class PatientClass(StrEnum):
    """As what somebody is in hospital; its words are in `WORDS`."""

    INPATIENT = "inpatient"
    EMERGENCY = "emergency"
    OUTPATIENT = "outpatient"
    DAY = "day"
    PREADMIT = "preadmit"
    OTHER = "other"


WORDS = {
    PatientClass.INPATIENT: "In-patient",
    PatientClass.EMERGENCY: "Emergency",
    PatientClass.OUTPATIENT: "Out-patient",
    PatientClass.DAY: "Day case",
    PatientClass.PREADMIT: "Before admission",
    PatientClass.OTHER: "Of another kind",
}

IN_A_BED = frozenset({PatientClass.INPATIENT, PatientClass.EMERGENCY})
"""The classes of those on a ward list."""

NOT_IN_A_BED = frozenset({PatientClass.OUTPATIENT, PatientClass.DAY, PatientClass.PREADMIT})
"""The classes of those who are not; any other class says nothing of it."""
