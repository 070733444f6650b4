"""Stays in services: read by the service and the hub, and what is said of one, step by step.

The service says it for its own people, the hub for anybody. Every step has an id made by who says it.
"""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends

from app.access.policy import check_sight
from app.api.problems import problems
from app.api.rows import RowsPage, rows_page
from app.api.state import Handle, HomewardState, Me, Now
from app.api.stay_bodies import (
    ChargingIn,
    ExitPlanIn,
    ExtensionIn,
    FollowUpIn,
    ServiceDischargeIn,
    StayReviewIn,
    StepBackIn,
)
from app.domain.case.stay.ending import EndStay
from app.domain.case.stay.following_up import FollowUpStay
from app.domain.case.stay.lasting import ExtendStay, PlanExit, TellCharging
from app.domain.case.stay.reviewing import ReviewStay
from app.domain.case.stay.taking_back import TakeStepBack
from app.domain.values import CaseId, OrganisationId, Role
from app.events.handler import Receipt

router = APIRouter(tags=["stays"])
_STAY = "/cases/{case_id}/stays/{stay_id}"


async def _saying(case_id: UUID, stay_id: UUID, step_id: UUID, me: Me) -> dict[str, Any]:
    """Of which stay, by which id, who says it, and for which organisation: None for the hub."""
    own = OrganisationId(me.organisation_id) if me.role is Role.PROVIDER else None
    return {"case_id": CaseId(case_id), "stay_id": stay_id, "step_id": step_id, "organisation_id": own, "by": me.actor}


Saying = Annotated[dict[str, Any], Depends(_saying)]


@router.get("/stays", responses=problems())
async def list_stays(homeward: HomewardState, me: Me) -> RowsPage:
    """The stays of which something is still to be done: a provider's own, or all of them for the hub."""
    check_sight(me, "stay")
    return await rows_page(homeward, me, "stay", "*")


@router.put(f"{_STAY}/reviews/{{step_id}}", responses=problems(404, 409))
async def review_stay(review: StayReviewIn, saying: Saying, handle: Handle) -> Receipt:
    """The service reviewed how it goes."""
    return await handle(ReviewStay(**saying, **review.values()))


@router.put(f"{_STAY}/extensions/{{step_id}}", responses=problems(404, 409))
async def extend_stay(extension: ExtensionIn, saying: Saying, handle: Handle, now: Now) -> Receipt:
    """The stay goes on beyond its six weeks, for a reason."""
    return await handle(ExtendStay(**saying, at=now, **extension.values()))


@router.put(f"{_STAY}/charging/{{step_id}}", responses=problems(404, 409))
async def tell_charging(told: ChargingIn, saying: Saying, handle: Handle) -> Receipt:
    """The person was told from when it is not free any more."""
    return await handle(TellCharging(**saying, **told.values()))


@router.put(f"{_STAY}/exit-plans/{{step_id}}", responses=problems(404, 409))
async def plan_exit(plan: ExitPlanIn, saying: Saying, handle: Handle, now: Now) -> Receipt:
    """When and where they leave the service; the latest plan counts."""
    return await handle(PlanExit(**saying, at=now, **plan.values()))


@router.put(f"{_STAY}/discharges/{{step_id}}", responses=problems(404, 409))
async def end_stay(discharge: ServiceDischargeIn, saying: Saying, handle: Handle) -> Receipt:
    """Discharged from service. With the last stay the case is closed."""
    return await handle(EndStay(**saying, **discharge.values()))


@router.put(f"{_STAY}/follow-ups/{{step_id}}", responses=problems(404, 409))
async def follow_up_stay(found: FollowUpIn, saying: Saying, handle: Handle) -> Receipt:
    """How they were found some days after; also when the case is closed."""
    return await handle(FollowUpStay(**saying, **found.values()))


@router.put(f"{_STAY}/steps/{{step_id}}/undoings/{{undo_id}}", responses=problems(404, 409))
async def take_step_back(undo_id: UUID, why: StepBackIn, saying: Saying, handle: Handle, now: Now) -> Receipt:
    """A step was recorded by mistake. Nothing is erased: the case says what was taken back, by whom and why."""
    return await handle(TakeStepBack(**saying, at=now, undo_id=undo_id, **why.values()))
