"""What became of a medicine by the time somebody leaves hospital.

Source: NICE guideline NG5, Medicines optimisation, 1.2: what is told when somebody goes from one care to another.
"""

from enum import StrEnum


class MedicineChange(StrEnum):
    """The code; its words are in `WORDS`."""

    STARTED = "started"
    CHANGED = "changed"
    STOPPED = "stopped"


WORDS = {
    MedicineChange.STARTED: "Started",
    MedicineChange.CHANGED: "Changed",
    MedicineChange.STOPPED: "Stopped",
}
