"""The flags of a person on the board, the case and its print. Local default list."""

from enum import StrEnum


class Flag(StrEnum):
    """The code; its words are in `WORDS`, what it is about in `ABOUT`."""

    DOES_NOT_AGREE = "does_not_agree"
    NOT_YET_ASKED = "not_yet_asked"
    CAPACITY_DOUBT = "capacity_doubt"
    LACKS_CAPACITY = "lacks_capacity"
    BEST_INTERESTS_DECIDED = "best_interests_decided"
    ADVOCATE_NEEDED = "advocate_needed"
    INTERPRETER = "interpreter"
    ACCESSIBLE_INFORMATION = "accessible_information"
    SAFEGUARDING_STOPS_LEAVING = "safeguarding_stops_leaving"
    NO_HOME = "no_home"
    INFECTION = "infection"
    END_OF_LIFE = "end_of_life"
    DELIRIUM = "delirium"
    TWO_PEOPLE = "two_people"
    OVER_WEIGHT_LIMIT = "over_weight_limit"
    RISK_TO_STAFF = "risk_to_staff"


WORDS = {
    Flag.DOES_NOT_AGREE: "Does not agree",
    Flag.NOT_YET_ASKED: "Not yet asked",
    Flag.CAPACITY_DOUBT: "Capacity in doubt",
    Flag.LACKS_CAPACITY: "Lacks capacity",
    Flag.BEST_INTERESTS_DECIDED: "Best interests decided",
    Flag.ADVOCATE_NEEDED: "Advocate needed",
    Flag.INTERPRETER: "Interpreter",
    Flag.ACCESSIBLE_INFORMATION: "Accessible information",
    Flag.SAFEGUARDING_STOPS_LEAVING: "Safeguarding stops leaving",
    Flag.NO_HOME: "No home",
    Flag.INFECTION: "Infection",
    Flag.END_OF_LIFE: "End of life",
    Flag.DELIRIUM: "Delirium",
    Flag.TWO_PEOPLE: "Two people to move",
    Flag.OVER_WEIGHT_LIMIT: "Over weight limit",
    Flag.RISK_TO_STAFF: "Risk to staff",
}

ABOUT = (
    dict.fromkeys((Flag.DOES_NOT_AGREE, Flag.NOT_YET_ASKED), "agreement")
    | dict.fromkeys((Flag.CAPACITY_DOUBT, Flag.LACKS_CAPACITY), "capacity")
    | dict.fromkeys((Flag.BEST_INTERESTS_DECIDED, Flag.ADVOCATE_NEEDED), "capacity")
    | dict.fromkeys((Flag.INTERPRETER, Flag.ACCESSIBLE_INFORMATION), "communication")
    | dict.fromkeys((Flag.SAFEGUARDING_STOPS_LEAVING, Flag.RISK_TO_STAFF), "safety")
    | dict.fromkeys((Flag.NO_HOME,), "home")
    | dict.fromkeys((Flag.INFECTION, Flag.END_OF_LIFE, Flag.DELIRIUM), "clinical")
    | dict.fromkeys((Flag.TWO_PEOPLE, Flag.OVER_WEIGHT_LIMIT), "handling")
)
"""What a flag is about, by which its icon is chosen."""
