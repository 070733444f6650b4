"""What a service's capacity is made of: beds that are alike, calls in one window, or plain places."""

from dataclasses import dataclass
from datetime import date

from app.domain.codes.sexes import Sex
from app.domain.codes.windows import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Beds:
    """Beds that are alike. `sex` None is for either, `max_weight_kg` None is without a limit of its own."""

    sex: Sex | None = None
    side_room: bool = False
    ground_floor: bool = False
    max_weight_kg: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Calls in one window by so many carers at once, from a day on; within `sectors`, or wherever the service goes."""

    window: Window
    carers: int
    sectors: frozenset[str] = frozenset()
    starts_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """So much of one thing, as the service says.

    `commissioned` is what is paid for, `usable` what can be staffed now, `occupied` what is taken by people who are
    there; `contingency` of the usable is kept back for a surge. Neither beds nor run: plain places.
    """

    key: str
    commissioned: int
    usable: int
    occupied: int
    contingency: int = 0
    beds: Beds | None = None
    run: Run | None = None
