"""What may be done about a message at the desk, by the reason for which it waits."""

from typing import Literal, TypeAlias

from app.intake.adt.decision import AsSent
from app.intake.adt.kept import Kept
from app.intake.adt.understood import Refused, Understood

Offer: TypeAlias = Literal[
    "map_ward", "is_person", "new_person", "opens_stay", "give_stay", "as_sent", "place_again", "ignore"
]

_BY_CODE: dict[str, tuple[Offer, ...]] = {
    "unknown-ward": ("map_ward",),
    "numbers-disagree": ("is_person", "new_person"),
    "visit-of-another-person": ("is_person",),
    "person-not-known": ("is_person", "new_person"),
    "unknown-visit": ("opens_stay",),
    "visit-moved": ("give_stay",),
}
_ABOUT_ONE: frozenset[Offer] = frozenset({"is_person", "new_person"})
"""A message about several people cannot be said to be about one."""

_OPENS_NOTHING = frozenset({"A03", "A11", "A23", "A27", "A38", "A41", "A44", "A45", "A50"})
"""Who has left, or was never here, is not in a bed."""


def offers(message: Kept, reading: Understood | Refused) -> tuple[Offer, ...]:
    """In the order in which they are shown."""
    match message.state:
        case "applied":
            return ()
        case "ignored":
            return ("as_sent",)
        case "refused":
            return ("place_again", "ignore")
        case "waiting" | "recorded":
            decided = message.decision is not None and not isinstance(message.decision, AsSent)
            takes_back: tuple[Offer, ...] = ("as_sent",) if decided else ()
            return (*_fitting(message, reading), *takes_back, "place_again", "ignore")


def _fitting(message: Kept, reading: Understood | Refused) -> tuple[Offer, ...]:
    if isinstance(reading, Refused):
        return ()
    fitting = _BY_CODE.get(message.code or "", ()) if message.state == "waiting" else ()
    unfit: set[Offer] = set(_ABOUT_ONE) if len(reading.subjects) > 1 else set()
    if reading.header.trigger in _OPENS_NOTHING:
        unfit.add("opens_stay")
    if ward_waited_for(message) is None:
        unfit.add("map_ward")
    return tuple(each for each in fitting if each not in unfit)


def ward_waited_for(message: Kept) -> str | None:
    """The ward, as its feed calls it, that must become known before the message is placed."""
    what, _, name = (message.waits_for or "").partition(":")
    return name if what == "ward" else None
