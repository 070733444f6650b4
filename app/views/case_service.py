"""The service sought for a case, or found: the eighth field of its card, and the column that follows from it."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from app.domain.case import Case
from app.domain.case.requests.standing import standing
from app.domain.case.requests.state import EndedBecause, Offer, OfferState

_NO = {
    *(EndedBecause.DECLINED, EndedBecause.TAKEN_BACK, EndedBecause.RELEASED),
    *(EndedBecause.NO_ANSWER, EndedBecause.HOLD_RAN_OUT, EndedBecause.PERSON_DECLINED),
}


def service_sought(case: Case, stage: str) -> dict[str, Any]:
    """What the card says of it. `asked` counts the offers of the requests that are out, by what was said to them.

    What was asked for a package that was given up is none of it.
    """
    requests, sought = case.requests, standing(case.requests, case.stays)
    out = [offer for offer in sought.values() if offer.is_open]
    booked = requests.offers[requests.booking] if requests.booking else None
    return {
        "stage": _stage(stage, booked=booked is not None, out=bool(out)),
        "service_id": booked.service_id if booked else None,
        "start_from": booked.arrive_from if booked else None,
        "start_to": booked.arrive_to if booked else None,
        "asked": None if booked or not out else dict(_counted(sought.values(), out)),
        "answer_by": None if booked else _first_expiry(out),
    }


def _stage(stage: str, *, booked: bool, out: bool) -> str:
    """The columns that follow from requests lie between planning and leaving."""
    if stage != "planning":
        return stage
    if booked:
        return "start_agreed"
    return "finding_a_service" if out else stage


def _counted(sought: Iterable[Offer], out: Iterable[Offer]) -> Counter[str]:
    requests = {offer.request_id for offer in out}
    return Counter(word for offer in sought if offer.request_id in requests and (word := _word(offer)))


def _word(offer: Offer) -> str | None:
    """What is counted: each state by its own name, every kind of no as one; who was not asked yet is not counted."""
    if offer.state is OfferState.ENDED:
        return "no" if offer.ended in _NO else None
    return None if offer.state is OfferState.NEXT else offer.state.value


def _first_expiry(out: Iterable[Offer]) -> datetime | None:
    waits = (offer.expires_at for offer in out if offer.state is OfferState.ASKED and offer.expires_at)
    return min(waits, default=None)
