"""What one service has to give, as places come free.

A unit of which more is taken than there is owes: whoever leaves it frees nothing until that is made good. What an old
count says is free is not given to anybody: it is to be rung for.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from app.domain.codes.weekdays import Weekday
from app.domain.exit_chain.answer import Freed, How
from app.domain.exit_chain.facts import can_be_had_on
from app.domain.local_time import local_date
from app.domain.package import Package
from app.domain.service.age import is_confirmed
from app.domain.service.counting import keeps
from app.domain.service.matching import Match, match
from app.domain.service.state import Service

_WEEK = 7


@dataclass(slots=True)
class Vacancies:
    """The service as it was counted; what of it can be had now, and how much ever could be."""

    service: Service
    at: datetime
    usual_hours: int
    free: dict[str, list[Freed]] = field(default_factory=dict)
    ever: Counter[str] = field(default_factory=Counter)
    owed: Counter[str] = field(default_factory=Counter)
    _counted: Service | None = None

    @property
    def confirmed(self) -> bool:
        """Whether its own count is young enough to be believed."""
        return is_confirmed(self.service, self.at, self.usual_hours)

    def begin(self) -> list[Freed]:
        """What is free now; and notes what is owed."""
        kept = [place for place in self.service.places.values() if keeps(place, self.at) and not place.spot]
        taken = Counter(key for place in kept for key in place.units)
        found = []
        for unit in self.service.units:
            left = unit.usable - unit.contingency - unit.occupied - taken[unit.key]
            self.owed[unit.key] = max(0, -left)
            found += [Freed(how=How.FREE, at=self.at, unit=unit.key)] * (left if self.confirmed else 0)
        return found

    def add(self, freed: Freed) -> None:
        """Something came free: it makes good what is owed, else it can be had."""
        if self.owed[freed.unit]:
            self.owed[freed.unit] -= 1
            return
        self.free.setdefault(freed.unit, []).append(freed)
        self.free[freed.unit].sort(key=_first)
        self.ever[freed.unit] += 1
        self._counted = None

    @property
    def has_room(self) -> bool:
        """Whether anything can be had now."""
        return any(self.free.values())

    def from_day(self, freed: Freed) -> date:
        """From which day this can be had: what is free now, today; some calls begin only on a day to come."""
        unit = self.service.unit(freed.unit)
        day = local_date(freed.at) if freed.how is How.FREE else can_be_had_on(freed.at)
        return max(day, unit.run.starts_on) if unit and unit.run and unit.run.starts_on else day

    def take(self, units: Iterable[str]) -> tuple[Freed, ...]:
        """One of each of these is given away, what came free first."""
        self._counted = None
        return tuple(self.free[key].pop(0) for key in units)

    def could_have(self, package: Package, day: date) -> tuple[str, ...]:
        """What the package would have here on that day of all that can be had now; nothing where it cannot."""
        if self._counted is None:
            self._counted = counted_as(self.service, Counter({key: len(each) for key, each in self.free.items()}))
        return self.matched(package, day, self._counted).units

    def could_ever(self, package: Package) -> bool:
        """Whether all that ever came free would have done."""
        return bool(self.matched(package, self.some_day(package), counted_as(self.service, self.ever)).units)

    def some_day(self, package: Package) -> date:
        """A day on which it takes people in, and on which everything that it counts has begun."""
        starts = [unit.run.starts_on for unit in self.service.units if unit.run and unit.run.starts_on]
        return self.next_day(max(package.start_on, *starts) if starts else package.start_on)

    def next_day(self, day: date) -> date:
        """That day, or the first one after it on which it takes people in."""
        said = self.service.described
        days = (day + timedelta(days=n) for n in range(_WEEK))
        return next((each for each in days if said is None or Weekday.of(each) in said.admits_on), day)

    def matched(self, package: Package, day: date, service: Service | None = None) -> Match:
        """The package from that day on, against this service, or against it counted otherwise."""
        wanted = package if package.start_on == day else replace(package, start_on=day)
        return match(wanted, service or self.service, self.at, self.usual_hours)


def counted_as(service: Service, counts: Counter[str]) -> Service:
    """The service as if it had so much of each unit free, and nothing else."""
    units = tuple(
        replace(unit, commissioned=counts[unit.key], usable=counts[unit.key], occupied=0, contingency=0)
        for unit in service.units
    )
    return replace(service, units=units, places={})


def _first(freed: Freed) -> tuple[datetime, str, str]:
    return freed.at, freed.how, str(freed.by or "")
