"""A service after one more event."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import assert_never
from uuid import UUID

from app.domain.decider import Recorded
from app.domain.service.capacity import CapacityDeclared, CapacityUnchanged
from app.domain.service.closing import ServiceClosed, ServiceReopened
from app.domain.service.deciding import ServiceEvent
from app.domain.service.describing import ServiceDescribed
from app.domain.service.holding import PlaceGivenUp, PlaceHeld, PlaceTaken
from app.domain.service.listing import ServiceListed
from app.domain.service.state import Place, Service


def evolve(service: Service, recorded: Recorded[ServiceEvent]) -> Service:
    """The service after one more event; never refuses."""
    match recorded.event:
        case ServiceListed() as event:
            return replace(service, listed=event)
        case ServiceDescribed() as event:
            return replace(service, described=event)
        case ServiceClosed() as event:
            return replace(service, closed=event, door_at=recorded.at)
        case ServiceReopened():
            return replace(service, closed=None, door_at=recorded.at)
        case CapacityDeclared(units=units):
            declared = {**service.declared, recorded.at: units}
            return replace(_counted(service, recorded.at), units=units, confirmed_at=recorded.at, declared=declared)
        case CapacityUnchanged():
            return replace(_counted(_arrived(service, recorded.at), recorded.at), confirmed_at=recorded.at)
        case PlaceHeld() as event:
            return _keeping(service, event.hold_id, Place(units=event.units, until=event.until))
        case PlaceTaken() as event:
            held = service.places.get(event.hold_id)
            until, starts_at = held.until if held else None, event.starts_at
            taken = Place(units=event.units, until=until, starts_at=starts_at, spot=event.spot)
            return _keeping(service, event.hold_id, taken)
        case PlaceGivenUp(hold_id=hold):
            return _giving_up(service, hold)
        case _:
            assert_never(recorded.event)


def _keeping(service: Service, hold: UUID, place: Place) -> Service:
    """Who was counted as there, and is to come later after all, is kept beside the count again.

    So is what was given up for news that was wrong.
    """
    counted, ended = _without(service.counted, hold), _without(service.ended, hold)
    return replace(service, places={**service.places, hold: place}, counted=counted, ended=ended)


def _giving_up(service: Service, hold: UUID) -> Service:
    ended = service.places.get(hold) or service.counted.get(hold) or Place(units=())
    return replace(
        service,
        places=_without(service.places, hold),
        counted=_without(service.counted, hold),
        ended={**service.ended, hold: ended},
    )


def _without(places: Mapping[UUID, Place], hold: UUID) -> Mapping[UUID, Place]:
    return {key: place for key, place in places.items() if key != hold} if hold in places else places


def _has_come(place: Place, at: datetime) -> bool:
    return place.starts_at is not None and place.starts_at <= at


def _arrived(service: Service, at: datetime) -> Service:
    """Nothing changed: who has come since the last count is there now, as the service's own count would say."""
    there = [place for place in service.places.values() if _has_come(place, at) and not place.spot]
    come = Counter(key for place in there for key in place.units)
    units = tuple(replace(unit, occupied=unit.occupied + come[unit.key]) for unit in service.units)
    return replace(service, units=units)


def _counted(service: Service, at: datetime) -> Service:
    """Who has come by the time of a count is in its *occupied*, and is no longer kept beside it."""
    come = {key: place for key, place in service.places.items() if _has_come(place, at)}
    still = {key: place for key, place in service.places.items() if key not in come}
    return replace(service, places=still, counted={**service.counted, **come})
