"""The roster: who works here, in which role, and the local account they sign in with."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from app.access.accounts import keep_account
from app.access.policy import check
from app.access.sessions import NewAccount
from app.api.problems import problems
from app.api.shapes import Body, ShortText, storable
from app.api.state import HomewardState, Me, Now, tagged
from app.domain.system import AddStaff
from app.domain.values import HubId, OrganisationId, Role, StaffId, WardId
from app.events.handler import Receipt, decide_in, taken

router = APIRouter(prefix="/staff", tags=["staff"])


Password = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(storable)]
"""As it is typed, spaces included."""


class StaffIn(Body):
    """A member of staff with a local account."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "username": "priya",
                "password": "only-for-development",
                "name": "Priya Shah",
                "role": "case_manager",
                "organisation_id": "5b0f3a9c-1c55-4b0e-8a66-2f0e1d9c7b33",
                "hub_id": "b1f0a6de-2f0c-4b1e-8f7a-5d1f3c9e7a20",
                "ward_ids": [],
            }
        }
    )
    username: ShortText
    password: Password
    name: ShortText
    role: Role
    organisation_id: UUID
    hub_id: UUID | None = None
    ward_ids: tuple[UUID, ...] = Field(default=(), max_length=200)


@router.put("/{staff_id}", responses=problems(409))
async def add_staff(
    staff_id: UUID, staff: StaffIn, homeward: HomewardState, me: Me, now: Now, response: Response
) -> Receipt:
    """Add a member of staff, or say what they do now."""
    check(me, AddStaff)
    new = NewAccount(staff_id=staff_id, **staff.model_dump())
    joining = AddStaff(
        staff_id=StaffId(staff_id),
        role=staff.role,
        organisation_id=OrganisationId(staff.organisation_id),
        hub_id=HubId(staff.hub_id) if staff.hub_id else None,
        ward_ids=frozenset(WardId(ward) for ward in staff.ward_ids),
        by=me.actor,
        at=now,
    )
    async with taken(homeward.database, homeward.hints, me.system) as turn:
        receipt = await decide_in(turn, joining)
        # Kept once it is decided and before it is recorded: a refusal leaves no account, a screen finds the name.
        async with homeward.database.engine.begin() as connection:
            await keep_account(connection, me.system, new)
    return tagged(response, receipt)
