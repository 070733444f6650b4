"""What one service has to give, as places come free.

A unit of which more is taken than there is owes: whoever leaves it frees nothing until that is made good. What an old
count says is free is not given to anybody: it is to be rung for.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.windows import Window
from app.domain.exit_chain.answer import Freed, How
from app.domain.exit_chain.facts import can_be_had_on
from app.domain.local_time import local_date
from app.domain.package import Package
from app.domain.practice.lines import LineRule
from app.domain.replacing import replace
from app.domain.service.age import is_confirmed
from app.domain.service.counting import keeps
from app.domain.service.fitting import never
from app.domain.service.matching import Match, match
from app.domain.service.state import Service
from app.domain.service.terms import Terms, terms
from app.domain.values import ServiceId

_WITHIN = 28
"""Days in which every service takes people in again: one that does so on one weekday, and bank holidays fall on it."""


@dataclass(slots=True, eq=False)
class Need:
    """A package that one or many wait for, whenever it is to start: looked at once for all of them."""

    package: Package
    windows: frozenset[Window] = frozenset()

    def __post_init__(self) -> None:
        self.windows = frozenset(call.window for call in self.package.calls)


@dataclass(slots=True, eq=False)
class Vacancies:
    """The service as it was counted; what of it can be had now, and how much ever could be.

    `room` is how much of it there is in all. `in_vain` are the needs for which what is free now would not do: less of
    it will not either. `found` is what each comes to by its own count, on `some_day` when it takes people in and all
    that it counts has begun.
    """

    key: ServiceId
    service: Service
    at: datetime
    rule: LineRule
    free: dict[str, list[Freed]] = field(default_factory=dict)
    room: int = 0
    ever: Counter[str] = field(default_factory=Counter)
    owed: Counter[str] = field(default_factory=Counter)
    in_vain: set[Need] = field(default_factory=set)
    found: dict[Need, Match] = field(default_factory=dict)
    never: dict[Need, bool] = field(default_factory=dict)
    counted: Service | None = None
    all_told: Service | None = None
    confirmed: bool = False
    some_day: date = date.max
    terms: Terms = field(init=False)

    def __post_init__(self) -> None:
        self.terms = terms(self.service.described, self.rule)
        self.confirmed = is_confirmed(self.service, self.at, self.rule)
        starts = (unit.run.starts_on for unit in self.service.units if unit.run and unit.run.starts_on)
        self.some_day = self.next_day(max((local_date(self.at), *starts)))

    @property
    def line(self) -> ServiceLine:
        """The line that it runs."""
        assert self.service.listed, "only a listed service is asked"
        return self.service.listed.line

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
        self.room += 1
        self.in_vain.clear()
        self.counted = self.all_told = None

    def from_day(self, freed: Freed) -> date:
        """From which day this can be had: what is free now, today; some calls begin only on a day to come."""
        unit = self.service.unit(freed.unit)
        day = local_date(freed.at) if freed.how is How.FREE else can_be_had_on(freed.at)
        return max(day, unit.run.starts_on) if unit and unit.run and unit.run.starts_on else day

    def take(self, units: Iterable[str]) -> tuple[Freed, ...]:
        """One of each of these is given away, what came free first."""
        taken = tuple(self.free[key].pop(0) for key in units)
        self.counted, self.room = None, self.room - len(taken)
        return taken

    def could_have(self, need: Need) -> tuple[str, ...]:
        """What they would have here of all that can be had now; nothing where they cannot."""
        if need in self.in_vain:
            return ()
        if self.counted is None:
            self.counted = counted_as(self.service, {key: len(each) for key, each in self.free.items()})
        units = self._would_have(need, self.counted)
        if not units:
            self.in_vain.add(need)
        return units

    def could_ever(self, need: Need) -> bool:
        """Whether all that ever came free would have done."""
        if self.all_told is None:
            self.all_told = counted_as(self.service, self.ever)
        return bool(self._would_have(need, self.all_told))

    def fits(self, need: Need) -> bool:
        """Whether nothing but its counts stands against them."""
        return not self._never(need) and self.matched(need).fits

    def matched(self, need: Need) -> Match:
        """What it comes to by its own count."""
        if need not in self.found:
            self.found[need] = self._match(need, self.service)
        return self.found[need]

    def next_day(self, day: date) -> date:
        """That day, or the first one after it on which it takes people in."""
        days = (day + timedelta(days=n) for n in range(_WITHIN))
        return next((each for each in days if self.service.off.admits(each, self.terms.admits_on)), day)

    def _would_have(self, need: Need, counted: Service) -> tuple[str, ...]:
        """A whole match is asked for only where nothing cheaper says no: most come to that."""
        if need.windows and not need.windows.issubset(unit.run.window for unit in counted.units if unit.run):
            return ()
        return () if self._never(need) else self._match(need, counted).units

    def _never(self, need: Need) -> bool:
        if need not in self.never:
            self.never[need] = any(never(replace(need.package, start_on=self.some_day), self.service, self.terms))
        return self.never[need]

    def _match(self, need: Need, service: Service) -> Match:
        return match(replace(need.package, start_on=self.some_day), service, self.at, self.rule)


def counted_as(service: Service, counts: Mapping[str, int]) -> Service:
    """The service as if it had so much of each unit free, and nothing else."""
    units = tuple(
        replace(unit, commissioned=number, usable=number, occupied=0, contingency=0)
        for unit in service.units
        if (number := counts.get(unit.key, 0))
    )
    return replace(service, units=units, places={})


def _first(freed: Freed) -> tuple[datetime, str, str]:
    return freed.at, freed.how, str(freed.by or "")
