"""A service that takes nobody for a time, and why."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.local_time import local_date
from app.domain.rejections import Rejection
from app.domain.service.command import ServiceCommand
from app.domain.service.state import Service
from app.domain.service.unlisted import require_listed


class ClosedFor(StrEnum):
    """Why a service takes nobody (decline codes D07 and D08)."""

    OUTBREAK = "outbreak"
    REGULATOR = "regulator"
    COUNCIL = "council"
    OWN_PAUSE = "own_pause"


WORDS = {
    ClosedFor.OUTBREAK: "Outbreak",
    ClosedFor.REGULATOR: "Stopped by the regulator",
    ClosedFor.COUNCIL: "Stopped by the council",
    ClosedFor.OWN_PAUSE: "Its own pause",
}


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
    """The same closing again changes nothing, nor does one said before the latest; who is there or booked stays so."""
    require_listed(service)
    closed = ServiceClosed(why=command.why, until=command.until)
    if command.until and command.until < local_date(command.at):
        raise LooksAgainInThePast
    return [] if service.closed == closed or _is_overtaken(command, service) else [closed]


def reopen_service(command: ReopenService, service: Service) -> list[ServiceReopened]:
    """Open twice is open once."""
    require_listed(service)
    return [ServiceReopened()] if service.closed and not _is_overtaken(command, service) else []


def _is_overtaken(command: ServiceCommand, service: Service) -> bool:
    """Whether somebody said otherwise at a later time: then this is a repeat that comes late."""
    return service.door_at is not None and command.at < service.door_at


class LooksAgainInThePast(Rejection):
    """The day on which the service looks again is over. Name today or a later day, or none."""
