"""A death that was none: the offers it had ended stand again as they stood, or are said to be lost (DOMAIN rule 10).

The booking of a stay that goes on is never lost: the service has the person, and counts them, whatever is free.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from app.domain.case.arriving.booking import bookings_held
from app.domain.case.closing import CaseClosed
from app.domain.case.facts import CaseFacts
from app.domain.case.outcome import Outcome
from app.domain.case.requests.state import Offer, OfferState
from app.domain.case.state import Away, Case, Ended
from app.domain.case.stay.state import begun
from app.domain.codes.stay_outcomes import StayOutcome
from app.domain.replacing import replace
from app.domain.service.keeping_again import has_room
from app.domain.values import ServiceId


class LostBecause(StrEnum):
    """Why what a death ended cannot be given back."""

    PLACE_GONE = "place_gone"
    TIME_PASSED = "time_passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenBack:
    """An offer as it stands again, and what is kept in its name."""

    offer_id: UUID
    service_id: ServiceId
    state: OfferState
    units: tuple[str, ...]
    hold_until: datetime | None
    arrive_from: datetime | None
    spot: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """An offer that stays ended; `was` is how it stood."""

    offer_id: UUID
    service_id: ServiceId
    was: OfferState
    why: LostBecause


@dataclass(frozen=True, slots=True, kw_only=True)
class OffersGivenBack:
    """What ended these was said by mistake: these stand again, those do not."""

    given_back: tuple[GivenBack, ...]
    lost: tuple[Lost, ...]


def ended_by_death(event: CaseClosed, case: Case) -> Mapping[UUID, Offer]:
    """The offers that this closing ends, as they stand, where it is a death."""
    if event.outcome is not Outcome.DIED:
        return {}
    held = bookings_held(case.requests, case.stays)
    return {key: offer for key, offer in case.requests.offers.items() if offer.is_open or key in held}


def given_back(case: Case, facts: CaseFacts, at: datetime) -> list[OffersGivenBack]:
    """What can stand again, and what not. Whoever was to be asked next is, while one before may still answer."""
    ended = case.requests.at_death
    if not ended:
        return []
    over = (stay for stay in case.stays.values() if stay.ended and stay.ended.step.outcome is not StayOutcome.DIED)
    used = {stay.offer_id for stay in over}
    full = {key for key, offer in ended.items() if not _has_place(offer, facts, at)}
    stayed_in = {key for key in ended if begun(case.stays, key)}
    why = {
        key: None if key in stayed_in else _why_lost(offer, case, at, full=key in full) for key, offer in ended.items()
    }
    waits = {
        offer.request_id for key, offer in ended.items() if why[key] is None and offer.state is not OfferState.NEXT
    }
    for key, offer in ended.items():
        if offer.state is OfferState.NEXT and offer.request_id not in waits:
            why[key] = LostBecause.TIME_PASSED
    no_place = used | (stayed_in & full)
    back = tuple(
        stands_without_place(key, offer) if key in no_place else _back(key, offer)
        for key, offer in ended.items()
        if why[key] is None
    )
    lost = (
        Lost(offer_id=key, service_id=ended[key].service_id, was=ended[key].state, why=each)
        for key, each in why.items()
        if each
    )
    return [OffersGivenBack(given_back=back, lost=tuple(lost))]


def stands_without_place(key: UUID, offer: Offer) -> GivenBack:
    """A booking by which they are, or were, in a service: what is free there is the service's to count."""
    return replace(_back(key, replace(offer, state=OfferState.CONFIRMED)), units=())


def _why_lost(offer: Offer, case: Case, at: datetime, *, full: bool) -> LostBecause | None:
    if _has_passed(offer, case, at):
        return LostBecause.TIME_PASSED
    return LostBecause.PLACE_GONE if full else None


def _has_place(offer: Offer, facts: CaseFacts, at: datetime) -> bool:
    service = facts.services.get(offer.service_id)
    room = service is not None and has_room(service, offer.units, at)
    return not offer.holds or offer.spot or room


def _has_passed(offer: Offer, case: Case, at: datetime) -> bool:
    """The time to answer, the hold, or the agreed arrival of somebody who has not left."""
    match offer.state:
        case OfferState.ASKED:
            ends = offer.expires_at
        case OfferState.CONFIRMED:
            had_left = isinstance(case.stage, Ended) and isinstance(case.stage.before, Away)
            ends = None if had_left else offer.arrive_to
        case _:
            ends = offer.hold_until
    return ends is not None and ends <= at


def _back(key: UUID, offer: Offer) -> GivenBack:
    return GivenBack(
        offer_id=key,
        service_id=offer.service_id,
        state=offer.state,
        units=offer.units,
        hold_until=offer.hold_until,
        arrive_from=offer.arrive_from if offer.state is OfferState.CONFIRMED else None,
        spot=offer.spot,
    )
