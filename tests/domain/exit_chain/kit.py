"""Services with beds, who waits for them and who is to leave them: it is Monday, eight in the morning."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine, UnitKind, counted_in
from app.domain.codes.sexes import Sex
from app.domain.exit_chain import Chain, InStay, Leaving, Waiting, exit_chain, leaves_at
from app.domain.package import BedNeeded, Package
from app.domain.practice import ServiceLines
from app.domain.service import Beds, Service, ServiceListed, Unit
from app.domain.values import CaseId, ServiceId
from tests.domain.given import NOON, uid
from tests.domain.service.kit import RUNNER

NOW = NOON - timedelta(hours=4)
MONDAY = date(2026, 11, 2)
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=n) for n in range(1, 5))
LINES = ServiceLines(lines=())
REHAB, NURSING, AT_HOME = (ServiceId(uid(n)) for n in (1, 2, 3))
a_bed = Package(line=ServiceLine.IC_UNIT, start_on=MONDAY, bed=BedNeeded())
for_good = Package(line=ServiceLine.NURS, start_on=MONDAY, bed=BedNeeded())
a_visit = Package(line=ServiceLine.REHAB_HOME, start_on=MONDAY)
HER, HIS = Beds(sex=Sex.FEMALE), Beds(sex=Sex.MALE)


def case(n: int) -> CaseId:
    """The case of person n."""
    return CaseId(uid(100 + n))


def runs(line: ServiceLine, *units: Unit, **more: Any) -> Service:
    """A service of this line, counted an hour ago; one bed or place that is taken, unless the test says otherwise."""
    listed = ServiceListed(name="Fell Unit", organisation_id=RUNNER, line=line, pathway=Pathway.P2)
    beds: dict[str, Any] = {"beds": Beds()} if counted_in(line) is UnitKind.BEDS else {}
    full = Unit(key="bay", commissioned=1, usable=1, occupied=1, **beds)
    known: dict[str, Any] = {"confirmed_at": NOW - timedelta(hours=1)} | more
    return Service(listed=listed, units=units or (full,), **known)


def waits(n: int, package: Package = a_bed, **known: Any) -> Waiting:
    """Person n, ready for n days."""
    said: dict[str, Any] = {"earliest": MONDAY, "ready_at": NOW - timedelta(days=n)} | known
    return Waiting(case_id=case(n), package=package, **said)


def leaves(n: int, day: date, service: ServiceId = REHAB, *units: str) -> Leaving:
    """Person n leaves the service on that day."""
    return Leaving(case_id=case(n), place=stays(n, service, *units), at=leaves_at(day))


def stays(n: int, service: ServiceId = REHAB, *units: str) -> InStay:
    """The place of person n."""
    return InStay(stay_id=uid(200 + n), service_id=service, units=units or ("bay",))


def said(
    waiting: Iterable[Waiting],
    leavings: Iterable[Leaving] = (),
    services: dict[ServiceId, Service] | None = None,
    now: datetime = NOW,
) -> Chain:
    """The chain; with one full rehabilitation unit unless the test says otherwise."""
    return exit_chain(waiting, leavings, services or {REHAB: runs(ServiceLine.IC_UNIT)}, now, LINES)


def gone(chain: Chain) -> dict[UUID, tuple[ServiceId, date]]:
    """Who could go, where and when."""
    return {move.case_id: (move.service_id, move.on) for move in chain.moves}


def but(package: Package, **more: Any) -> Package:
    """The package, but for this."""
    return replace(package, **more)
