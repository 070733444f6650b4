"""A place that was given up is kept again, under the id that it had: the news that had freed it was wrong."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.rejections import NotKnown
from app.domain.service.command import ServiceCommand
from app.domain.service.counting import free_units
from app.domain.service.holding import CapacityGone, HoldingEvent, PlaceHeld, PlaceTaken
from app.domain.service.state import Service
from app.domain.values import CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPlaceAgain(ServiceCommand):
    """Keep the place as it was kept: held until then, or from `starts_at` on the person's."""

    hold_id: UUID
    case_id: CaseId
    units: tuple[str, ...]
    until: datetime | None
    starts_at: datetime | None
    spot: bool


def keep_place_again(command: KeepPlaceAgain, service: Service) -> list[HoldingEvent]:
    """Only what was given up, and is still free; a spot place takes nothing from the count."""
    if command.hold_id in service.places or command.hold_id in service.counted:
        return []
    if command.hold_id not in service.ended:
        raise NotKnown(what="hold")
    if not command.spot and not has_room(service, command.units, command.at):
        raise CapacityGone
    if command.starts_at:
        taken = PlaceTaken(
            hold_id=command.hold_id,
            case_id=command.case_id,
            units=command.units,
            starts_at=command.starts_at,
            over_count=False,
            spot=command.spot,
        )
        return [taken]
    if command.until is None:
        return []
    held = PlaceHeld(
        hold_id=command.hold_id, case_id=command.case_id, units=command.units, until=command.until, over_count=False
    )
    return [held]


def has_room(service: Service, units: Sequence[str], at: datetime) -> bool:
    """Whether the service has all of these free at once."""
    free = free_units(service, at)
    return all(free.get(key, 0) >= wanted for key, wanted in Counter(units).items())
