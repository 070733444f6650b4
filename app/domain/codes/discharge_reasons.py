"""Why the expected date of discharge has moved. Local default list."""

from enum import StrEnum


class DischargeReason(StrEnum):
    """The code; its words are in `WORDS`."""

    CLINICAL_CHANGE = "clinical_change"
    WAITING_FOR_TESTS = "waiting_for_tests"
    WAITING_FOR_SERVICE = "waiting_for_service"
    FAMILY_OR_CHOICE = "family_or_choice"
    OTHER = "other"


WORDS = {
    DischargeReason.CLINICAL_CHANGE: "Clinical change",
    DischargeReason.WAITING_FOR_TESTS: "Waiting for tests",
    DischargeReason.WAITING_FOR_SERVICE: "Waiting for a service",
    DischargeReason.FAMILY_OR_CHOICE: "Family or choice",
    DischargeReason.OTHER: "Another reason",
}
