"""Why it is proposed to tell the hub early, before anybody of the ward has said so. Our local default."""

from enum import StrEnum


class AlertReason(StrEnum):
    """The code; its words are in `WORDS`."""

    CARE_HOME = "care_home"
    TEMPORARY_HOME = "temporary_home"
    KNOWN_TO_HUB = "known_to_hub"


WORDS = {
    AlertReason.CARE_HOME: "came from a care home",
    AlertReason.TEMPORARY_HOME: "came from a temporary address",
    AlertReason.KNOWN_TO_HUB: "left hospital with the hub in the last 91 days",
}

CAME_FROM = frozenset({AlertReason.CARE_HOME, AlertReason.TEMPORARY_HOME})
"""The reasons that a feed tells by where the person was admitted from."""
