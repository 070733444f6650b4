"""The stays of a case as they stand: only what a decision reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from app.domain.case.stay.events import StayEnded, StayStep
from app.domain.codes.service_lines import ServiceLine
from app.domain.delay.recorded import Delays
from app.domain.values import OrganisationId, ServiceId

S = TypeVar("S")
S_co = TypeVar("S_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Generic[S_co]):
    """A step, and when it happened."""

    step: S_co
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """In hospital meanwhile; `ended_by` is the first contact with which the stay went on."""

    since: datetime
    until: datetime | None = None
    ended_by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One stay in one service, booked by `offer_id`. `steps` are what was said of it and stands, as it was said.

    `closed_at` is when the case was closed before the stay had ended; `delays` what is recorded of why it lasts.
    """

    stay_id: UUID
    offer_id: UUID
    service_id: ServiceId
    organisation_id: OrganisationId
    line: ServiceLine
    review_days: tuple[int, ...]
    started_at: datetime
    review_daily: bool = False
    steps: tuple[Told[StayStep], ...] = ()
    pauses: tuple[Pause, ...] = ()
    closed_at: datetime | None = None
    delays: Delays = field(default_factory=Delays)

    def all_of(self, class_: type[S]) -> list[Told[S]]:
        """The steps of this kind."""
        return [Told(step=each.step, at=each.at) for each in self.steps if isinstance(each.step, class_)]

    def latest(self, class_: type[S]) -> Told[S] | None:
        """The step of this kind that was said last."""
        return next(reversed(self.all_of(class_)), None)

    @property
    def ended(self) -> Told[StayEnded] | None:
        """The discharge from service, if it was."""
        return self.latest(StayEnded)

    @property
    def paused_at(self) -> datetime | None:
        """Since when they are in hospital again."""
        return next((each.since for each in self.pauses if each.until is None), None)

    @property
    def left_bed_at(self) -> datetime | None:
        """When they left this service's care, be it for hospital; None while they are in it."""
        return self.ended.at if self.ended else self.paused_at or self.closed_at


Stays = Mapping[UUID, Stay]
"""By id, as they began."""


def open_stay(stays: Stays) -> Stay | None:
    """The stay that goes on: there is one at most."""
    return next((stay for stay in stays.values() if stay.ended is None), None)


def is_in_service(stays: Stays) -> bool:
    """Whether a stay goes on and waits for nobody: who was in hospital meanwhile is to be met again."""
    stay = open_stay(stays)
    return stay is not None and stay.paused_at is None


def is_over(stays: Stays, offer_id: UUID) -> bool:
    """Whether they were discharged from the service that this booked."""
    return any(stay.offer_id == offer_id and stay.ended for stay in stays.values())


def begun(stays: Stays, offer_id: UUID) -> bool:
    """Whether a stay has begun by this booking."""
    return any(stay.offer_id == offer_id for stay in stays.values())
