"""Keeping a place for one person: held for a time, then taken at confirmation, or given up.

One turn at a time decides on a service, so of two who race for the last place exactly one has it (DOMAIN rule 7).
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.rejections import NotKnown, Rejection
from app.domain.service.command import ServiceCommand
from app.domain.service.counting import free, keeps
from app.domain.service.state import Place, Service
from app.domain.service.unlisted import require_listed
from app.domain.values import CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHeld:
    """A place is kept until then. `over_count`: the service said yes beyond what it had declared."""

    hold_id: UUID
    case_id: CaseId
    units: tuple[str, ...]
    until: datetime
    over_count: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceTaken:
    """The place is the person's from then on. `spot`: bought for this one booking, beyond what is commissioned."""

    hold_id: UUID
    case_id: CaseId
    units: tuple[str, ...]
    starts_at: datetime
    over_count: bool = False
    spot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGivenUp:
    """The place is free again."""

    hold_id: UUID


HoldingEvent = PlaceHeld | PlaceTaken | PlaceGivenUp


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldPlace(ServiceCommand):
    """Keep a place until then; longer, if it is held already. A unit named twice is two of it."""

    hold_id: UUID
    case_id: CaseId
    units: tuple[str, ...]
    until: datetime
    over_count: bool = False
    contingency: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakePlace(ServiceCommand):
    """Make the place the person's, held before or not; or let it start at another time (`moves`)."""

    hold_id: UUID
    case_id: CaseId
    units: tuple[str, ...]
    starts_at: datetime
    over_count: bool = False
    contingency: bool = False
    spot: bool = False
    moves: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveUpPlace(ServiceCommand):
    """Let the place be free again."""

    hold_id: UUID


def hold_place(command: HoldPlace, service: Service) -> list[HoldingEvent]:
    """A place that is to be had is held; a repeat never shortens a hold, nor takes up one that was given up."""
    require_listed(service)
    known = _known(command.hold_id, service)
    if known and known.units == command.units and known.until and known.until >= command.until:
        return []
    if command.hold_id in service.ended:
        raise HoldGivenUp
    if known and known.starts_at:
        raise AlreadyTaken
    _require_free(command, service)
    return [
        PlaceHeld(
            hold_id=command.hold_id,
            case_id=command.case_id,
            units=command.units,
            until=command.until,
            over_count=command.over_count,
        )
    ]


def take_place(command: TakePlace, service: Service) -> list[HoldingEvent]:
    """What is held is taken as it is; what ran out, or was never held, only while it is free.

    A booking may stand whose place was given up: of a discharge taken back. The service counts them itself, so that
    with its start nothing moves here.
    """
    require_listed(service)
    known = _known(command.hold_id, service)
    if known and (known.units, known.starts_at) == (command.units, command.starts_at):
        return []
    if command.hold_id in service.ended:
        if command.moves:
            return []
        raise HoldGivenUp
    if not command.spot:
        _require_free(command, service)
    return [
        PlaceTaken(
            hold_id=command.hold_id,
            case_id=command.case_id,
            units=command.units,
            starts_at=command.starts_at,
            over_count=command.over_count,
            spot=command.spot,
        )
    ]


def give_up_place(command: GiveUpPlace, service: Service) -> list[HoldingEvent]:
    """Given up twice is given up once. Who was counted as there is in the count until the service counts again."""
    if command.hold_id in service.ended:
        return []
    if _known(command.hold_id, service) is None:
        raise NotKnown(what="hold")
    return [PlaceGivenUp(hold_id=command.hold_id)]


def _require_free(command: HoldPlace | TakePlace, service: Service) -> None:
    """The person's own hold counts for them; a service's own yes beats its count (DOMAIN rule 7)."""
    own = _known(command.hold_id, service)
    own_units = own.units if own and keeps(own, command.at) else ()
    if not command.units and not command.over_count:
        raise CapacityGone
    for key, more in (Counter(command.units) - Counter(own_units)).items():
        unit = service.unit(key)
        if unit is None:
            raise UnitNotThere(unit=key)
        if free(service, unit, command.at, contingency=command.contingency) < more and not command.over_count:
            if own and not own_units:
                raise HoldExpired(unit=key)
            raise CapacityGone(unit=key)


def _known(hold: UUID, service: Service) -> Place | None:
    """What was kept under this id, be it counted as there or given up by now."""
    return service.places.get(hold) or service.counted.get(hold) or service.ended.get(hold)


class UnitNotThere(Rejection):
    """This service no longer counts a bed, run or place of this name. Look again at what it has now."""


class CapacityGone(Rejection):
    """This place has gone to somebody else, or the service has no more of it. Look again at what is free now."""


class HoldExpired(Rejection):
    """The hold on this place ran out, and the place is gone since. Ask the service again, or another one."""


class HoldGivenUp(Rejection):
    """This place was given up, so it cannot be confirmed any more. Ask the service again."""


class AlreadyTaken(Rejection):
    """This place is confirmed already, so there is nothing to hold. Change its start instead, or give it up."""
