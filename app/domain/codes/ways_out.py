"""How a stay in hospital ends, or goes on elsewhere. What a case makes of each is in `app.domain.consequences`."""

from enum import StrEnum


class WayOut(StrEnum):
    """The code; its words are in `WORDS`. Home leave and the discharge lounge are no ways out: the stay goes on."""

    DISCHARGED = "discharged"
    SELF_DISCHARGE = "self_discharge"
    TRANSFERRED = "transferred"
    VIRTUAL_WARD = "virtual_ward"
    DIED = "died"
    UNKNOWN = "unknown"


WORDS = {
    WayOut.DISCHARGED: "Discharged",
    WayOut.SELF_DISCHARGE: "Took their own discharge",
    WayOut.TRANSFERRED: "Transferred to another hospital",
    WayOut.VIRTUAL_WARD: "Home on the virtual ward, still under the hospital’s care",
    WayOut.DIED: "Died",
    WayOut.UNKNOWN: "Left, way not known",
}
