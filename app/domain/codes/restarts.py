"""What a person goes back to as it was, or with more: the boundary between P0 and P1 (DOMAIN rule 3)."""

from enum import StrEnum


class Restart(StrEnum):
    """The code; its words are in `WORDS`."""

    PACKAGE_SAME_LEVEL = "package_same_level"
    PACKAGE_MORE_SUPPORT = "package_more_support"
    CARE_HOME_SAME_LEVEL = "care_home_same_level"
    CARE_HOME_MORE_SUPPORT = "care_home_more_support"


WORDS = {
    Restart.PACKAGE_SAME_LEVEL: "Their package of care, at the same level",
    Restart.PACKAGE_MORE_SUPPORT: "Their package of care, with more support",
    Restart.CARE_HOME_SAME_LEVEL: "Their own care home, at the same level",
    Restart.CARE_HOME_MORE_SUPPORT: "Their own care home, with more support",
}
