"""Which offers tell how far the search is: those for what is sought now, not for a package that was given up.

A *no* answers what was asked, and counts while the same is asked: when the person would come moves on in every search;
the line, the place, the calls, the bed and the skills are what is asked. Who has not said no may still take the person,
and cannot be asked anew before that request is withdrawn: it counts while its line is sought. A booking always counts.
A request that found the service from which they were discharged since is past, whatever it asked: also where they have
gone on to the next one, and the booking stands as used.
"""

from collections.abc import Mapping
from uuid import UUID

from app.domain.case.requests.state import EndedBecause, Offer, Requests
from app.domain.case.stay.state import Stays, is_over


def standing(requests: Requests, stays: Stays) -> Mapping[UUID, Offer]:
    """The offers for the package that stands, in their order; where none was described, for whichever was."""
    past = {offer.request_id for key, offer in requests.offers.items() if _is_used(key, offer, stays)}
    return {
        key: offer
        for key, offer in requests.offers.items()
        if key == requests.booking or (offer.request_id not in past and _counts(offer, requests))
    }


def _is_used(key: UUID, offer: Offer, stays: Stays) -> bool:
    return offer.ended is EndedBecause.DISCHARGED or is_over(stays, key)


def _counts(offer: Offer, requests: Requests) -> bool:
    asked, needed = requests.sent[offer.request_id], requests.package
    if needed is None:
        return True
    return asked.line is needed.line if offer.is_open else asked.asks_same(needed)
