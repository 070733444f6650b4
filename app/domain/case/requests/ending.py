"""An offer that came to nothing, or a booking that did not hold: what was kept in its name is free again."""

from dataclasses import dataclass
from uuid import UUID

from app.domain.case.requests.state import EndedBecause, Requests
from app.domain.values import ServiceId, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferEnded:
    """It came to nothing. `code` is the decline code; `held` says that a place was kept there in its name."""

    offer_id: UUID
    service_id: ServiceId
    why: EndedBecause
    held: bool
    code: str | None = None
    words: Words | None = None
    answer_id: UUID | None = None


def ended(
    requests: Requests,
    offer_id: UUID,
    why: EndedBecause,
    *,
    code: str | None = None,
    words: Words | None = None,
    answer_id: UUID | None = None,
) -> OfferEnded:
    """The end of this offer as it stands."""
    offer = requests.offers[offer_id]
    return OfferEnded(
        offer_id=offer_id,
        service_id=offer.service_id,
        why=why,
        held=offer.holds,
        code=code,
        words=words,
        answer_id=answer_id,
    )


def all_ended(requests: Requests, why: EndedBecause, *, but: UUID | None = None) -> list[OfferEnded]:
    """The end of every offer that is open, except one."""
    return [ended(requests, key, why) for key in requests.open if key != but]
