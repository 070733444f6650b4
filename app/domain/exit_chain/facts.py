"""Who waits for a service, and who is expected to leave one. Days are local dates."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from app.domain.local_time import LOCAL, local_date
from app.domain.package import Package
from app.domain.values import CaseId, ServiceId

LEAVES_BY = time(12)
"""By when whoever leaves a service on a day has left, local time. Local default: *leaves by noon*."""

AHEAD = timedelta(days=42)
"""How far ahead anybody's leaving is counted on: no longer than a stay itself lasts."""


def leaves_at(day: date) -> datetime:
    """The instant by which somebody has left who leaves on this day."""
    return datetime.combine(day, LEAVES_BY, LOCAL).astimezone(UTC)


def can_be_had_on(at: datetime) -> date:
    """From which day a place can be had that comes free then: that day if it is by noon, else the next."""
    day = local_date(at)
    return day if at <= leaves_at(day) else day + timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class InStay:
    """The place that somebody has in a service now; `units` are empty where it takes nothing from the count."""

    stay_id: UUID
    service_id: ServiceId
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """Somebody is expected to leave their place then: their exit is planned, or their next service has agreed.

    `until` is the end of the time agreed there; None where a day alone is planned.
    """

    case_id: CaseId
    place: InStay
    at: datetime
    until: datetime | None = None

    def has_passed(self, now: datetime) -> bool:
        """Whether they are late, so that nobody knows when they leave: the time agreed is over, else the day."""
        return self.until < now if self.until else local_date(self.at) < local_date(now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A service said yes in principle, and keeps this for the person until then."""

    service_id: ServiceId
    units: tuple[str, ...]
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Somebody for whom a service is sought.

    They could leave from `earliest` on, and are ready since `ready_at`. `leave_at` is the agreed slot. `asked` are the
    services that may still answer, `refused` those that said no or to which the person did. `place` is what they have
    in a service now, which they free by going.
    """

    case_id: CaseId
    package: Package
    earliest: date
    ready_at: datetime | None = None
    leave_at: datetime | None = None
    asked: frozenset[ServiceId] = frozenset()
    refused: frozenset[ServiceId] = frozenset()
    held: tuple[Held, ...] = ()
    place: InStay | None = None
