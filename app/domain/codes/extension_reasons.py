"""Why a stay goes on beyond its six weeks. Local default list."""

from enum import StrEnum


class ExtensionReason(StrEnum):
    """The code; its words are in `WORDS`."""

    GOALS_IN_REACH = "goals_in_reach"
    BECAME_UNWELL = "became_unwell"
    WAITS_FOR_LONG_TERM = "waits_for_long_term"
    OTHER = "other"


WORDS = {
    ExtensionReason.GOALS_IN_REACH: "The goals are in reach",
    ExtensionReason.BECAME_UNWELL: "Became unwell meanwhile",
    ExtensionReason.WAITS_FOR_LONG_TERM: "Waits for long-term support to start",
    ExtensionReason.OTHER: "Other",
}
