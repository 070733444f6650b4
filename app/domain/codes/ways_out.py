"""How a stay in hospital ends."""

from enum import StrEnum


class WayOut(StrEnum):
    """The code; its words are in `WORDS`."""

    DISCHARGED = "discharged"
    SELF_DISCHARGE = "self_discharge"
    TRANSFERRED = "transferred"
    DIED = "died"
    UNKNOWN = "unknown"


WORDS = {
    WayOut.DISCHARGED: "Discharged",
    WayOut.SELF_DISCHARGE: "Took their own discharge",
    WayOut.TRANSFERRED: "Transferred to another hospital",
    WayOut.DIED: "Died",
    WayOut.UNKNOWN: "Left, way not known",
}
