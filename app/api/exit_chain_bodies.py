"""What the exit chain answers, in shapes: who could go, who cannot be helped, and the places that are to be left."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from app.domain.exit_chain import How, Why
from app.domain.package import Package


class Whom(BaseModel):
    """Somebody who waits: in a bed of a ward, or in `in_service`; what is sought, and by what they are in order.

    `was_to_leave` is the day of their planned exit from that service, where it has passed: they go once they can.
    """

    case_id: UUID
    name: str
    ward_id: UUID | None
    bed: str | None
    in_service: str | None
    was_to_leave: date | None
    package: Package
    ready_at: datetime | None
    leave_at: datetime | None


class FreedBy(BaseModel):
    """One bed, call or place. `case_id` and `name` are of who leaves it, for those who see who is in a service."""

    how: How
    words: str
    at: datetime
    unit: str
    case_id: UUID | None
    name: str | None


class CouldGo(BaseModel):
    """Who could go, to which service, on which day, by what. `asked`: the service was asked for them already.

    `link` 1 needs nobody of this list to go first; 2 waits for a link 1, and so on.
    """

    who: Whom
    service_id: UUID
    service: str
    phone: str | None
    asked: bool
    on: date
    freed: list[FreedBy]
    link: int


class ToRing(BaseModel):
    """A service that may have room, and whose count is too old to say so."""

    service_id: UUID
    service: str
    phone: str | None


class CannotGo(BaseModel):
    """Whom nothing that is expected helps, and why: `against` are the reasons of the services, the commonest first."""

    who: Whom
    why: Why
    words: str
    against: list[str]
    ring: list[ToRing]


class Overdue(BaseModel):
    """Somebody who was to have left a service by now: nothing counts on it until it is planned anew."""

    case_id: UUID
    name: str
    service_id: UUID
    at: datetime


class ExitChainPage(BaseModel):
    """Who could go by day, each day link by link; then those whom nothing helps yet. Nothing is promised.

    `overdue` is empty for those who do not see who is in a service.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "at": "2026-11-23T09:00:00Z",
                "moves": [
                    {
                        "who": {
                            "case_id": "5f0c1d6e-3b5e-4c57-9d3f-0a4f1f7f2b11",
                            "name": "SAMPLE, Ben",
                            "ward_id": "0f3a1c52-9f0e-4a55-8a53-2d6f2f0f9a01",
                            "bed": "A1-04",
                            "in_service": None,
                            "was_to_leave": None,
                            "package": {"line": "ic_unit", "start_on": "2026-11-23", "bed": {"sex": "male"}},
                            "ready_at": "2026-11-19T10:30:00Z",
                            "leave_at": None,
                        },
                        "service_id": "9d0b8a54-1c0e-4b57-a4cf-51f9a0c1d702",
                        "service": "Fellside rehabilitation unit",
                        "phone": "01632 960455",
                        "asked": True,
                        "on": "2026-11-24",
                        "freed": [
                            {
                                "how": "leaving",
                                "words": "Freed by who leaves",
                                "at": "2026-11-24T12:00:00Z",
                                "unit": "bay",
                                "case_id": "7c2f9a10-52a4-4a63-8d5e-6f3b1c9d8e22",
                                "name": "EXAMPLE, Ada",
                            }
                        ],
                        "link": 1,
                    }
                ],
                "stuck": [],
                "overdue": [],
            }
        }
    )
    at: datetime
    moves: list[CouldGo]
    stuck: list[CannotGo]
    overdue: list[Overdue]


class PlaceToLeave(BaseModel):
    """A place that somebody is to leave, and by how many it is waited for. `passed`: that day has gone by."""

    stay_id: UUID
    case_id: UUID
    name: str
    service_id: UUID
    service: str
    units: tuple[str, ...]
    at: datetime
    passed: bool
    wanted_by: int


class PlacesPage(BaseModel):
    """The places that are to be left, by time; of those who wait for them their number alone."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "at": "2026-11-23T09:00:00Z",
                "places": [
                    {
                        "stay_id": "3e9d8a54-1c0e-4b57-a4cf-51f9a0c1d7aa",
                        "case_id": "7c2f9a10-52a4-4a63-8d5e-6f3b1c9d8e22",
                        "name": "EXAMPLE, Ada",
                        "service_id": "9d0b8a54-1c0e-4b57-a4cf-51f9a0c1d702",
                        "service": "Fellside rehabilitation unit",
                        "units": ["bay"],
                        "at": "2026-11-24T12:00:00Z",
                        "passed": False,
                        "wanted_by": 2,
                    }
                ],
            }
        }
    )
    at: datetime
    places: list[PlaceToLeave]
