"""A service as it stands: only what a decision reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain.service.days_off import NO_DAYS_OFF, DaysOff
from app.domain.service.units import Unit

if TYPE_CHECKING:  # these say how they are decided, and so read the state themselves
    from app.domain.service.closing import ServiceClosed
    from app.domain.service.describing import ServiceDescribed
    from app.domain.service.listing import ServiceListed


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What is kept for one person: one of each unit in `units` (a unit named twice is two of it).

    Held until `until`, or, once `starts_at` is set, taken from then on. A `spot` place was bought beyond what is
    commissioned, so it takes nothing from the count.
    """

    units: tuple[str, ...]
    until: datetime | None = None
    starts_at: datetime | None = None
    spot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The listing and description that stand, the capacity as last declared, and what is kept beyond it.

    `places` are by the id of their hold; `counted` are those whose people are in the counts by now, `ended` those given
    up: a repeat that comes late is known by them. `confirmed_at` is when the counts were last said to be right,
    `declared` is every count by when it was made, and `door_at` is when it last closed or opened again.
    `off` is no part of its stream: what bank holidays do to it, put beside it by who reads its days.
    """

    listed: "ServiceListed | None" = None
    described: "ServiceDescribed | None" = None
    closed: "ServiceClosed | None" = None
    units: tuple[Unit, ...] = ()
    confirmed_at: datetime | None = None
    places: Mapping[UUID, Place] = field(default_factory=dict)
    counted: Mapping[UUID, Place] = field(default_factory=dict)
    ended: Mapping[UUID, Place] = field(default_factory=dict)
    declared: Mapping[datetime, tuple[Unit, ...]] = field(default_factory=dict)
    door_at: datetime | None = None
    off: DaysOff = NO_DAYS_OFF

    def unit(self, key: str) -> Unit | None:
        """The unit of this name, if the service has one."""
        return next((unit for unit in self.units if unit.key == key), None)
