"""The service sought for a case, or found: the eighth field of its card, and the column that follows from it."""

from collections import Counter
from datetime import datetime
from typing import Any

from app.domain.case.requests.state import EndedBecause, Offer, OfferState, Requests

_NO = {
    *(EndedBecause.DECLINED, EndedBecause.TAKEN_BACK, EndedBecause.RELEASED),
    *(EndedBecause.NO_ANSWER, EndedBecause.HOLD_RAN_OUT, EndedBecause.PERSON_DECLINED),
}


def service_sought(requests: Requests, stage: str) -> dict[str, Any]:
    """What the card says of it. `asked` counts the offers of the requests that are out, by what was said to them."""
    booked = requests.offers[requests.booking] if requests.booking else None
    return {
        "stage": _stage(stage, requests),
        "service_id": booked.service_id if booked else None,
        "start_from": booked.arrive_from if booked else None,
        "start_to": booked.arrive_to if booked else None,
        "asked": None if booked or not requests.open else dict(_counted(requests)),
        "answer_by": None if booked else _first_expiry(requests),
    }


def _stage(stage: str, requests: Requests) -> str:
    """The columns that follow from requests lie between planning and leaving."""
    if stage != "planning":
        return stage
    if requests.booking:
        return "start_agreed"
    return "finding_a_service" if requests.open else stage


def _counted(requests: Requests) -> Counter[str]:
    out = {requests.offers[key].request_id for key in requests.open}
    of_requests = [offer for offer in requests.offers.values() if offer.request_id in out]
    return Counter(word for offer in of_requests if (word := _word(offer)))


def _word(offer: Offer) -> str | None:
    """What is counted: each state by its own name, every kind of no as one; who was not asked yet is not counted."""
    if offer.state is OfferState.ENDED:
        return "no" if offer.ended in _NO else None
    return None if offer.state is OfferState.NEXT else offer.state.value


def _first_expiry(requests: Requests) -> datetime | None:
    waits = [requests.offers[key] for key in requests.open if requests.offers[key].state is OfferState.ASKED]
    return min((offer.expires_at for offer in waits if offer.expires_at), default=None)
