"""What follows on other streams from what was just recorded, in the same turn: all of it happens, or none."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from app.domain.case.requests.answering import HeldInPrinciple
from app.domain.case.requests.confirming import OfferConfirmed, StartChanged
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.following import gives_up, holds, keeps_again, moves, takes
from app.domain.case.requests.giving_back import OffersGivenBack
from app.domain.case.stay.events import StayEnded
from app.domain.case.stay.following import frees
from app.domain.case.tasks.following import plans
from app.domain.decider import Command, Recorded

FOLLOWED_BY: dict[type[Any], Callable[[Recorded[Any]], Sequence[Command]]] = {
    HeldInPrinciple: holds,
    OfferConfirmed: takes,
    StartChanged: moves,
    OfferEnded: gives_up,
    OffersGivenBack: keeps_again,
    StayEnded: frees,
}
"""Event -> the commands on other streams that follow from it; where one of these is refused, so is the first."""


def followers(recorded: Sequence[Recorded[Any]]) -> Iterator[Command]:
    """The commands that follow from these events, in their order."""
    for each in recorded:
        follow = FOLLOWED_BY.get(type(each.event))
        if follow:
            yield from follow(each)
    yield from plans(recorded)
