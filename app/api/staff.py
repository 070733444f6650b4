"""The roster: who works here, in which role, and the local account they sign in with."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from app.access.accounts import change_work, delete_account, hash_of, write_account
from app.access.policy import check, check_sight
from app.access.sessions import NewAccount
from app.api.problems import problems
from app.api.rows import RowsPage, rows_page
from app.api.shapes import Body, PastInstant, ShortText, storable
from app.api.state import HomewardState, Me, Now, tagged
from app.domain.system import AddStaff, RemoveStaff
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
    password_hash = await hash_of(staff.password)
    async with taken(homeward.database, homeward.hints, me.system) as turn:
        renamed = await write_account(turn.connection, me.system, new, password_hash)
        joining = AddStaff(
            staff_id=StaffId(staff_id),
            role=staff.role,
            organisation_id=OrganisationId(staff.organisation_id),
            hub_id=HubId(staff.hub_id) if staff.hub_id else None,
            ward_ids=frozenset(WardId(ward) for ward in staff.ward_ids),
            renamed=renamed,
            by=me.actor,
            at=now,
        )
        receipt = await decide_in(turn, joining)
    return tagged(response, receipt)


class WorkIn(Body):
    """What a member of staff does now, and where."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "role": "hub_lead",
                "organisation_id": "5b0f3a9c-1c55-4b0e-8a66-2f0e1d9c7b33",
                "hub_id": "b1f0a6de-2f0c-4b1e-8f7a-5d1f3c9e7a20",
                "ward_ids": [],
            }
        }
    )
    role: Role
    organisation_id: UUID
    hub_id: UUID | None = None
    ward_ids: tuple[UUID, ...] = Field(default=(), max_length=200)


@router.get("", responses=problems())
async def read_roster(homeward: HomewardState, me: Me) -> RowsPage:
    """Everybody on the roster, with name, role and where they work."""
    check_sight(me, "staff")
    return await rows_page(homeward, me, "staff", "*")


@router.put("/{staff_id}/work", responses=problems(409))
async def change_staff_work(
    staff_id: UUID, work: WorkIn, homeward: HomewardState, me: Me, now: Now, response: Response
) -> Receipt:
    """Say what somebody on the roster does now; their account stays, and may from now on what the role may."""
    check(me, AddStaff)
    changing = AddStaff(
        staff_id=StaffId(staff_id),
        role=work.role,
        organisation_id=OrganisationId(work.organisation_id),
        hub_id=HubId(work.hub_id) if work.hub_id else None,
        ward_ids=frozenset(WardId(ward) for ward in work.ward_ids),
        by=me.actor,
        at=now,
    )
    async with taken(homeward.database, homeward.hints, me.system) as turn:
        receipt = await decide_in(turn, changing)
        await change_work(turn.connection, me.system, changing)
    return tagged(response, receipt)


class StaffLeavingIn(Body):
    """When somebody stopped working here."""

    model_config = ConfigDict(json_schema_extra={"example": {"left_at": "2026-10-30T17:00:00Z"}})
    left_at: PastInstant


@router.put("/{staff_id}/leaving", responses=problems(404, 409))
async def remove_staff(
    staff_id: UUID, leaving: StaffLeavingIn, homeward: HomewardState, me: Me, response: Response
) -> Receipt:
    """Somebody no longer works here: they are off the roster, their account is gone and they are signed out."""
    check(me, RemoveStaff)
    removing = RemoveStaff(staff_id=StaffId(staff_id), by=me.actor, at=leaving.left_at)
    async with taken(homeward.database, homeward.hints, me.system) as turn:
        receipt = await decide_in(turn, removing)
        await delete_account(turn.connection, me.system, staff_id)
    return tagged(response, receipt)
