"""Events and commands of one service, for its stories: six morning runs unless a test says otherwise."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.windows import Window
from app.domain.decider import Recorded
from app.domain.practice.lines import LinePathway, LineRule
from app.domain.practice.lines import Unit as CountedIn
from app.domain.service import (
    SERVICE,
    CapacityDeclared,
    CapacityUnchanged,
    ConfirmCapacity,
    DeclareCapacity,
    GiveUpPlace,
    HoldPlace,
    PlaceGivenUp,
    PlaceHeld,
    PlaceTaken,
    Run,
    Service,
    ServiceFacts,
    ServiceListed,
    TakePlace,
    Unit,
)
from app.domain.values import CaseId, OrganisationId, ServiceId
from tests.domain.given import NOON, NURSE, decided, given, uid

RUNNER = OrganisationId(uid(2))
HOLD, OTHER_HOLD, CASE = uid(71), uid(72), CaseId(uid(41))
MORNING = Run(window=Window.MORNING, carers=1)
DAY = LineRule(
    code=ServiceLine.HOME_CARE, words="Care", pathway=LinePathway.P1, unit=CountedIn.CALL_SLOTS, seven_days=True
)
"""What the list says of the line: it admits every day, and a count is believed for one."""
listed = ServiceListed(name="Valley Home Care", organisation_id=RUNNER, line=ServiceLine.HOME_CARE, pathway=Pathway.P1)
beds_listed = replace(listed, name="Fell Unit", line=ServiceLine.IC_UNIT, pathway=Pathway.P2)


def on(**more: Any) -> dict[str, Any]:
    """What every command on the service carries; at noon unless it says otherwise."""
    return {"service_id": ServiceId(uid(1)), "by": NURSE, "at": NOON} | more


def hours(n: float) -> datetime:
    """So long after noon."""
    return NOON + timedelta(hours=n)


def unit(key: str = "mornings", usable: int = 6, occupied: int = 4, **more: Any) -> Unit:
    """A run in the morning; of the commissioned ten not all can be staffed."""
    return Unit(key=key, commissioned=10, usable=usable, occupied=occupied, **{"run": MORNING} | more)


def declared(*units: Unit) -> CapacityDeclared:
    """A count."""
    return CapacityDeclared(units=units or (unit(),))


def declare(*units: Unit, at: datetime = NOON) -> DeclareCapacity:
    """Count the service."""
    return DeclareCapacity(**on(units=units or (unit(),), at=at))


def confirm(at: datetime) -> ConfirmCapacity:
    """Nothing changed."""
    return ConfirmCapacity(**on(at=at))


unchanged = CapacityUnchanged()


def held(*units: str, until: datetime, hold: Any = HOLD, **more: Any) -> PlaceHeld:
    """A place is held."""
    return PlaceHeld(hold_id=hold, case_id=CASE, units=units or ("mornings",), until=until, **more)


def taken(*units: str, starts_at: datetime, hold: Any = HOLD, **more: Any) -> PlaceTaken:
    """A place is the person's."""
    return PlaceTaken(hold_id=hold, case_id=CASE, units=units or ("mornings",), starts_at=starts_at, **more)


given_up = PlaceGivenUp(hold_id=HOLD)


def hold(*units: str, until: datetime, hold: Any = HOLD, **more: Any) -> HoldPlace:
    """Keep a place."""
    return HoldPlace(**on(hold_id=hold, case_id=CASE, units=units or ("mornings",), until=until) | more)


def take(*units: str, starts_at: datetime, hold: Any = HOLD, **more: Any) -> TakePlace:
    """Make it the person's."""
    return TakePlace(**on(hold_id=hold, case_id=CASE, units=units or ("mornings",), starts_at=starts_at) | more)


def give_up(hold: Any = HOLD, at: datetime = NOON) -> GiveUpPlace:
    """Let it be free again."""
    return GiveUpPlace(**on(hold_id=hold, at=at))


def after(*events: Any) -> list[Recorded[Any]]:
    """A listed service after these, a minute apart from noon on unless a pair says when."""
    return given((NOON - timedelta(days=2), listed), *events)


def says(past: list[Recorded[Any]], command: Any) -> list[Any]:
    """What the command records."""
    return decided(SERVICE, past, command, ServiceFacts())


def stands(past: list[Recorded[Any]]) -> Service:
    """The service after this past."""
    service: Service = SERVICE.fold(past)
    return service
