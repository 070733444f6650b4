"""The package, the offers and the booking of a case as they stand: only what a decision reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from app.domain.package import Package
from app.domain.values import OrganisationId, ServiceId

if TYPE_CHECKING:  # it says how it is decided, and so reads the state itself
    from app.domain.case.requests.packaging import PackageDescribed


class Round(StrEnum):
    """How services are asked: at once, or one after another."""

    PREVIOUS_FIRST = "previous_first"
    BROADCAST = "broadcast"
    RANKED = "ranked"
    ROTATING = "rotating"

    @property
    def one_at_a_time(self) -> bool:
        """Whether the next is asked only when the one before cannot."""
        return self is not Round.BROADCAST


class OfferState(StrEnum):
    """What a service that was asked has said last; `NEXT` is asked when those before it cannot."""

    NEXT = "next"
    ASKED = "asked"
    QUERIED = "queried"
    COUNTERED = "countered"
    IN_PRINCIPLE = "in_principle"
    ASSESSED = "assessed"
    CONFIRMED = "confirmed"
    ENDED = "ended"


def offer_id_of(request_id: UUID, service: ServiceId) -> UUID:
    """A service is asked once in a request, so that the two together name the offer."""
    return uuid5(request_id, str(service))


OPEN = frozenset(OfferState) - {OfferState.CONFIRMED, OfferState.ENDED}
"""The states in which a service may still take the person, or be asked to."""


class EndedBecause(StrEnum):
    """Why an offer came to nothing."""

    DECLINED = "declined"
    TAKEN_BACK = "taken_back"
    NO_ANSWER = "no_answer"
    HOLD_RAN_OUT = "hold_ran_out"
    ANOTHER_CONFIRMED = "another_confirmed"
    WITHDRAWN = "withdrawn"
    PERSON_DECLINED = "person_declined"
    LEFT = "left"
    CASE_ENDED = "case_ended"
    CANCELLED = "cancelled"
    FAILED_START = "failed_start"
    RELEASED = "released"
    DISCHARGED = "discharged"


class PersonSaid(StrEnum):
    """What the person, or who speaks for them, said to a service found."""

    AGREES = "agrees"
    WANTS_OTHER = "wants_other"
    DECLINES = "declines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One service asked for one request. `spot` says that the place is bought for this one booking.

    `read` are the assessments that the service has read, each with the number of its version.
    """

    request_id: UUID
    service_id: ServiceId
    organisation_id: OrganisationId
    state: OfferState
    expires_at: datetime | None = None
    units: tuple[str, ...] = ()
    hold_until: datetime | None = None
    arrive_from: datetime | None = None
    arrive_to: datetime | None = None
    opened: bool = False
    read: frozenset[tuple[UUID, int]] = frozenset()
    assessed: bool = False
    spot: bool = False
    person_said: PersonSaid | None = None
    ended: EndedBecause | None = None

    @property
    def is_open(self) -> bool:
        """Whether this service may still take the person."""
        return self.state in OPEN

    @property
    def is_asked(self) -> bool:
        """Whether it is this service's turn to answer, and it still may take the person."""
        return self.is_open and self.state is not OfferState.NEXT

    @property
    def shows_detail(self) -> bool:
        """Whether the service may read what the ward, the hub and the assessor say of the person's needs."""
        return self.state is OfferState.CONFIRMED or (self.opened and self.is_open)

    @property
    def holds(self) -> bool:
        """Whether a place is kept there in the offer's name."""
        return bool(self.units) and self.state is not OfferState.ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """`offers` are by id, in the order in which they are asked; `sent` are the requests, each with its package.

    `booking` is the offer confirmed last; `answered` are the ids of what was said, by services, hub and person.
    `at_death` are the offers that a death ended, as they stood.
    """

    described: "PackageDescribed | None" = None
    sent: Mapping[UUID, Package] = field(default_factory=dict)
    offers: Mapping[UUID, Offer] = field(default_factory=dict)
    booking: UUID | None = None
    answered: frozenset[UUID] = frozenset()
    at_death: Mapping[UUID, Offer] = field(default_factory=dict)

    @property
    def package(self) -> Package | None:
        """The package that is needed, once it is said."""
        return self.described.package if self.described else None

    @property
    def confirmed(self) -> tuple[UUID, ...]:
        """The offers that hold, as they were confirmed: by a step-down there are several."""
        return tuple(key for key, offer in self.offers.items() if offer.state is OfferState.CONFIRMED)

    @property
    def open(self) -> tuple[UUID, ...]:
        """The offers that may still be confirmed."""
        return tuple(key for key, offer in self.offers.items() if offer.is_open)
