"""Whether somebody needs the hub to leave: the answer in one tap, and its words on the ward list."""

from enum import StrEnum


class HubNeed(StrEnum):
    """The code; its words are in `WORDS`. Nobody having answered is no code."""

    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"


WORDS = {
    HubNeed.YES: "Yes",
    HubNeed.NO: "No",
    HubNeed.DONT_KNOW: "Don't know",
}
