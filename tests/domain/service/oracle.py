"""A second, slower judge of matching, written from DOMAIN rule 7: every way to give units to calls is tried."""

from collections import Counter
from datetime import datetime
from itertools import product

from app.domain.codes.weekdays import Weekday
from app.domain.package import BedNeeded, Package
from app.domain.service import Service, Unit


def has_room(package: Package, service: Service, at: datetime) -> bool:
    """Whether the service can take the package now, of what it said is usable and nobody has."""
    return _would_do(package, service) and _is_enough(package, service, at)


def _would_do(package: Package, service: Service) -> bool:
    said, listed = service.described, service.listed
    assert listed
    if service.closed is not None or listed.line != package.line:
        return False
    if said is None:
        return not package.skills
    day = list(Weekday)[package.start_on.isoweekday() - 1]
    return (
        (package.sector is None or not said.sectors or _lies_in(package.sector, said.sectors))
        and all(skill in said.skills for skill in package.skills)
        and (not said.admits_on or day in said.admits_on)
        and not (package.arrives_by and said.latest_arrival and said.latest_arrival < package.arrives_by)
    )


def _lies_in(sector: str, areas: frozenset[str]) -> bool:
    return any(area == sector or area == sector.split(" ")[0] for area in areas)


def _is_enough(package: Package, service: Service, at: datetime) -> bool:
    left = {unit.key: _left(unit, service, at) for unit in service.units}
    if not package.calls:
        return any(left[unit.key] > 0 and _is_such_a_bed(unit, package.bed) for unit in service.units)
    choices = [
        [unit.key for unit in service.units if _could_call(unit, package, call.window, call.carers)]
        for call in package.calls
    ]
    return any(all(n <= left[key] for key, n in Counter(chosen).items()) for chosen in product(*choices))


def _left(unit: Unit, service: Service, at: datetime) -> int:
    running = [
        place
        for place in service.places.values()
        if not place.spot and (place.starts_at or (place.until and at < place.until))
    ]
    taken = sum(key == unit.key for place in running for key in place.units)
    return unit.usable - unit.contingency - unit.occupied - taken


def _is_such_a_bed(unit: Unit, needed: BedNeeded | None) -> bool:
    if needed is None:
        return True
    if unit.beds is None:
        return not (needed.side_room or needed.ground_floor)
    wrong_sex = needed.sex is not None and unit.beds.sex is not None and needed.sex != unit.beds.sex
    too_heavy = bool(needed.weight_kg and unit.beds.max_weight_kg and needed.weight_kg > unit.beds.max_weight_kg)
    no_side_room = needed.side_room and not unit.beds.side_room
    upstairs = needed.ground_floor and not unit.beds.ground_floor
    return not (wrong_sex or too_heavy or no_side_room or upstairs)


def _could_call(unit: Unit, package: Package, window: str, carers: int) -> bool:
    run = unit.run
    if run is None or run.window != window or run.carers < carers:
        return False
    there = not run.sectors or package.sector is None or _lies_in(package.sector, run.sectors)
    return there and (run.starts_on is None or run.starts_on <= package.start_on)
