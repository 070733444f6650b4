"""Whether a package can go to a service, which of its units it would have, and if it cannot, why.

Pure and without a round trip, so that a thousand services are matched in a moment.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.package import BedNeeded, Call, Package
from app.domain.practice.lines import LineRule
from app.domain.service.age import is_confirmed
from app.domain.service.counting import free_units
from app.domain.service.fitting import Reason, WhyNot, in_patch, is_such_a_bed, never
from app.domain.service.state import Service
from app.domain.service.terms import terms
from app.domain.service.units import Run, Unit


class Prospect(StrEnum):
    """What to expect of asking a service, the best first; its words are in `WORDS`."""

    ROOM = "room"
    RING = "ring"
    FULL = "full"
    CANNOT = "cannot"


WORDS = {
    Prospect.ROOM: "Has room",
    Prospect.RING: "Unconfirmed: ring",
    Prospect.FULL: "Fits, but full",
    Prospect.CANNOT: "Cannot",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """`units` is what the package would have, one of each name; empty where the service cannot, which `why_not` says.

    `fits` says that only its counts stand against it: its own yes would beat them. `confirmed`: the counts are young.
    """

    units: tuple[str, ...]
    why_not: tuple[Reason, ...]
    fits: bool
    confirmed: bool

    @property
    def prospect(self) -> Prospect:
        """What to expect of asking this service; who never counted is rung, as who counted too long ago."""
        if not self.fits:
            return Prospect.CANNOT
        if any(reason.why is WhyNot.FULL for reason in self.why_not):
            return Prospect.FULL
        return Prospect.ROOM if self.confirmed and not self.why_not else Prospect.RING


def match(package: Package, service: Service, at: datetime, rule: LineRule) -> Match:
    """What this service could do with this package now; `rule` is what the list says of its line."""
    against = (*never(package, service, terms(service.described, rule)),)
    units, short = _units(package, service, at)
    why_not = (*against, *short)
    return Match(
        units=() if why_not else units,
        why_not=why_not,
        fits=not against and all(reason.why in _COUNTED for reason in short),
        confirmed=is_confirmed(service, at, rule),
    )


_COUNTED = {WhyNot.FULL, WhyNot.NOT_COUNTED}


def _units(package: Package, service: Service, at: datetime) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    if not service.units:
        return (), (Reason(why=WhyNot.NOT_COUNTED),)
    left = free_units(service, at)
    if package.calls:
        return _calls(package, service, left)
    beds = [unit for unit in service.units if is_such_a_bed(unit, package.bed or BedNeeded())]
    such = sorted(beds, key=lambda unit: bool(unit.beds and unit.beds.side_room))  # a side room last: few, and needed
    if not such:
        return (), (Reason(why=WhyNot.BED),)
    there = next((unit.key for unit in such if left[unit.key]), None)
    return ((there,), ()) if there else ((), (Reason(why=WhyNot.FULL),))


def _calls(package: Package, service: Service, left: Mapping[str, int]) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """Every call has a run of its own window; two calls in one window have two of it."""
    chosen: list[str] = []
    short: list[Reason] = []
    for call in package.calls:
        found = [(unit, unit.run) for unit in service.units if unit.run and unit.run.window is call.window]
        runs, reason = _runs(package, call, found)
        key = next((run.key for run in runs if left[run.key] > chosen.count(run.key)), None)
        if key:
            chosen.append(key)
        else:
            short.append(reason or Reason(why=WhyNot.FULL, about=(call.window,)))
    return tuple(sorted(chosen, key=chosen.index)), tuple(dict.fromkeys(short))


def _runs(package: Package, call: Call, found: list[tuple[Unit, Run]]) -> tuple[list[Unit], Reason | None]:
    """Those of the window's runs in which the call could be made, of fewest carers first; or why there is none."""
    if not found:
        return [], Reason(why=WhyNot.WINDOW, about=(call.window,))
    for why, suits in ((WhyNot.PATCH, _reaches), (WhyNot.SECOND_CARER, _staffed)):
        found = [each for each in found if suits(each[1], package, call)]
        if not found:
            return [], Reason(why=why, about=(call.window,))
    early = [each for each in found if each[1].starts_on is None or each[1].starts_on <= package.start_on]
    if not early:
        first = min(run.starts_on for _, run in found if run.starts_on)
        return [], Reason(why=WhyNot.LATER, about=(first.isoformat(),))
    return [unit for unit, _ in sorted(early, key=lambda each: each[1].carers)], None


def _reaches(run: Run, package: Package, _call: Call) -> bool:
    return not run.sectors or package.sector is None or in_patch(package.sector, run.sectors)


def _staffed(run: Run, _package: Package, call: Call) -> bool:
    return run.carers >= call.carers
