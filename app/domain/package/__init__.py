"""The package a person needs: what is put to services, and what one must be able to do. Nobody is named in it."""

from dataclasses import dataclass, replace
from datetime import date, time

from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.sexes import Sex
from app.domain.codes.skills import Skill
from app.domain.codes.windows import Window

__all__ = ["BedNeeded", "Call", "Package"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call a day: in which window, how many carers, how many minutes."""

    window: Window
    carers: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BedNeeded:
    """What the bed must be. `weight_kg` is asked only where it may be over a bed's or hoist's limit."""

    sex: Sex | None = None
    side_room: bool = False
    ground_floor: bool = False
    weight_kg: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Of one line of service, from one day on: the calls, or the bed, and what must be known to do there.

    `sector` is the postcode sector where home care is given ("ZZ97 1"). `arrives_by` is the local time at which the
    person would come. A package has calls or a bed, or neither where the line has plain places.
    """

    line: ServiceLine
    start_on: date
    sector: str | None = None
    calls: tuple[Call, ...] = ()
    bed: BedNeeded | None = None
    skills: frozenset[Skill] = frozenset()
    arrives_by: time | None = None

    @property
    def carers(self) -> int:
        """The most carers that any call needs; 0 where there are no calls."""
        return max((call.carers for call in self.calls), default=0)

    def asks_same(self, other: "Package") -> bool:
        """Whether a service that cannot do the other cannot do this: all but when the person would come is the same."""
        return replace(self, start_on=other.start_on, arrives_by=other.arrives_by) == other
