"""The ways back on a case: a step of the hub, a return or a following that was wrong, and a withdrawal by the ward."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import ConfigDict

from app.api.problems import problems
from app.api.shapes import Body, FilledText
from app.api.state import Handle, Me, Now
from app.domain.case import ResumeReferral, UndoHubStep, UndoSharedStep
from app.domain.case.undoing import HubStep, SharedStep
from app.domain.decider import Command
from app.domain.values import CaseId
from app.events.handler import Receipt

router = APIRouter(prefix="/cases", tags=["cases"])


class Step(StrEnum):
    """What was wrong: a step of the hub, or one that ward and hub may both take back."""

    REFERRAL_RETURN = HubStep.REFERRAL_RETURN.value
    ACCEPTANCE = HubStep.ACCEPTANCE.value
    PATHWAY = HubStep.PATHWAY.value
    LEAVING = HubStep.LEAVING.value
    BEST_INTERESTS = HubStep.BEST_INTERESTS.value
    RETURN_TO_HOSPITAL = SharedStep.RETURN_TO_HOSPITAL.value
    TRACKING = SharedStep.TRACKING.value


class UndoStepIn(Body):
    """What is taken back, and why. `undo_id` is of your making: sent late, it does not undo what came after it."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "what": "acceptance",
                "words": "Accepted for the wrong hub.",
                "undo_id": "a6d8e0f2-85cb-4d7e-9fa2-b1c4d6e8f055",
            }
        }
    )
    what: Step
    words: FilledText
    undo_id: UUID


class ResumptionIn(Body):
    """Why the ward takes its withdrawal back; `reopening_id` is of your making."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"words": "Withdrawn by mistake.", "reopening_id": "b7e9f1a3-96dc-4e8f-a0b3-c2d5e7f90166"}
        }
    )
    words: FilledText
    reopening_id: UUID


@router.put("/{case_id}/undoing", responses=problems(404, 409))
async def undo_step(case_id: UUID, undoing: UndoStepIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Take a wrong step back. Nothing is erased: the case says what was undone, by whom and why."""
    return await handle(_command(undoing, {"case_id": CaseId(case_id), "by": me.actor, "at": now}))


@router.put("/{case_id}/resumption", responses=problems(404, 409))
async def resume_referral(case_id: UUID, resumption: ResumptionIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """The ward takes its withdrawal of an early alert or a referral back: the case stands where it stood."""
    return await handle(ResumeReferral(case_id=CaseId(case_id), by=me.actor, at=now, **resumption.values()))


_OF_THE_HUB = frozenset(each.value for each in HubStep)


def _command(undoing: UndoStepIn, common: dict[str, Any]) -> Command:
    said: dict[str, Any] = common | undoing.values()
    if undoing.what.value in _OF_THE_HUB:
        return UndoHubStep(**said | {"what": HubStep(undoing.what.value)})
    return UndoSharedStep(**said | {"what": SharedStep(undoing.what.value)})
