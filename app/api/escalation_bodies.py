"""What is said of an escalation, each with an id made by who says it."""

from uuid import UUID

from pydantic import ConfigDict

from app.api.shapes import Body, FilledText, ShortText
from app.domain.escalation import BY_HAND
from app.domain.ladder import Level
from app.domain.practice.escalation import Ladders

_ID = "b2d4f6a8-1c3e-4a5b-8d7f-2e4a6c8b0d13"


class EscalationIn(Body):
    """A problem of a case, on whose ladder and at which level it is raised. `trigger`: of the policy, if one fits."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "level": "L2",
                "ladder": "ward",
                "words": "The ward has not rung back since yesterday.",
                "trigger": BY_HAND,
            }
        }
    )
    level: Level
    ladder: Ladders
    words: FilledText
    trigger: ShortText = BY_HAND


class AcknowledgementIn(Body):
    """Somebody has taken it on."""

    model_config = ConfigDict(json_schema_extra={"example": {"acknowledgement_id": _ID}})
    acknowledgement_id: UUID


class ActionIn(Body):
    """What was done about it."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"action_id": _ID, "words": "Rang the matron: the ward rings the family today."}}
    )
    action_id: UUID
    words: FilledText


class EndingIn(Body):
    """How what a person raised was settled."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"ending_id": _ID, "words": "The ward rang back; the family agrees."}}
    )
    ending_id: UUID
    words: FilledText
