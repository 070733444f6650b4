"""Why a service cannot take somebody. Local default list (hub practice, decline codes)."""

from enum import StrEnum


class Decline(StrEnum):
    """The code; its words are in `WORDS`, its family in `FAMILY`."""

    NO_STAFF = "D01"
    NO_SECOND_CARER = "D02"
    OUTSIDE_PATCH = "D03"
    NO_SUITABLE_BED = "D04"
    CANNOT_START_BY_THEN = "D05"
    CANNOT_ADMIT_THEN = "D06"
    CLOSED_OUTBREAK = "D07"
    CLOSED_PAUSE = "D08"
    BEYOND_SKILLS = "D10"
    EQUIPMENT = "D11"
    RISK_TO_OTHERS = "D12"
    HOME_NOT_SAFE = "D13"
    NEEDS_HIGHER = "D14"
    NEEDS_LOWER = "D15"
    NOT_ENOUGH_INFORMATION = "D20"
    MUST_ASSESS = "D21"
    NO_ANSWER = "D22"
    RATE = "D30"
    NO_EXIT_PLAN = "D31"
    FUNDING = "D32"
    PERSON_DECLINED = "D40"
    BROKE_DOWN_BEFORE = "D41"
    OTHER = "D99"


WORDS: dict[str, str] = {
    Decline.NO_STAFF: "No staff at the times needed",
    Decline.NO_SECOND_CARER: "No second carer for double-up calls",
    Decline.OUTSIDE_PATCH: "Outside our patch, or travel too long",
    Decline.NO_SUITABLE_BED: "No suitable bed",
    Decline.CANNOT_START_BY_THEN: "Cannot start by then",
    Decline.CANNOT_ADMIT_THEN: "Cannot admit at that hour or day",
    Decline.CLOSED_OUTBREAK: "Closed: outbreak",
    Decline.CLOSED_PAUSE: "Closed: regulator, council or own pause",
    Decline.BEYOND_SKILLS: "Beyond our skills or registration",
    Decline.EQUIPMENT: "Equipment we cannot have",
    Decline.RISK_TO_OTHERS: "Risk to residents or staff",
    Decline.HOME_NOT_SAFE: "Home not safe to work in",
    Decline.NEEDS_HIGHER: "Needs look higher than described",
    Decline.NEEDS_LOWER: "Needs look lower: could be home, or less",
    Decline.NOT_ENOUGH_INFORMATION: "Not enough information",
    Decline.MUST_ASSESS: "We must assess ourselves",
    Decline.NO_ANSWER: "No answer in time",
    Decline.RATE: "Rate or hours do not cover it",
    Decline.NO_EXIT_PLAN: "No exit plan, or fear of no move-on",
    Decline.FUNDING: "Funding not confirmed",
    Decline.PERSON_DECLINED: "Person or family declined us",
    Decline.BROKE_DOWN_BEFORE: "The package with us broke down before",
    Decline.OTHER: "Other",
}

FAMILY = (
    dict.fromkeys(list(Decline)[:8], "capacity")
    | dict.fromkeys(list(Decline)[8:14], "fit")
    | dict.fromkeys((Decline.NOT_ENOUGH_INFORMATION, Decline.MUST_ASSESS), "information")
    | {Decline.NO_ANSWER: "response"}
    | dict.fromkeys((Decline.RATE, Decline.NO_EXIT_PLAN, Decline.FUNDING), "terms")
    | {Decline.PERSON_DECLINED: "choice", Decline.BROKE_DOWN_BEFORE: "fit", Decline.OTHER: "other"}
)
"""What kind of reason it is; by it a delay is told apart from a misfit."""
