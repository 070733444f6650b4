"""Since they left hospital: arrived, first contact made, no contact, died; and taking each back but the last.

The service that is booked says it for its own people, ward and hub for anybody. An id tells nothing to others.
"""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends

from app.api.arriving_bodies import ArrivalIn, DeathIn, FirstContactIn, NoContactIn, SaidByMistakeIn
from app.api.problems import problems
from app.api.state import Handle, Me, Now
from app.domain.case.arriving.arrival import ConfirmArrival
from app.domain.case.arriving.contact import ConfirmFirstContact
from app.domain.case.arriving.death import ReportDeath
from app.domain.case.arriving.no_contact import ReportNoContact
from app.domain.case.arriving.taking_back import TakeArrivingBack
from app.domain.values import CaseId, OrganisationId, Role
from app.events.handler import Receipt

router = APIRouter(prefix="/cases", tags=["arriving"])


async def _saying(case_id: UUID, me: Me) -> dict[str, Any]:
    """The case, who says it, and for which organisation: None for ward and hub."""
    own = OrganisationId(me.organisation_id) if me.role is Role.PROVIDER else None
    return {"case_id": CaseId(case_id), "organisation_id": own, "by": me.actor}


Saying = Annotated[dict[str, Any], Depends(_saying)]


@router.put("/{case_id}/arrivals/{arrival_id}", responses=problems(404, 409))
async def confirm_arrival(arrival_id: UUID, arrival: ArrivalIn, saying: Saying, handle: Handle) -> Receipt:
    """They arrived where they were to go."""
    return await handle(ConfirmArrival(arrival_id=arrival_id, **saying, **arrival.values()))


@router.put("/{case_id}/first-contacts/{contact_id}", responses=problems(404, 409))
async def confirm_first_contact(contact_id: UUID, contact: FirstContactIn, saying: Saying, handle: Handle) -> Receipt:
    """The booked service met them: their stay in it starts."""
    return await handle(ConfirmFirstContact(contact_id=contact_id, **saying, **contact.values()))


@router.put("/{case_id}/no-contacts/{report_id}", responses=problems(404, 409))
async def report_no_contact(report_id: UUID, report: NoContactIn, saying: Saying, handle: Handle) -> Receipt:
    """Nobody met them: no access, refused, or nobody came. The booking stands until hub or service ends it."""
    return await handle(ReportNoContact(report_id=report_id, **saying, **report.values()))


@router.put("/{case_id}/deaths/{report_id}", responses=problems(404, 409))
async def report_death(report_id: UUID, death: DeathIn, saying: Saying, handle: Handle) -> Receipt:
    """They died after they had left: everything ends. If that was wrong, the hub reopens the case.

    Of a case that is closed, within the weeks in which the service asks how they are: nobody asks any more.
    """
    return await handle(ReportDeath(report_id=report_id, **saying, **death.values()))


@router.put("/{case_id}/arriving-undoings/{undo_id}", responses=problems(404, 409))
async def take_arriving_back(
    undo_id: UUID, taken: SaidByMistakeIn, saying: Saying, handle: Handle, now: Now
) -> Receipt:
    """What was said had not happened. Nothing is erased: the case says what was taken back, by whom and why."""
    return await handle(TakeArrivingBack(undo_id=undo_id, **saying, at=now, **taken.values()))
