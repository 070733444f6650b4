"""Whose services were asked for somebody at an instant, or had confirmed: those who had the next step then."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.domain.case.requests.evolving import REQUEST_EVENTS, requested
from app.domain.case.requests.state import OfferState, Requests
from app.domain.decider import Recorded
from app.domain.values import OrganisationId


def asked_at(events: Sequence[Recorded[Any]], at: datetime) -> frozenset[OrganisationId]:
    """The organisations of the offers that were open or booked by what had happened until then."""
    requests, known = Requests(), list[tuple[datetime, frozenset[OrganisationId]]]()
    for each in events:
        if isinstance(each.event, REQUEST_EVENTS):
            requests = requested(requests, each.event)
            known.append((each.at, _asked(requests)))
    before = sorted((step for step in known if step[0] <= at), key=lambda step: step[0])
    return before[-1][1] if before else frozenset()


def _asked(requests: Requests) -> frozenset[OrganisationId]:
    asked = [*requests.open, *([requests.booking] if requests.booking else [])]
    offers = (requests.offers[key] for key in asked)
    return frozenset(each.organisation_id for each in offers if each.state is not OfferState.NEXT)
