"""What the hub says while it finds a service: the package, whom to ask, what the person said, what is taken back."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from app.api.package_bodies import PackageIn
from app.api.shapes import Body, FilledText, Instant
from app.domain.case.requests.hub_side import EndBookingBecause
from app.domain.case.requests.person import SaidBy
from app.domain.case.requests.state import PersonSaid, Round

ANSWER = "5d3b1f9e-84c2-4a7d-9e60-1b2c3d4e5f60"
_SERVICE = "a2b4c6d8-1e3f-4a5b-8c7d-9e0f1a2b3c4d"


class PackageNeededIn(Body):
    """The package that services are asked for. `words` are for those who are shown the detail."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "package": {
                    "line": "reab",
                    "start_on": "2026-11-27",
                    "sector": "ZZ97 1",
                    "calls": [{"window": "morning", "carers": 2, "minutes": 45}],
                },
                "words": "Prefers to be up by nine.",
            }
        }
    )
    package: PackageIn
    words: FilledText | None = None


class RequestIn(Body):
    """Which services are asked, in their order, and how: all at once, or one after another.

    `words` say why the previous provider is not asked first, where one is known and the line has it so.
    """

    model_config = ConfigDict(json_schema_extra={"example": {"round": "broadcast", "services": [_SERVICE]}})
    round: Round
    services: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=100)]
    words: FilledText | None = None


class TakenBackIn(Body):
    """Why nobody is asked any more."""

    model_config = ConfigDict(json_schema_extra={"example": {"words": "She goes to her daughter."}})
    words: FilledText


class QueryAnswerIn(Body):
    """The hub's answer to what a service asked; `answer_id` is of your making."""

    model_config = ConfigDict(json_schema_extra={"example": {"answer_id": ANSWER, "words": "The blue sling."}})
    answer_id: UUID
    words: FilledText


class CounterTakenIn(Body):
    """What the service could do instead will do; `answer_id` is of your making."""

    model_config = ConfigDict(json_schema_extra={"example": {"answer_id": ANSWER}})
    answer_id: UUID


class PersonAnswerIn(Body):
    """What the person, or who speaks for them, says to a service found; anything but yes in their words."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"answer_id": ANSWER, "said": "agrees", "said_by": "person", "interim_explained": True}
        }
    )
    answer_id: UUID
    said: PersonSaid
    said_by: SaidBy
    interim_explained: bool = False
    words: FilledText | None = None


class StartIn(Body):
    """Between when the person arrives now, and why that changed; `answer_id` is of your making."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "answer_id": ANSWER,
                "arrive_from": "2026-11-28T10:00:00Z",
                "arrive_to": "2026-11-28T12:00:00Z",
                "words": "Medicines are not ready before.",
            }
        }
    )
    answer_id: UUID
    arrive_from: Instant
    arrive_to: Instant
    words: FilledText


class BookingEndIn(Body):
    """Which booking does not stand any more, and why; `answer_id` is of your making."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"answer_id": ANSWER, "offer_id": _SERVICE, "why": "cancelled", "words": "Unwell again."}
        }
    )
    answer_id: UUID
    offer_id: UUID
    why: EndBookingBecause
    words: FilledText
