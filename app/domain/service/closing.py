"""A service that takes nobody for a time, and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.service.command import ServiceCommand
from app.domain.service.state import Service
from app.domain.service.unlisted import require_listed


class ClosedFor(StrEnum):
    """Why a service takes nobody (decline codes D07 and D08)."""

    OUTBREAK = "outbreak"
    REGULATOR = "regulator"
    COUNCIL = "council"
    OWN_PAUSE = "own_pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceClosed:
    """It takes nobody; `until` is the local date on which it looks again, if it said one."""

    why: ClosedFor
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceReopened:
    """It takes people again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseService(ServiceCommand):
    """Say that the service takes nobody for now."""

    why: ClosedFor
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenService(ServiceCommand):
    """Say that the service takes people again."""


def close_service(command: CloseService, service: Service) -> list[ServiceClosed]:
    """The same closing again changes nothing; people who are there, or booked, stay so."""
    require_listed(service)
    closed = ServiceClosed(why=command.why, until=command.until)
    return [] if service.closed == closed else [closed]


def reopen_service(_command: ReopenService, service: Service) -> list[ServiceReopened]:
    """Open twice is open once."""
    require_listed(service)
    return [ServiceReopened()] if service.closed else []
