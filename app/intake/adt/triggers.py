"""What each trigger of an ADT message is about. Any other is kept and answered, and changes nothing."""

from enum import Enum


class About(Enum):
    """The kinds of news a message may bring."""

    STAY = "a stay"
    EXPECTED = "somebody who is to come, or not after all"
    DETAILS = "a person, and their stay if they have one"
    MERGE = "two records of one person"
    MOVED_VISIT = "a stay that belongs to another record"
    VISIT_NUMBER = "another number of a stay"
    DELETED = "a record that is deleted"
    NOTHING = "nothing the hub needs"


OPENING = frozenset({"A01", "A04"})
"""These open a stay that nobody has heard of; so does A06, by which a visit becomes one of an in-patient."""

MAY_OPEN = OPENING | {"A06"}

_TRIGGERS = {
    About.STAY: "A01 A02 A03 A04 A06 A07 A11 A12 A13 A15 A16 A17 A21 A22 A25 A26 A52 A53",
    About.EXPECTED: "A05 A14 A27 A38",
    About.DETAILS: "A08 A28 A31",
    About.MERGE: "A18 A30 A34 A39 A40 A47",
    About.MOVED_VISIT: "A41 A44 A45",
    About.VISIT_NUMBER: "A50",
    About.DELETED: "A23 A29",
}
_ABOUT = {trigger: about for about, triggers in _TRIGGERS.items() for trigger in triggers.split()}

APPLIED = frozenset(_ABOUT)
"""Every trigger that may change something here."""


def about(trigger: str | None) -> About:
    """What a message with this trigger is about."""
    return _ABOUT.get(trigger or "", About.NOTHING)
