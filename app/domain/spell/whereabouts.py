"""Where the person was, and so where they are: news of places in the order in which it happened, not in which it came.

The latest by time counts; of two at one time, the one that was recorded last.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from app.domain.values import WardId


@dataclass(frozen=True, slots=True)
class Place:
    """A bed on a ward; `bed` is the label on the wall, empty when it was not said."""

    ward_id: WardId
    bed: str


@dataclass(frozen=True, slots=True)
class Placed:
    """From this time the person was in this place, until the next."""

    at: datetime
    place: Place


Whereabouts: TypeAlias = tuple[Placed, ...]


def placed(places: Whereabouts, new: Placed) -> Whereabouts:
    """The whereabouts with one more piece of news, put where its time belongs."""
    index = bisect_right(places, new.at, key=lambda each: each.at)
    return (*places[:index], new, *places[index:])


def put_right_now(places: Whereabouts, at: datetime, place: Place) -> Whereabouts:
    """The person is in this place now, whatever the news before said of times."""
    if places[-1].place == place:
        return places
    return placed(places, Placed(max(at, places[-1].at), place))


def taken_back(places: Whereabouts, back: Placed) -> Whereabouts:
    """The latest move was cancelled and the person is where `back` says.

    Feeds stamp a cancellation earlier than the move it cancels: it is believed when it leads to the place before that
    move. Any other cancellation older than the latest move is about an older one, and moves nobody now.
    """
    if len(places) <= 1:
        return placed(places, back)
    *before, latest = places
    if back.at < latest.at and back.place != before[-1].place:
        return placed(places, back)
    return placed(tuple(before), Placed(max(back.at, before[-1].at), back.place))


def place_at(places: Whereabouts, at: datetime) -> Place:
    """Where the person was at this time; before the first news, where that put them."""
    index = bisect_right(places, at, key=lambda each: each.at)
    return places[max(index - 1, 0)].place
