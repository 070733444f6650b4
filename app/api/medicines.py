"""The medicines that were changed in hospital: told by who discharges, for the page that the person takes home."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from app.api.problems import problems
from app.api.shapes import Body, FilledText, ShortText
from app.api.state import IF_MATCH, Handle, Me, Now
from app.domain.case import TellMedicines
from app.domain.case.medicines import ChangedMedicine
from app.domain.codes.medicine_changes import MedicineChange
from app.domain.values import CaseId, Words
from app.events.handler import Receipt

MOST = 40

router = APIRouter(prefix="/cases", tags=["cases"])


class ChangedMedicineIn(Body):
    """One medicine with its dose and how it is taken, and why it was changed, as the person reads it."""

    how: MedicineChange
    medicine: ShortText
    why: FilledText


class MedicinesIn(Body):
    """Every medicine that was started, changed or stopped in this stay; an empty list says that none was."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "changes": [
                    {
                        "how": "started",
                        "medicine": "Apixaban 5 mg tablets, one in the morning and one in the evening",
                        "why": "To stop blood clots, because your heart beats unevenly.",
                    },
                    {
                        "how": "stopped",
                        "medicine": "Ibuprofen 400 mg tablets",
                        "why": "It can make you bleed together with apixaban.",
                    },
                ]
            }
        }
    )
    changes: Annotated[tuple[ChangedMedicineIn, ...], Field(max_length=MOST)]


@router.put("/{case_id}/medicines", responses=problems(404, 409, 412, 428), openapi_extra=IF_MATCH)
async def tell_medicines(case_id: UUID, medicines: MedicinesIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Say which medicines were changed in hospital, all of them. If-Match is required to put right what was said."""
    changes = tuple(
        ChangedMedicine(how=each.how, medicine=Words(each.medicine), why=Words(each.why)) for each in medicines.changes
    )
    return await handle(TellMedicines(case_id=CaseId(case_id), changes=changes, by=me.actor, at=now))
