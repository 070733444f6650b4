"""What became of somebody by the end of a stay, and where they went. National labels of the community return (1.5)."""

from enum import StrEnum


class StayOutcome(StrEnum):
    """What support the person needs from now on; the words are in `OUTCOMES`."""

    NO_ONGOING = "no_ongoing"
    LOWER = "lower"
    SAME = "same"
    HIGHER = "higher"
    CARE_HOME = "care_home"
    READMITTED = "readmitted"
    DIED = "died"


OUTCOMES = {
    StayOutcome.NO_ONGOING: "No ongoing support",
    StayOutcome.LOWER: "Less support than before",
    StayOutcome.SAME: "The same support as before",
    StayOutcome.HIGHER: "More support than before",
    StayOutcome.CARE_HOME: "Lives in a care home from now on",
    StayOutcome.READMITTED: "Back in an acute hospital",
    StayOutcome.DIED: "Died",
}


class Destination(StrEnum):
    """Where they went from the service; the words are in `DESTINATIONS`."""

    HOME_NO_SUPPORT = "home_no_support"
    OTHER_NO_SUPPORT = "other_no_support"
    HOME_REHABILITATION = "home_rehabilitation"
    HOME_LONG_TERM = "home_long_term"
    TEMPORARY_REHABILITATION = "temporary_rehabilitation"
    TEMPORARY_LONG_TERM = "temporary_long_term"
    HOSPICE_AT_HOME = "hospice_at_home"
    HOSPICE = "hospice"
    ANOTHER_BED = "another_bed"
    HOSTEL_OR_EXTRA_CARE = "hostel_or_extra_care"
    CARE_HOME = "care_home"
    CARE_HOME_END_OF_LIFE = "care_home_end_of_life"
    OWN_CARE_HOME = "own_care_home"
    ACUTE_HOSPITAL = "acute_hospital"
    NONE = "none"


DESTINATIONS = {
    Destination.HOME_NO_SUPPORT: "Home, no new support",
    Destination.OTHER_NO_SUPPORT: "Elsewhere, no new support",
    Destination.HOME_REHABILITATION: "Home, to go on with rehabilitation or reablement",
    Destination.HOME_LONG_TERM: "Home, with a package for long-term needs",
    Destination.TEMPORARY_REHABILITATION: "Temporary accommodation, to go on with rehabilitation",
    Destination.TEMPORARY_LONG_TERM: "Temporary accommodation, with a long-term package",
    Destination.HOSPICE_AT_HOME: "Hospice care at home",
    Destination.HOSPICE: "Hospice",
    Destination.ANOTHER_BED: "Another short-term bed, to go on with rehabilitation",
    Destination.HOSTEL_OR_EXTRA_CARE: "Hostel or extra care, to go on with rehabilitation",
    Destination.CARE_HOME: "Care home, new and likely permanent",
    Destination.CARE_HOME_END_OF_LIFE: "Care home, for the end of life",
    Destination.OWN_CARE_HOME: "Back to their own care home",
    Destination.ACUTE_HOSPITAL: "Acute hospital",
    Destination.NONE: "Nowhere: they died",
}


NEEDS_A_SERVICE = frozenset(Destination) - {
    Destination.HOME_NO_SUPPORT,
    Destination.OTHER_NO_SUPPORT,
    Destination.OWN_CARE_HOME,
    Destination.ACUTE_HOSPITAL,
    Destination.NONE,
}
"""Where somebody can go only once a service takes them on."""


class Found(StrEnum):
    """How somebody is some weeks later; the words are in `FOUND`."""

    AT_HOME = "at_home"
    IN_CARE_HOME = "in_care_home"
    IN_HOSPITAL = "in_hospital"
    DIED = "died"
    NOT_REACHED = "not_reached"


FOUND = {
    Found.AT_HOME: "At home",
    Found.IN_CARE_HOME: "In a care home",
    Found.IN_HOSPITAL: "In hospital",
    Found.DIED: "Died",
    Found.NOT_REACHED: "Not reached",
}
