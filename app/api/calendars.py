"""When organisations and services work, and whom their problems climb to."""

from uuid import UUID

from fastapi import APIRouter

from app.api.practice_bodies import CalendarIn, LadderIn, RungIn
from app.api.problems import problems
from app.api.state import Handle, Me, Now
from app.domain.calendar import SetCalendar
from app.domain.ladder import NameSeniorOfficer, SetLadder
from app.domain.values import OrganisationId
from app.events.handler import Receipt

router = APIRouter(tags=["calendars and ladders"])


@router.put("/calendars/{owner_id}", responses=problems(409))
async def set_calendar(owner_id: UUID, calendar: CalendarIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Say when an organisation or a service works. Without a calendar the wall clock counts."""
    return await handle(SetCalendar(owner_id=owner_id, calendar=calendar.calendar(), by=me.actor, at=now))


@router.put("/ladders/{organisation_id}", responses=problems(409))
async def set_ladder(organisation_id: UUID, ladder: LadderIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Say whom the problems of an organisation climb to, level by level."""
    organisation = OrganisationId(organisation_id)
    return await handle(SetLadder(organisation_id=organisation, ladder=ladder.ladder(), by=me.actor, at=now))


@router.put("/senior-responsible-officer", responses=problems(409))
async def name_senior_officer(officer: RungIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Say who the system's senior responsible officer is: the top of every ladder."""
    return await handle(NameSeniorOfficer(system_id=me.system, officer=officer.rung(), by=me.actor, at=now))
