"""What a service can and cannot take: where it goes, what it is registered for, when it admits."""

from dataclasses import dataclass, fields
from datetime import time

from app.domain.codes.skills import Skill
from app.domain.codes.weekdays import Weekday
from app.domain.service.command import ServiceCommand
from app.domain.service.state import Service
from app.domain.service.unlisted import require_listed


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDescribed:
    """What the service says of itself.

    `sectors` are the postcode sectors or districts of its patch (none: anywhere); `skills` what it can do beyond
    personal care; `admits_on` (none: as its line has it) and `latest_arrival` (local time; None: as its line has it)
    when somebody may come; `phone` where to ring it; `needs_to_accept` the items of an assessment that it must have
    (None: those of its line); `confirm_within_hours` is the age beyond which its counts are unconfirmed (None: as its
    line has it).
    """

    sectors: frozenset[str] = frozenset()
    skills: frozenset[Skill] = frozenset()
    admits_on: frozenset[Weekday] = frozenset()
    latest_arrival: time | None = None
    phone: str | None = None
    needs_to_accept: frozenset[str] | None = None
    confirm_within_hours: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribeService(ServiceCommand):
    """Say what the service can and cannot take."""

    sectors: frozenset[str] = frozenset()
    skills: frozenset[Skill] = frozenset()
    admits_on: frozenset[Weekday] = frozenset()
    latest_arrival: time | None = None
    phone: str | None = None
    needs_to_accept: frozenset[str] | None = None
    confirm_within_hours: int | None = None


def describe_service(command: DescribeService, service: Service) -> list[ServiceDescribed]:
    """The same again changes nothing."""
    require_listed(service)
    described = ServiceDescribed(**{field.name: getattr(command, field.name) for field in fields(ServiceDescribed)})
    return [] if service.described == described else [described]
