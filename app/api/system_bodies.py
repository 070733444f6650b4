"""A system as one file: what it is made of and how it works. The same shape goes out and comes in."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.api.places import HubIn, OrganisationIn, ServiceIn, SiteIn, WardIn
from app.api.practice_bodies import CalendarIn, LadderIn, RungIn
from app.api.shapes import Body
from app.domain.practice import MOST_LINES, PracticeKind
from app.domain.values import Role

MOST = 5_000


class OrganisationLine(OrganisationIn):
    """An organisation, with its id."""

    id: UUID


class SiteLine(SiteIn):
    """A site, with its id."""

    id: UUID


class WardLine(WardIn):
    """A ward, with its id."""

    id: UUID


class HubLine(HubIn):
    """A hub, with its id."""

    id: UUID


class ServiceOfFile(ServiceIn):
    """A service, with its id."""

    id: UUID


class StaffLine(Body):
    """Who works where, in which role. Names, user names and passwords are not in a file."""

    id: UUID
    role: Role
    organisation_id: UUID
    hub_id: UUID | None = None
    ward_ids: Annotated[tuple[UUID, ...], Field(max_length=200)] = ()


class CalendarLine(CalendarIn):
    """The calendar of an organisation or a service."""

    owner_id: UUID


class LadderLine(LadderIn):
    """The ladder of an organisation."""

    organisation_id: UUID


class SystemFile(Body):
    """A system as one file. What a file leaves out stays as it is; nothing is removed by a file."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "format": "homeward-system-1",
                "organisations": [
                    {
                        "id": "5b0f3a9c-1c55-4b0e-8a66-2f0e1d9c7b33",
                        "code": "ZZ1",
                        "name": "Northmoor NHS Trust",
                        "kind": "hospital_trust",
                    }
                ],
            }
        }
    )
    format: Literal["homeward-system-1"] = "homeward-system-1"
    organisations: Annotated[tuple[OrganisationLine, ...], Field(max_length=MOST)] = ()
    sites: Annotated[tuple[SiteLine, ...], Field(max_length=MOST)] = ()
    wards: Annotated[tuple[WardLine, ...], Field(max_length=MOST)] = ()
    hubs: Annotated[tuple[HubLine, ...], Field(max_length=MOST)] = ()
    services: Annotated[tuple[ServiceOfFile, ...], Field(max_length=MOST)] = ()
    roster: Annotated[tuple[StaffLine, ...], Field(max_length=MOST)] = ()
    calendars: Annotated[tuple[CalendarLine, ...], Field(max_length=MOST)] = ()
    ladders: Annotated[tuple[LadderLine, ...], Field(max_length=MOST)] = ()
    senior_responsible_officer: RungIn | None = None
    practice: dict[PracticeKind, Annotated[tuple[dict[str, Any], ...], Field(max_length=MOST_LINES)]] = Field(
        default_factory=dict
    )


class ImportOutcome(BaseModel):
    """What a file changed, or would change, entry by entry; and how many of its entries are so already."""

    changes: list[str]
    unchanged: int
