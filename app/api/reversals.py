"""The ways back on a stay: an admission, a move or an end that was recorded wrongly. Each is itself an event."""

from enum import StrEnum
from typing import Any, assert_never
from uuid import UUID

from fastapi import APIRouter
from pydantic import ConfigDict, model_validator

from app.api.problems import problems
from app.api.shapes import Body, FilledText, PastInstant, ShortText
from app.api.state import Handle, Me
from app.domain.codes.return_reasons import ReturnReason
from app.domain.decider import Command
from app.domain.spell import ReverseAdmission, ReverseEnd, ReverseMove
from app.domain.values import SpellId, Words
from app.events.handler import Receipt

router = APIRouter(prefix="/spells", tags=["spells"])


class What(StrEnum):
    """What was recorded wrongly."""

    ADMISSION = "admission"
    MOVE = "move"
    END = "end"


class ReversalIn(Body):
    """What is taken back. `ward_id` and `bed` say where the person is now; a move cannot be taken back without.

    `words` say why. Of an end, `reason` says whether the discharge failed or was recorded by mistake.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "what": "end",
                "at": "2026-10-22T12:00:00Z",
                "reason": "transport_aborted",
                "words": "The crew could not manage the stairs.",
            }
        }
    )
    what: What
    at: PastInstant
    ward_id: UUID | None = None
    bed: ShortText | None = None
    reason: ReturnReason | None = None
    words: FilledText | None = None

    @model_validator(mode="after")
    def _a_move_goes_somewhere(self) -> "ReversalIn":
        if self.what is What.MOVE and (self.ward_id is None or self.bed is None):
            raise ValueError("Say on which ward and in which bed the person is now.")
        return self

    @model_validator(mode="after")
    def _a_reason_is_of_an_end(self) -> "ReversalIn":
        if self.reason is not None and self.what is not What.END:
            raise ValueError("Only the end of a stay is taken back for one of these reasons. Say it in words.")
        return self


@router.put("/{spell_id}/reversal", responses=problems(404, 409))
async def reverse(spell_id: UUID, reversal: ReversalIn, handle: Handle, me: Me) -> Receipt:
    """Take back an admission, a move or an end. The person's case hears of it in the same turn."""
    common: dict[str, Any] = {"spell_id": SpellId(spell_id), "by": me.actor, "at": reversal.at}
    common["words"] = Words(reversal.words) if reversal.words else None
    return await handle(_command(reversal, common))


def _command(reversal: ReversalIn, common: dict[str, Any]) -> Command:
    where: dict[str, Any] = {"ward_id": reversal.ward_id, "bed": reversal.bed}
    match reversal.what:
        case What.ADMISSION:
            return ReverseAdmission(**common)
        case What.MOVE:
            return ReverseMove(**where, **common)
        case What.END:
            return ReverseEnd(reason=reversal.reason, **where, **common)
        case _:
            assert_never(reversal.what)
