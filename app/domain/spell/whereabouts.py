"""Where the person was, and so where they are: places in the order in which they happened, not in which they came.

The latest by time counts; of two at one time, the one that was said last.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from app.domain.values import WardId


@dataclass(frozen=True, slots=True)
class Place:
    """A bed on a ward; `bed` is the label on the wall, empty when it was not said."""

    ward_id: WardId
    bed: str


class By(StrEnum):
    """What brought the person to a place: only a move can be taken back."""

    ADMISSION = "admission"
    MOVE = "move"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Placed:
    """From this time the person was in this place, until the next."""

    at: datetime
    place: Place
    by: By = By.CORRECTION


Whereabouts: TypeAlias = tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A cancelled move that nobody had heard of: where it went, if that was said, and when the cancellation was."""

    said_at: datetime
    went_to: Place | None
    back: Place


def placed(places: Whereabouts, new: Placed) -> Whereabouts:
    """The whereabouts with one more place, put where its time belongs."""
    index = bisect_right(places, new.at, key=lambda each: each.at)
    return (*places[:index], new, *places[index:])


def admitted(places: Whereabouts, new: Placed) -> Whereabouts:
    """The whereabouts with the place of admission put right, or said for the first time."""
    return placed(tuple(each for each in places if each.by is not By.ADMISSION), replace(new, by=By.ADMISSION))


def put_right_now(places: Whereabouts, at: datetime, place: Place) -> Whereabouts:
    """The person is in this place now, whatever the news before said of times."""
    if not places or places[-1].place == place:
        return places or (Placed(at, place),)
    return placed(places, Placed(max(at, places[-1].at), place))


def move_taken_back(places: Whereabouts, back: Placed, went_to: Place | None) -> int | None:
    """Which of these moves is cancelled: its index.

    It is the one that went where the cancellation says; else the latest, if the cancellation leads to the place before
    it or is the newer. Feeds stamp a cancellation earlier than the move it cancels.
    """
    moves = [index for index, each in enumerate(places) if each.by is By.MOVE and index > 0]
    if went_to is not None:
        named = [index for index in moves if places[index].place == went_to]
        if named:
            return named[-1]
    if not moves:
        return None
    latest = moves[-1]
    older = back.at < places[latest].at
    return None if older and back.place != places[latest - 1].place else latest


def place_before_move(places: Whereabouts) -> Place | None:
    """Where the person was before the latest move; None for who was never moved."""
    moves = [index for index, each in enumerate(places) if each.by is By.MOVE and index > 0]
    return places[moves[-1] - 1].place if moves else None


def without_move(places: Whereabouts, index: int, back: Placed) -> Whereabouts:
    """The whereabouts without that move; unless newer news says otherwise, the person is where `back` says."""
    rest = (*places[:index], *places[index + 1 :])
    if index < len(rest) and back.at < rest[-1].at:
        return rest
    return placed(rest, replace(back, at=max(back.at, rest[-1].at)))


def place_at(places: Whereabouts, at: datetime) -> Place:
    """Where the person was at this time; before the first news, where that put them."""
    index = bisect_right(places, at, key=lambda each: each.at)
    return places[max(index - 1, 0)].place
