"""What each stage of a case is told with; the fields are named as those of its command."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field

from app.api.referral_form_bodies import Choices, FormIn
from app.api.shapes import Body, FilledText, Instant, PastInstant, Text
from app.domain.case.form import Need, ReferralField
from app.domain.case.leaving import LeaveFrom
from app.domain.case.outcome import Outcome
from app.domain.case.withdrawing import Withdrawal
from app.domain.codes.return_reasons import ReturnReason
from app.domain.codes.slot_reasons import SlotReason

_SPELL = "3a9c2f4e-6f1d-4a57-9c1e-0c5b7a2d8e11"
_HUB = "b1f0a6de-2f0c-4b1e-8f7a-5d1f3c9e7a20"
_STAFF = "7c6de0b4-8a0f-4f0e-9f43-2d7f1f0f6c55"
_ACCEPTANCE = "0b9d7c35-4e1a-4c68-8f52-6a3d1e7f9b20"
_CLOSURE = "e2a4b8d0-51c7-4f3a-9b6e-7d0c2f4a8b33"
_REOPENING = "f4c6dae2-73e9-4b5c-8d80-9f2e4a6cad44"


class EarlyAlertIn(Body):
    """Who is in which stay, which hub is told, and what will probably be needed, as far as that is known."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"spell_id": _SPELL, "hub_id": _HUB, "likely": ["personal_care"], "words": "Lives alone."}
        }
    )
    spell_id: UUID
    hub_id: UUID
    likely: Choices[Need] = ()
    words: FilledText | None = None


class ReferralIn(FormIn):
    """What the ward tells the hub: needs, never a package. Any field may be a gap."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "spell_id": _SPELL,
                "hub_id": _HUB,
                "why_in_hospital": "Fell at home. Walks with one person; managed alone before.",
                "told_and_agrees": {"agrees": "agrees"},
                "needs": {"needs": ["personal_care", "rehabilitation"]},
            }
        }
    )
    spell_id: UUID
    hub_id: UUID


class AmendmentIn(FormIn):
    """Fields of the referral that were gaps, or that are otherwise now; each is answered as a whole."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"people": {"carer": "Daughter", "carer_willing": "with_help"}}}
    )


class WithdrawalIn(Body):
    """Why the ward takes its referral back. With an id of your making, sent late it does not undo a reopening."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"why": "no_longer_needed", "words": None, "closure_id": _CLOSURE}}
    )
    why: Withdrawal
    words: FilledText | None = None
    closure_id: UUID | None = None


class TrackingIn(Body):
    """The stay that the case follows from now on."""

    model_config = ConfigDict(json_schema_extra={"example": {"spell_id": _SPELL}})
    spell_id: UUID


class ReturnIn(Body):
    """The fields of the referral that need more, and the question."""

    model_config = ConfigDict(json_schema_extra={"example": {"fields": ["function"], "words": "How many to transfer?"}})
    fields: Annotated[
        tuple[ReferralField, ...], Field(min_length=1, max_length=len(ReferralField)), AfterValidator(frozenset)
    ]
    words: FilledText


class AcceptanceIn(Body):
    """Who manages the case. With an id of your making, the same acceptance sent late does not undo its undoing."""

    model_config = ConfigDict(json_schema_extra={"example": {"case_manager": _STAFF, "acceptance_id": _ACCEPTANCE}})
    case_manager: UUID
    acceptance_id: UUID | None = None


class CaseManagerIn(Body):
    """Who manages the case from now on."""

    model_config = ConfigDict(json_schema_extra={"example": {"case_manager": _STAFF}})
    case_manager: UUID


class LeavingIn(Body):
    """The agreed slot: when, from where, to where, and who receives. To change one, say why; for `other`, in words."""

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
    reason: SlotReason | None = None
    why: FilledText | None = None


class DepartureIn(Body):
    """When the person left."""

    model_config = ConfigDict(json_schema_extra={"example": {"left_at": "2026-10-27T10:12:00Z"}})
    left_at: PastInstant


class ReturnToHospitalIn(Body):
    """Since when the person is back, and why the discharge failed. `recorded_by_mistake`: they had never left."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"back_at": "2026-10-27T16:40:00Z", "reason": "nobody_home", "words": "Key safe was empty."}
        }
    )
    back_at: PastInstant
    reason: ReturnReason | None = None
    words: FilledText | None = None


class ClosureIn(Body):
    """How the case ended. With an id of your making, the same closure sent late does not undo a reopening."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"outcome": "settled", "words": None, "closure_id": _CLOSURE}}
    )
    outcome: Outcome
    words: FilledText | None = None
    closure_id: UUID | None = None


class ReopeningIn(Body):
    """Why the case is taken up again. With an id of your making, sent late it does not undo a later closure."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"words": "Closed by mistake.", "reopening_id": _REOPENING}}
    )
    words: FilledText | None = None
    reopening_id: UUID | None = None
