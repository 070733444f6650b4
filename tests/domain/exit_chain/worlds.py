"""Any few services, with any few people who wait for them, are in them, or both."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.sexes import Sex
from app.domain.codes.weekdays import Weekday
from app.domain.codes.windows import Window
from app.domain.exit_chain import Chain, Held, InStay, Leaving, Waiting, exit_chain, leaves_at
from app.domain.package import BedNeeded, Call, Package
from app.domain.service import Beds, Run, Service, ServiceDescribed, Unit
from app.domain.service.state import Place
from app.domain.values import ServiceId
from tests.domain.exit_chain.kit import LINES, MONDAY, NOW, case, runs
from tests.domain.given import uid

_LINES = st.sampled_from([ServiceLine.IC_UNIT, ServiceLine.IC_UNIT, ServiceLine.NURS, ServiceLine.HOME_CARE])
_WINDOWS = st.sampled_from([Window.MORNING, Window.TEA])
_DAYS = st.integers(0, 8).map(lambda n: MONDAY + timedelta(days=n))
_SEXES = st.sampled_from([None, *Sex])
_KEYS = ("a", "b")


@dataclass(frozen=True, kw_only=True)
class World:
    """What the chain is asked of."""

    waiting: list[Waiting]
    leavings: list[Leaving]
    services: dict[ServiceId, Service]

    def chain(self) -> Chain:
        """What it answers."""
        return exit_chain(self.waiting, self.leavings, self.services, NOW, LINES)


@st.composite
def worlds(draw: Any, *, chained: bool = True, most_calls: int = 2) -> World:
    """`chained`: some who wait have a place to leave, or one held for them."""
    services = {ServiceId(uid(n)): draw(_services()) for n in range(1, 1 + draw(st.integers(1, 3)))}
    waiting = [draw(_waiting(n, services, chained, most_calls)) for n in range(draw(st.integers(1, 5)))]
    leavings = [draw(leaving(50 + n, services)) for n in range(draw(st.integers(0, 4)))]
    held = {each.service_id: each for person in waiting for each in person.held}
    for key, hold in held.items():
        places = {uid(900): Place(units=hold.units, until=hold.until)}
        services[key] = replace(services[key], places=places)
    return World(waiting=waiting, leavings=leavings, services=services)


@st.composite
def leaving(draw: Any, n: int, services: dict[ServiceId, Service]) -> Leaving:
    """Somebody of no other number who is to leave one of these services."""
    return Leaving(case_id=case(n), place=draw(_place(n, services)), at=leaves_at(draw(_DAYS)))


@st.composite
def _services(draw: Any) -> Service:
    line = draw(_LINES)
    days = st.frozensets(st.sampled_from(Weekday), min_size=1)
    described = draw(st.none() | st.builds(ServiceDescribed, admits_on=days))
    counted = NOW - timedelta(days=draw(st.sampled_from([0, 0, 9])))
    units = [_unit(draw, line, key) for key in _KEYS]
    return runs(line, *units, described=described, confirmed_at=counted)


def _unit(draw: Any, line: ServiceLine, key: str) -> Unit:
    in_bed = line is not ServiceLine.HOME_CARE
    kind: dict[str, Any] = (
        {"beds": Beds(sex=draw(_SEXES), side_room=draw(st.booleans()))}
        if in_bed
        else {"run": Run(window=draw(_WINDOWS), carers=1, starts_on=draw(st.none() | _DAYS))}
    )
    usable = draw(st.integers(0, 2))
    return Unit(key=key, commissioned=3, usable=usable, occupied=draw(st.integers(0, 3)), **kind)


@st.composite
def _waiting(draw: Any, n: int, services: dict[ServiceId, Service], chained: bool, most_calls: int) -> Waiting:
    line = draw(st.sampled_from([each.listed.line for each in services.values() if each.listed]))
    some, day = st.frozensets(st.sampled_from([*services]), max_size=1), draw(_DAYS)
    calls = st.lists(st.builds(Call, window=_WINDOWS, carers=st.just(1), minutes=st.just(30)), min_size=1)
    called = line is ServiceLine.HOME_CARE
    return Waiting(
        case_id=case(n),
        package=Package(
            line=line,
            start_on=MONDAY,
            sector="ZZ97 1" if called else None,
            calls=tuple(draw(calls)[:most_calls]) if called else (),
            bed=None if called else BedNeeded(sex=draw(_SEXES)),
        ),
        earliest=day,
        ready_at=draw(st.none() | st.just(NOW - timedelta(days=n))),
        leave_at=draw(st.none() | st.none() | st.just(leaves_at(day))),
        asked=draw(some),
        refused=draw(st.just(frozenset[ServiceId]()) | some),
        held=tuple(draw(st.lists(_held(services), max_size=1))) if chained else (),
        place=draw(st.none() | _place(n, services)) if chained else None,
    )


@st.composite
def _place(draw: Any, n: int, services: dict[ServiceId, Service]) -> InStay:
    units = tuple(draw(st.lists(st.sampled_from(_KEYS), min_size=1, max_size=2)))
    return InStay(stay_id=uid(200 + n), service_id=draw(st.sampled_from([*services])), units=units)


@st.composite
def _held(draw: Any, services: dict[ServiceId, Service]) -> Held:
    until = leaves_at(draw(_DAYS)) + timedelta(hours=1)
    return Held(service_id=draw(st.sampled_from([*services])), units=(draw(st.sampled_from(_KEYS)),), until=until)
