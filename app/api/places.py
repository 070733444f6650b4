"""What a system is made of: organisations, sites, wards, hubs and services."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from app.access.policy import check_sight
from app.api.problems import problems
from app.api.rows import RowsPage, rows_page
from app.api.shapes import Body, ShortText
from app.api.state import Handle, HomewardState, Me, Now
from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.service import ListService
from app.domain.system import AddHub, AddOrganisation, AddSite, AddWard, OrganisationKind
from app.domain.values import HubId, OrganisationId, ServiceId, SiteId, WardId
from app.events.handler import Receipt
from app.views.left_lately import LeftLately, left_lately

router = APIRouter(tags=["places"])

_PARENT = "5b0f3a9c-1c55-4b0e-8a66-2f0e1d9c7b33"


class LeftPage(BaseModel):
    """Who left a ward in the last three days, as things stand at `at`."""

    at: datetime
    people: list[LeftLately]


class OrganisationIn(Body):
    """A trust, a council, a provider."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"code": "ZZ1", "name": "Northmoor NHS Trust", "kind": "hospital_trust"}}
    )
    code: ShortText
    name: ShortText
    kind: OrganisationKind


class SiteIn(Body):
    """A hospital or unit of an organisation."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"code": "ZZ101", "name": "Northmoor Royal", "organisation_id": _PARENT}}
    )
    code: ShortText
    name: ShortText
    organisation_id: UUID


class WardIn(Body):
    """A ward; `code` is what the site's feed calls it, `beds` are in the order of the list."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"code": "A1", "name": "Ash", "site_id": _PARENT, "beds": ["A1-01", "A1-02"]}}
    )
    code: ShortText
    name: ShortText
    site_id: UUID
    beds: tuple[ShortText, ...] = Field(default=(), max_length=200)


class HubIn(Body):
    """A care transfer hub."""

    model_config = ConfigDict(json_schema_extra={"example": {"name": "Northmoor hub", "organisation_id": _PARENT}})
    name: ShortText
    organisation_id: UUID


class ServiceIn(Body):
    """One line that a provider runs."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"name": "Reablement East", "organisation_id": _PARENT, "line": "reab", "pathway": "P1"}
        }
    )
    name: ShortText
    organisation_id: UUID
    line: ServiceLine
    pathway: Pathway


@router.put("/organisations/{organisation_id}", responses=problems(409))
async def add_organisation(
    organisation_id: UUID, organisation: OrganisationIn, handle: Handle, me: Me, now: Now
) -> Receipt:
    """Add an organisation, or say how it is now."""
    by: dict[str, Any] = {"system_id": me.system, "by": me.actor, "at": now}
    return await handle(AddOrganisation(organisation_id=OrganisationId(organisation_id), **by, **organisation.values()))


@router.put("/sites/{site_id}", responses=problems(409))
async def add_site(site_id: UUID, site: SiteIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Add a site, or say how it is now."""
    by: dict[str, Any] = {"system_id": me.system, "by": me.actor, "at": now}
    return await handle(AddSite(site_id=SiteId(site_id), **by, **site.values()))


@router.put("/wards/{ward_id}", responses=problems(409))
async def add_ward(ward_id: UUID, ward: WardIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Add a ward, or say how it is now. What its feed sent before it was known is placed by hand."""
    by: dict[str, Any] = {"system_id": me.system, "by": me.actor, "at": now}
    return await handle(AddWard(ward_id=WardId(ward_id), **by, **ward.values()))


@router.get("/wards/{ward_id}/list", responses=problems())
async def ward_list(ward_id: UUID, homeward: HomewardState, me: Me) -> RowsPage:
    """Everyone on the ward, in bed order."""
    check_sight(me, "spell")
    page = await rows_page(homeward, me, "spell", str(ward_id))
    return page.model_copy(update={"rows": sorted(page.rows, key=lambda row: str(row["bed_order"]))})


@router.get("/wards/{ward_id}/left", responses=problems())
async def read_left_lately(ward_id: UUID, homeward: HomewardState, me: Me, now: Now) -> LeftPage:
    """Who left this ward in the last three days, the latest first; `PUT /spells/{id}/reversal` takes a leaving back."""
    check_sight(me, "spell")
    async with homeward.database.reads.acquire() as connection:
        return LeftPage(at=now, people=await left_lately(connection, me.system, ward_id, now))


@router.put("/hubs/{hub_id}", responses=problems(409))
async def add_hub(hub_id: UUID, hub: HubIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Add a hub, or say how it is now."""
    by: dict[str, Any] = {"system_id": me.system, "by": me.actor, "at": now}
    return await handle(AddHub(hub_id=HubId(hub_id), **by, **hub.values()))


@router.put("/services/{service_id}", responses=problems(409))
async def list_service(service_id: UUID, service: ServiceIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """List a service, or say how it is now."""
    return await handle(ListService(service_id=ServiceId(service_id), by=me.actor, at=now, **service.values()))
