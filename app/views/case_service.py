"""The service sought for a case, or found: the eighth field of its card, and the column that follows from it."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Any

from app.domain.case.requests.standing import standing
from app.domain.case.requests.state import EndedBecause, Offer, OfferState
from app.domain.case.state import Case

_NO = {
    *(EndedBecause.DECLINED, EndedBecause.TAKEN_BACK, EndedBecause.RELEASED),
    *(EndedBecause.NO_ANSWER, EndedBecause.HOLD_RAN_OUT, EndedBecause.PERSON_DECLINED),
}


def service_sought(case: Case, stage: str) -> dict[str, Any]:
    """What the card says of it. `asked` counts the offers of the requests that are out, by what was said to them.

    Of what was asked for a package that was given up nothing counts, though the hub has yet to withdraw it.
    """
    requests = case.requests
    booked = requests.offers[requests.booking] if requests.booking else None
    search = () if booked or not requests.open else (*standing(requests, case.stays).values(),)
    out = [offer for offer in search if offer.is_open]
    return {
        "stage": _stage(stage, booked, out),
        "service_id": booked.service_id if booked else None,
        "start_from": booked.arrive_from if booked else None,
        "start_to": booked.arrive_to if booked else None,
        "asked": dict(_counted(search, out)) if out else None,
        "answer_by": _first_expiry(out),
    }


def _stage(stage: str, booked: Offer | None, out: Collection[Offer]) -> str:
    """The columns that follow from requests lie between planning and leaving."""
    if stage != "planning":
        return stage
    if booked:
        return "start_agreed"
    return "finding_a_service" if out else stage


def _counted(search: Collection[Offer], out: Collection[Offer]) -> Counter[str]:
    requests = {offer.request_id for offer in out}
    return Counter(word for offer in search if offer.request_id in requests and (word := _word(offer)))


def _word(offer: Offer) -> str | None:
    """What is counted: each state by its own name, every kind of no as one; who was not asked yet is not counted."""
    if offer.state is OfferState.ENDED:
        return "no" if offer.ended in _NO else None
    return None if offer.state is OfferState.NEXT else offer.state.value


def _first_expiry(out: Collection[Offer]) -> datetime | None:
    return min((each.expires_at for each in out if each.state is OfferState.ASKED and each.expires_at), default=None)
