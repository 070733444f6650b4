"""What each stage of a case is told with."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import ConfigDict, Field

from app.api.shapes import Body, FilledText, Instant, PastInstant, Text
from app.domain.case.leaving import LeaveFrom
from app.domain.case.needs import Need, ReferralField
from app.domain.case.outcome import Outcome
from app.domain.codes.pathways import Pathway
from app.domain.codes.why_not_home import WhyNotHome

_SPELL = "3a9c2f4e-6f1d-4a57-9c1e-0c5b7a2d8e11"
_HUB = "b1f0a6de-2f0c-4b1e-8f7a-5d1f3c9e7a20"
_STAFF = "7c6de0b4-8a0f-4f0e-9f43-2d7f1f0f6c55"


class StageIn(Body):
    """One stage of a case; its fields are named as the command's."""

    def values(self) -> dict[str, Any]:
        """The fields as the command takes them: lists that have no order as sets."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: frozenset(value) if isinstance(value, tuple) else value for name, value in values.items()}


class ReferralIn(StageIn):
    """What the ward tells the hub: needs, never a package."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "spell_id": _SPELL,
                "hub_id": _HUB,
                "needs": ["personal_care", "rehabilitation"],
                "words": "Fell at home. Walks with one person; managed alone before.",
            }
        }
    )
    spell_id: UUID
    hub_id: UUID
    needs: tuple[Need, ...] = Field(max_length=len(Need))
    words: Text


class ReturnIn(StageIn):
    """The fields of the referral that need more, and the question."""

    model_config = ConfigDict(json_schema_extra={"example": {"fields": ["function"], "words": "How many to transfer?"}})
    fields: tuple[ReferralField, ...] = Field(min_length=1, max_length=len(ReferralField))
    words: FilledText


class AcceptanceIn(StageIn):
    """Who manages the case."""

    model_config = ConfigDict(json_schema_extra={"example": {"case_manager": _STAFF}})
    case_manager: UUID


class CaseManagerIn(AcceptanceIn):
    """Who manages the case from now on."""


class PathwayIn(StageIn):
    """The pathway needed and given. P2 and P3 need the four fields that say why not home."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "needed": "P1",
                "given": "P2",
                "why_not_home": "H15",
                "words": "No morning double-up in this patch before Thursday.",
                "home_possible_if": "A double-up at 08:00 comes free.",
                "review_on": "2026-12-01",
            }
        }
    )
    needed: Pathway
    given: Pathway
    why_not_home: WhyNotHome | None = None
    words: FilledText | None = None
    home_possible_if: FilledText | None = None
    review_on: date | None = None


class LeavingIn(StageIn):
    """The agreed slot: when, from where, to where, and who receives."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "leave_at": "2026-10-27T10:00:00Z",
                "leave_from": "lounge",
                "going_to": "Own home",
                "received_by": "Daughter",
            }
        }
    )
    leave_at: Instant
    leave_from: LeaveFrom
    going_to: FilledText
    received_by: Text


class DepartureIn(StageIn):
    """When the person left."""

    model_config = ConfigDict(json_schema_extra={"example": {"left_at": "2026-10-27T10:12:00Z"}})
    left_at: PastInstant


class ClosureIn(StageIn):
    """How the case ended."""

    model_config = ConfigDict(json_schema_extra={"example": {"outcome": "settled", "words": None}})
    outcome: Outcome
    words: FilledText | None = None


class ReopeningIn(StageIn):
    """Why the case is taken up again."""

    model_config = ConfigDict(json_schema_extra={"example": {"words": "Closed by mistake."}})
    words: FilledText | None = None
