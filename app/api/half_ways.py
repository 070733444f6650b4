"""The half-ways of a stay, by hand: to the discharge lounge, and back on the ward from there or the virtual ward."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import ConfigDict, model_validator

from app.api.problems import problems
from app.api.shapes import Body, PastInstant, ShortText
from app.api.state import Handle, Me
from app.domain.spell import ReturnToWard, SendToLounge
from app.domain.values import SpellId
from app.events.handler import Receipt

router = APIRouter(prefix="/spells", tags=["spells"])


class LoungeIn(Body):
    """When the person went to the discharge lounge."""

    model_config = ConfigDict(json_schema_extra={"example": {"at": "2026-10-27T09:20:00Z"}})
    at: PastInstant


class BackOnWardIn(Body):
    """Since when the person is back in a bed, and in which: without a ward, the one they had."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "ward_id": "0d7c2f0e-6a3f-4f57-9a3e-1c5b7a2d8e22",
                "bed": "A1-04",
                "at": "2026-10-27T11:45:00Z",
            }
        }
    )
    ward_id: UUID | None = None
    bed: ShortText | None = None
    at: PastInstant

    @model_validator(mode="after")
    def _a_bed_is_on_a_ward(self) -> "BackOnWardIn":
        if (self.ward_id is None) is not (self.bed is None):
            raise ValueError("Say the ward and the bed, or neither.")
        return self


@router.put("/{spell_id}/lounge", responses=problems(404, 409))
async def send_to_lounge(spell_id: UUID, lounge: LoungeIn, handle: Handle, me: Me) -> Receipt:
    """The person waits in the discharge lounge: still in hospital, and on the ward's list until they leave."""
    return await handle(SendToLounge(spell_id=SpellId(spell_id), by=me.actor, at=lounge.at))


@router.put("/{spell_id}/back-on-ward", responses=problems(404, 409))
async def return_to_ward(spell_id: UUID, back: BackOnWardIn, handle: Handle, me: Me) -> Receipt:
    """The person is back from the lounge or the virtual ward. Nothing changes for who is in a bed already."""
    where: dict[str, Any] = {"ward_id": back.ward_id, "bed": back.bed}
    return await handle(ReturnToWard(spell_id=SpellId(spell_id), by=me.actor, at=back.at, **where))
