"""What is sent about an assessment; the fields are named as those of its command."""

import json
from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field

from app.api.shapes import Body, FilledText, Instant, ShortText, storable
from app.domain.case.item_answers import ItemAnswer
from app.domain.codes.assessors import SeenWhere

MOST_ANSWERED = 600
"""Questions in one form; ours have fewer than 200."""

_SIGNING = "5d1c7a90-8e3b-4c6f-9a21-0b7d4e6f8c13"
_SERVICE = "9e2b4c6d-1f3a-4b5c-8d7e-6a9f0c2e4b15"


_Json = TypeVar("_Json")


def can_be_kept(answers: _Json) -> _Json:
    """The answers, if the log can hold them; what the form makes of them is said by the rules. Raises ValueError."""
    try:
        text = json.dumps(answers, allow_nan=False, ensure_ascii=False)
    except (ValueError, RecursionError) as error:
        raise ValueError("An answer is no number, or is nested too deep. Check the answers.") from error
    storable(text.replace("\\u0000", "\x00"))
    return answers


LinkId = Annotated[ShortText, Field(max_length=100)]
Answers = Annotated[dict[LinkId, list[Any]], Field(max_length=MOST_ANSWERED), AfterValidator(can_be_kept)]
"""A list of values by linkId; by the linkId of a group that repeats a list of rows, which are answers again."""


class SigningIn(Body):
    """An assessment to sign, or its next version. `signing_id` is of your making: sent late, it signs nothing again."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "signing_id": _SIGNING,
                "form": "trusted-assessment",
                "form_version": "1",
                "answers": {
                    "agreement.agrees": ["agrees"],
                    "agreement.capacity": ["no_doubt"],
                    "health.reason": ["Fell at home and broke a hip."],
                    "moving.carers": [1],
                    "medicines.help": ["prompt"],
                    "signing.declared": [True],
                    "signing.copy": ["given"],
                },
                "competency": "occupational_therapist",
                "agreement": "home_care",
                "employer": "Northmoor Hospitals",
                "seen_at": "2026-11-20T10:00:00Z",
                "seen_where": "on_ward",
                "seen_with": "Her daughter",
            }
        }
    )
    signing_id: UUID
    form: ShortText
    form_version: ShortText
    answers: Answers
    competency: ShortText
    agreement: ShortText
    employer: ShortText
    seen_at: Instant
    seen_where: SeenWhere
    seen_with: ShortText | None = None


class StillTrueIn(Body):
    """That the assessment still holds, and what one adds to that."""

    model_config = ConfigDict(json_schema_extra={"example": {"words": "Seen again this morning, no change."}})
    words: FilledText | None = None


class ItemAnswerIn(Body):
    """What a service says of one item; a query or a rejection needs words."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"service_id": _SERVICE, "answer": "query", "words": "Why two people at night?"}}
    )
    service_id: UUID
    answer: ItemAnswer
    words: FilledText | None = None


class ReplyIn(Body):
    """The answer to what a service queried or rejected."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"service_id": _SERVICE, "words": "She is turned at two and at five."}}
    )
    service_id: UUID
    words: FilledText


class DifferenceIn(Body):
    """What was found otherwise on arrival, and by which service."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"link_id": "moving.carers", "how": "Needs two to stand.", "service_id": _SERVICE}
        }
    )
    link_id: LinkId
    how: FilledText
    service_id: UUID | None = None


class AssessmentDraftIn(Body):
    """What is filled in by now of the assessment that `assessment_id` will be. It need not be whole, nor right."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "assessment_id": "1b3d5f70-92a4-4c6e-8b0d-2f4a6c8e0b31",
                "form": "trusted-assessment",
                "form_version": "1",
                "answers": {"health.reason": ["Fell at"]},
                "particulars": {"agreement": "home_care"},
            }
        }
    )
    assessment_id: UUID
    form: ShortText
    form_version: ShortText
    answers: Answers
    particulars: Annotated[dict[ShortText, ShortText], Field(max_length=10)] = Field(default_factory=dict)
