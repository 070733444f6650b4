"""Services: what each can take and how much of it is free. It says so itself, or the hub that rings it does."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from app.access.me import Me as MeType
from app.access.policy import check_runs, check_sight
from app.api.patch import Sector
from app.api.problems import problems
from app.api.service_bodies import CapacityIn, ConfirmationIn, DescriptionIn, ServiceClosureIn, ServiceReopeningIn
from app.api.service_reading import ServicePage, ServicesPage, service_now, service_page
from app.api.state import IF_MATCH, Handle, HomewardState, Me, Now
from app.domain.codes.service_lines import ServiceLine
from app.domain.practice import ServiceLines
from app.domain.service import CloseService, ConfirmCapacity, DeclareCapacity, DescribeService, ReopenService
from app.domain.service.fitting import in_patch
from app.domain.values import Role, ServiceId
from app.events.handler import Receipt
from app.events.practice import practice_in
from app.views.offering import Offering, offerings, runs_it

router = APIRouter(prefix="/services", tags=["services"])


async def _for_its_own(service_id: UUID, homeward: HomewardState, me: Me) -> ServiceId:
    """The service, if this person may speak for it. Raises NotAllowed for a provider where another runs it."""
    if me.role is Role.PROVIDER:
        async with homeward.database.reads.acquire() as connection:
            organisation = await runs_it(connection, me.system, ServiceId(service_id))
        if organisation:
            check_runs(me, organisation)
    return ServiceId(service_id)


Own = Annotated[ServiceId, Depends(_for_its_own)]


@router.get("", responses=problems())
async def read_services(
    homeward: HomewardState,
    me: Me,
    now: Now,
    line: ServiceLine | None = None,
    sector: Annotated[Sector | None, Query()] = None,
) -> ServicesPage:
    """The services of a line, and of a patch, with what is free of each; a provider's are those of its own."""
    check_sight(me, "service")
    async with homeward.database.reads.acquire() as connection:
        found = await offerings(connection, me.system, line, own_organisation(me))
        lines = await practice_in(connection, me.system, ServiceLines)
    return ServicesPage(at=now, services=[service_now(each, now, lines) for each in found if _reaches(each, sector)])


@router.get("/{service_id}", responses=problems(404))
async def read_service(service_id: UUID, homeward: HomewardState, me: Me, now: Now) -> ServicePage:
    """One service: its particulars, what is free of it now, and the history of its counts."""
    check_sight(me, "service")
    return await service_page(homeward, me, ServiceId(service_id), now)


@router.put("/{service_id}/description", responses=problems(404, 409, 412, 428), openapi_extra=IF_MATCH)
async def describe_service(own: Own, description: DescriptionIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """What the service can and cannot take. If-Match is required to change what was said before."""
    return await handle(DescribeService(service_id=own, by=me.actor, at=now, **description.values()))


@router.put("/{service_id}/capacity", responses=problems(404, 409))
async def declare_capacity(own: Own, capacity: CapacityIn, handle: Handle, me: Me) -> Receipt:
    """Count the service. The latest count holds; one that is older than it is refused."""
    by: dict[str, Any] = {"by": me.actor, "at": capacity.counted_at}
    return await handle(DeclareCapacity(service_id=own, units=tuple(unit.unit() for unit in capacity.units), **by))


@router.put("/{service_id}/capacity/confirmation", responses=problems(404, 409))
async def confirm_capacity(own: Own, confirmation: ConfirmationIn, handle: Handle, me: Me) -> Receipt:
    """Nothing changed: what is shown of the service is right."""
    return await handle(ConfirmCapacity(service_id=own, by=me.actor, at=confirmation.looked_at))


@router.put("/{service_id}/closure", responses=problems(404, 409))
async def close_service(own: Own, closure: ServiceClosureIn, handle: Handle, me: Me) -> Receipt:
    """The service takes nobody for now. Who is there, or booked, stays so."""
    by: dict[str, Any] = {"by": me.actor, "at": closure.closed_at}
    return await handle(CloseService(service_id=own, why=closure.why, until=closure.until, **by))


@router.put("/{service_id}/reopening", responses=problems(404, 409))
async def reopen_service(own: Own, reopening: ServiceReopeningIn, handle: Handle, me: Me) -> Receipt:
    """The service takes people again."""
    return await handle(ReopenService(service_id=own, by=me.actor, at=reopening.reopened_at))


def own_organisation(me: MeType) -> UUID | None:
    """The one organisation whose services this person is shown; None where it is all of them."""
    return me.organisation_id if me.role is Role.PROVIDER else None


def _reaches(offering: Offering, sector: str | None) -> bool:
    sectors = offering.service.described.sectors if offering.service.described else ()
    return sector is None or not sectors or in_patch(sector, frozenset(sectors))
