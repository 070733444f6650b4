"""Matching, beside a judge that tries every way; and what it says is so, whatever the service and the package."""

from datetime import date, time, timedelta
from typing import Any

from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.sexes import Sex
from app.domain.codes.skills import Skill
from app.domain.codes.weekdays import Weekday
from app.domain.codes.windows import Window
from app.domain.package import BedNeeded, Call, Package
from app.domain.service import Beds, ClosedFor, Run, Service, ServiceClosed, ServiceDescribed, ServiceListed, Unit
from app.domain.service.fitting import WhyNot
from app.domain.service.matching import Prospect, match
from app.domain.service.state import Place
from tests.domain.given import NOON, uid
from tests.domain.service.kit import DAY, RUNNER, hours
from tests.domain.service.oracle import has_room
from tests.properties import a_few

LINES = st.sampled_from([ServiceLine.HOME_CARE, ServiceLine.IC_UNIT, ServiceLine.REHAB_HOME])
WINDOWS = st.sampled_from([Window.MORNING, Window.TEA])
SECTORS = st.sampled_from(["ZZ97 1", "ZZ97 2", "ZZ98 1"])
PATCHES = st.frozensets(st.sampled_from(["ZZ97", "ZZ97 1", "ZZ98 1"]), max_size=2)
DAYS = st.dates(date(2026, 11, 2), date(2026, 11, 8))
SKILLS = st.frozensets(st.sampled_from([Skill.NURSING, Skill.IV]), max_size=1)
SEXES = st.sampled_from([None, *Sex])
WEIGHTS = st.sampled_from([None, 120, 200])
TIMES = st.sampled_from([None, time(14), time(18)])

BEDS = st.builds(Beds, sex=SEXES, side_room=st.booleans(), ground_floor=st.booleans(), max_weight_kg=WEIGHTS)
RUNS = st.builds(Run, window=WINDOWS, carers=st.integers(1, 2), sectors=PATCHES, starts_on=st.none() | DAYS)


def a_unit(line: ServiceLine, key: str, draw: Any) -> Unit:
    way = {ServiceLine.IC_UNIT: {"beds": draw(BEDS)}, ServiceLine.HOME_CARE: {"run": draw(RUNS)}}.get(line, {})
    usable, occupied, back = draw(st.integers(0, 3)), draw(st.integers(0, 2)), draw(st.integers(0, 1))
    return Unit(key=key, commissioned=10, usable=usable, occupied=occupied, contingency=back, **way)


@st.composite
def services(draw: Any) -> Service:
    line = draw(LINES)
    keys = "abc"[: draw(st.integers(0, 3))]
    places = st.builds(
        Place,
        units=st.lists(st.sampled_from("abc"), max_size=2).map(tuple),
        until=st.just(hours(-1)) | st.just(hours(1)),
        starts_at=st.none() | st.just(hours(5)),
        spot=st.booleans(),
    )
    described = st.builds(
        ServiceDescribed,
        sectors=PATCHES,
        skills=SKILLS,
        admits_on=st.frozensets(st.sampled_from(Weekday)),
        latest_arrival=TIMES,
    )
    return Service(
        listed=ServiceListed(name="Any", organisation_id=RUNNER, line=line, pathway=Pathway.P1),
        described=draw(st.none() | described),
        closed=draw(st.none() | st.none() | st.just(ServiceClosed(why=ClosedFor.OUTBREAK))),
        units=tuple(a_unit(line, key, draw) for key in keys),
        confirmed_at=draw(st.sampled_from([NOON, NOON - timedelta(days=30)])) if keys else None,
        places={uid(n): place for n, place in enumerate(draw(st.lists(places, max_size=2)))},
    )


@st.composite
def packages(draw: Any) -> Package:
    line = draw(LINES)
    calls = st.lists(st.builds(Call, window=WINDOWS, carers=st.integers(1, 2), minutes=st.just(30)), min_size=1)
    needed = st.builds(BedNeeded, sex=SEXES, side_room=st.booleans(), ground_floor=st.booleans(), weight_kg=WEIGHTS)
    return Package(
        line=line,
        start_on=draw(DAYS),
        sector=draw(st.none() | SECTORS),
        calls=tuple(draw(calls)[:4]) if line is ServiceLine.HOME_CARE else (),
        bed=draw(st.none() | needed) if line is ServiceLine.IC_UNIT else None,
        skills=draw(SKILLS),
        arrives_by=draw(TIMES),
    )


@a_few(200)
@for_all(packages(), services())
def test_a_package_can_go_exactly_where_some_way_of_giving_units_is_found(package: Package, service: Service) -> None:
    found = match(package, service, NOON, DAY)
    assert (not found.why_not) is has_room(package, service, NOON)


@for_all(packages(), services())
def test_what_a_match_says_agrees_with_itself(package: Package, service: Service) -> None:
    found = match(package, service, NOON, DAY)
    assert bool(found.units) is not bool(found.why_not)
    assert len(found.units) == (0 if found.why_not else max(1, len(package.calls)))
    if found.prospect is Prospect.ROOM:
        assert found.units
        assert found.confirmed
    if found.prospect is Prospect.CANNOT:
        assert {reason.why for reason in found.why_not} - {WhyNot.FULL, WhyNot.NOT_COUNTED}


@for_all(packages(), services())
def test_with_one_more_of_everything_a_service_that_fits_but_is_full_has_room(
    package: Package, service: Service
) -> None:
    found = match(package, service, NOON, DAY)
    if found.prospect is Prospect.FULL:
        more = tuple(
            Unit(key=unit.key, commissioned=90, usable=90, occupied=0, beds=unit.beds, run=unit.run)
            for unit in service.units
        )
        emptied = Service(
            listed=service.listed, described=service.described, units=more, confirmed_at=service.confirmed_at
        )
        assert match(package, emptied, NOON, DAY).units
