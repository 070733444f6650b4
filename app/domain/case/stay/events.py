"""What can be said of a stay. Each step names the stay, and the id by which it is known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias, get_args
from uuid import UUID

from app.domain.codes.extension_reasons import ExtensionReason
from app.domain.codes.functional_scores import Tool
from app.domain.codes.stay_outcomes import Destination, Found, StayOutcome
from app.domain.values import ServiceId, Words


class Remains(StrEnum):
    """The requirements to remain in a bed: the community's word for criteria to reside."""

    MEETS = "meets"
    NO_LONGER_MEETS = "no_longer_meets"


@dataclass(frozen=True, slots=True, kw_only=True)
class StayReviewed:
    """The service reviewed how it goes; `remains` is said of a bed alone."""

    step_id: UUID
    stay_id: UUID
    remains: Remains | None
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StayExtended:
    """It goes on until then, beyond the six weeks."""

    step_id: UUID
    stay_id: UUID
    until: date
    reason: ExtensionReason
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargingTold:
    """The person was told from when it is not free any more."""

    step_id: UUID
    stay_id: UUID
    charged_from: date
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExitPlanned:
    """When and where they leave the service, and what is needed for it."""

    step_id: UUID
    stay_id: UUID
    leave_on: date
    destination: Destination
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StayEnded:
    """Discharged from service. The scores are by the tool that is named, when they came and when they left."""

    step_id: UUID
    stay_id: UUID
    offer_id: UUID
    service_id: ServiceId
    outcome: StayOutcome
    destination: Destination
    tool: Tool | None
    score_in: int | None
    score_out: int | None
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp:
    """How they were some days after the end of the stay: 7, 30 or 91."""

    step_id: UUID
    stay_id: UUID
    day: int
    found: Found
    words: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTakenBack:
    """This step of the stay was said by mistake."""

    step_id: UUID
    stay_id: UUID
    words: Words
    undo_id: UUID


StayStep: TypeAlias = StayReviewed | StayExtended | ChargingTold | ExitPlanned | StayEnded | FollowedUp
StayEvent: TypeAlias = StayStep | StepTakenBack
STAY_EVENTS: tuple[type[StayEvent], ...] = get_args(StayEvent)
