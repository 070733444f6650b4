"""What is said of a stay; the id in the path is made by who says it."""

from typing import Annotated

from pydantic import ConfigDict, Field

from app.api.shapes import Body, Day, FilledText, PastInstant
from app.domain.case.stay.events import Remains
from app.domain.codes.extension_reasons import ExtensionReason
from app.domain.codes.functional_scores import Tool
from app.domain.codes.stay_outcomes import Destination, Found, StayOutcome

Score = Annotated[int, Field(ge=0, le=1_000)]


class StayReviewIn(Body):
    """How it goes; of a bed also whether the person meets the requirements to remain."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"at": "2026-11-03T10:00:00Z", "remains": "meets", "words": "Walks to the gate with a frame."}
        }
    )
    at: PastInstant
    remains: Remains | None = None
    words: FilledText


class ExtensionIn(Body):
    """Until when it goes on, and why; *other* in words."""

    model_config = ConfigDict(json_schema_extra={"example": {"until": "2026-12-18", "reason": "goals_in_reach"}})
    until: Day
    reason: ExtensionReason
    words: FilledText | None = None


class ChargingIn(Body):
    """When the person was told, and from when it is not free any more."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"at": "2026-11-03T10:00:00Z", "charged_from": "2026-12-08"}}
    )
    at: PastInstant
    charged_from: Day
    words: FilledText | None = None


class ExitPlanIn(Body):
    """When and where they leave the service, and what that needs."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "leave_on": "2026-12-04",
                "destination": "home_long_term",
                "words": "Two calls a day, start agreed with the council.",
            }
        }
    )
    leave_on: Day
    destination: Destination
    words: FilledText


class ServiceDischargeIn(Body):
    """What became of them, where they went, and their function when they came and left, by the tool named."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "at": "2026-11-03T14:00:00Z",
                "outcome": "lower",
                "destination": "home_long_term",
                "tool": "barthel",
                "score_in": 9,
                "score_out": 16,
            }
        }
    )
    at: PastInstant
    outcome: StayOutcome
    destination: Destination
    tool: Tool | None = None
    score_in: Score | None = None
    score_out: Score | None = None
    words: FilledText | None = None


class FollowUpIn(Body):
    """How they were found 7, 30 or 91 days after they left the service."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"at": "2026-11-10T09:30:00Z", "day": 7, "found": "at_home"}}
    )
    at: PastInstant
    day: Annotated[int, Field(ge=1, le=365)]
    found: Found
    words: FilledText | None = None


class StepBackIn(Body):
    """Why the step is taken back; `undo_id` is in the path."""

    model_config = ConfigDict(json_schema_extra={"example": {"words": "Written for the wrong person."}})
    words: FilledText
