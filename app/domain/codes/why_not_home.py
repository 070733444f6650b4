"""Why a person is not given home with support (P1). Local default list; a P2 or P3 needs one of these."""

from enum import StrEnum


class WhyNotHome(StrEnum):
    """The code; its words are in `WORDS`."""

    H01 = "H01"
    H02 = "H02"
    H03 = "H03"
    H04 = "H04"
    H05 = "H05"
    H06 = "H06"
    H07 = "H07"
    H08 = "H08"
    H09 = "H09"
    H10 = "H10"
    H11 = "H11"
    H12 = "H12"
    H13 = "H13"
    H14 = "H14"
    H15 = "H15"
    H16 = "H16"
    H99 = "H99"


WORDS = {
    WhyNotHome.H01: "Needs someone within reach day and night; night care at home tried or judged not enough",
    WhyNotHome.H02: "Needs nursing several times a day or unplanned",
    WhyNotHome.H03: "Needs daily bed-based rehabilitation that cannot be given at home",
    WhyNotHome.H04: "Two people or a hoist, and the home cannot take it",
    WhyNotHome.H05: "Delirium or behaviour: unsafe between visits, alternatives tried",
    WhyNotHome.H06: "Weight-bearing limit, and cannot manage at home until it ends",
    WhyNotHome.H07: "Home not safe or reachable now: heating, access, clutter, adaptation",
    WhyNotHome.H08: "No home to go to",
    WhyNotHome.H09: "Carer cannot or will not, and no replacement",
    WhyNotHome.H10: "Safeguarding: home would expose to harm",
    WhyNotHome.H11: "The person's own informed choice, risks explained",
    WhyNotHome.H12: "Best-interests or court decision",
    WhyNotHome.H13: "End of life: preferred place is a hospice or care home",
    WhyNotHome.H14: "Own care home cannot meet needs now",
    WhyNotHome.H15: "Home with support would do, but none is available in time",
    WhyNotHome.H16: "Home with support tried within 28 days and failed",
    WhyNotHome.H99: "Other",
}
"""H15 counts as unmet demand for home with support."""
