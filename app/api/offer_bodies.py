"""What a service answers to a request; each answer has an id made by who gives it, so that it may be sent again."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from app.api.assessment_bodies import LinkId
from app.api.request_bodies import ANSWER
from app.api.shapes import Body, Day, FilledText, Instant, ShortText
from app.domain.case.item_answers import ItemAnswer
from app.domain.case.requests.answering import Assessed

Units = Annotated[tuple[ShortText, ...], Field(max_length=20)]

_ASSESSMENT = "1b3d5f70-92a4-4c6e-8b0d-2f4a6c8e0b31"


class _Answer(Body):
    answer_id: UUID


class InterestIn(_Answer):
    """The service is interested and reads the detail; that is logged."""

    model_config = ConfigDict(json_schema_extra={"example": {"answer_id": ANSWER}})


class InPrincipleIn(_Answer):
    """The service would, and keeps these of its units until then; `over_count` beyond what it had declared."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"answer_id": ANSWER, "units": ["am"], "until": "2026-11-27T16:00:00Z"}}
    )
    units: Annotated[Units, Field(min_length=1)]
    until: Instant
    over_count: bool = False


class AssessmentIn(_Answer):
    """How the service knows what the person needs."""

    model_config = ConfigDict(json_schema_extra={"example": {"answer_id": ANSWER, "how": "trusted_assessment"}})
    how: Assessed


class ConfirmationIn(_Answer):
    """Yes: between when the person arrives. `units` and `how` where they were not said before."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "answer_id": ANSWER,
                "arrive_from": "2026-11-28T10:00:00Z",
                "arrive_to": "2026-11-28T12:00:00Z",
                "units": ["am"],
                "how": "trusted_assessment",
            }
        }
    )
    arrive_from: Instant
    arrive_to: Instant
    units: Units = ()
    how: Assessed | None = None
    over_count: bool = False
    spot: bool = False


class CounterIn(_Answer):
    """What the service could do instead: from which day, or in words."""

    model_config = ConfigDict(json_schema_extra={"example": {"answer_id": ANSWER, "start_on": "2026-11-30"}})
    start_on: Day | None = None
    words: FilledText | None = None


class QueryIn(_Answer):
    """What the service must know first, and about which items."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"answer_id": ANSWER, "words": "Which sling?", "items": ["function"]}}
    )
    words: FilledText
    items: Annotated[frozenset[ShortText], Field(max_length=50)] = frozenset()


class DeclineIn(_Answer):
    """Why the service cannot; *other* in words. *Cannot start by then* with its earliest day is a counter."""

    model_config = ConfigDict(json_schema_extra={"example": {"answer_id": ANSWER, "code": "D01"}})
    code: ShortText
    words: FilledText | None = None
    earliest: Day | None = None


class YesTakenBackIn(_Answer):
    """Why a yes is none any more, or why the start failed."""

    model_config = ConfigDict(json_schema_extra={"example": {"answer_id": ANSWER, "words": "Two carers are ill."}})
    words: FilledText


class OwnItemAnswerIn(_Answer):
    """What the service makes of one item; a query or a rejection needs words."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"answer_id": ANSWER, "assessment_id": _ASSESSMENT, "answer": "query", "words": "Why two?"}
        }
    )
    assessment_id: UUID
    answer: ItemAnswer
    words: FilledText | None = None


class OwnDifferenceIn(_Answer):
    """What was found otherwise once the person had come."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "answer_id": ANSWER,
                "assessment_id": _ASSESSMENT,
                "link_id": "moving.carers",
                "how": "Needs two to stand.",
            }
        }
    )
    assessment_id: UUID
    link_id: LinkId
    how: FilledText
