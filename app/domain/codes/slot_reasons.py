"""Why an agreed slot to leave was changed. Local default list (hub-practice 1.18)."""

from enum import StrEnum


class SlotReason(StrEnum):
    """The code; its words are in `WORDS`."""

    MEDICINES = "medicines"
    TRANSPORT = "transport"
    SERVICE_START = "service_start"
    FAMILY = "family"
    UNWELL = "unwell"
    BED_NEEDED = "bed_needed"
    OTHER = "other"


WORDS = {
    SlotReason.MEDICINES: "Medicines not ready",
    SlotReason.TRANSPORT: "Transport",
    SlotReason.SERVICE_START: "The service starts at another time",
    SlotReason.FAMILY: "The person or their family",
    SlotReason.UNWELL: "Became unwell",
    SlotReason.BED_NEEDED: "The bed is needed sooner",
    SlotReason.OTHER: "Other",
}
