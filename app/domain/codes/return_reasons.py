"""Why somebody who had left is in hospital after all. Local default list (hub-practice 1.20)."""

from enum import StrEnum


class ReturnReason(StrEnum):
    """The code; its words are in `WORDS`. All but `RECORDED_BY_MISTAKE` say that the discharge failed."""

    NOBODY_HOME = "nobody_home"
    NO_CARE = "no_care"
    UNWELL = "unwell"
    TRANSPORT_ABORTED = "transport_aborted"
    OTHER = "other"
    RECORDED_BY_MISTAKE = "recorded_by_mistake"


WORDS = {
    ReturnReason.NOBODY_HOME: "Nobody was home to receive them",
    ReturnReason.NO_CARE: "The care did not come",
    ReturnReason.UNWELL: "Became unwell",
    ReturnReason.TRANSPORT_ABORTED: "Transport was aborted",
    ReturnReason.OTHER: "Other",
    ReturnReason.RECORDED_BY_MISTAKE: "They never left: recorded by mistake",
}
