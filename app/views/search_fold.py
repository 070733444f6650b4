"""The search of one case, folded once for the rows of its requests and of its offers, each with its last position."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from app.domain.case import (
    CaseClosed,
    CaseEvent,
    CaseReopened,
    EarlyAlertRaised,
    ReferralAmended,
    ReferralResubmitted,
    ReferralSubmitted,
)
from app.domain.case.assessed import Assessments, assessed
from app.domain.case.assessing import AssessingEvent
from app.domain.case.form import NO_ANSWERS, ReferralForm
from app.domain.case.holding.evolving import held
from app.domain.case.holding.state import Holding
from app.domain.case.item_answers import FoundDifferent, ItemEvent
from app.domain.case.requests.answering import OfferCountered
from app.domain.case.requests.ending import OfferEnded
from app.domain.case.requests.evolving import RequestEvent, requested
from app.domain.case.requests.sending import RequestSent
from app.domain.case.requests.state import Requests
from app.domain.decider import Recorded
from app.domain.values import key_of

_HELD_BY_THE_CASE = (CaseClosed, CaseReopened)
_ON_THE_CARD = (ReferralAmended, ReferralResubmitted)


class Sent(NamedTuple):
    """One request as it was sent."""

    event: RequestSent
    at: datetime
    position: int
    case_id: UUID


@dataclass(slots=True)
class Search:
    """Where the search stands. `at` and `changed` are the time and position of what changed an offer last, by its id.

    `moved` is the position of what changed any of its requests last. `over` says that the case is closed, `said` what
    an offer's service could do instead, `ended` why it could not. `assessments` are those of the case, as signed.
    """

    hub: str = ""
    form: ReferralForm = NO_ANSWERS
    requests: Requests = field(default_factory=Requests)
    assessments: Assessments = field(default_factory=dict)
    holding: Holding = field(default_factory=Holding)
    sent: dict[UUID, Sent] = field(default_factory=dict)
    changed: dict[UUID, int] = field(default_factory=dict)
    at: dict[UUID, datetime] = field(default_factory=dict)
    said: dict[UUID, OfferCountered] = field(default_factory=dict)
    ended: dict[UUID, OfferEnded] = field(default_factory=dict)
    moved: int = 0
    over: bool = False


def searched(events: Sequence[Recorded[CaseEvent]]) -> Search:
    """The search after these events of a case."""
    search = Search()
    for recorded in events:
        _add(search, recorded)
    return search


def _add(search: Search, recorded: Recorded[CaseEvent]) -> None:
    event = recorded.event
    match event:
        case EarlyAlertRaised() | ReferralSubmitted():
            search.hub = str(event.hub_id)
            search.form = getattr(event, "form", search.form)
        case ReferralAmended() | ReferralResubmitted():
            search.form = search.form.after(event.form)
        case RequestSent():
            search.sent[event.request_id] = Sent(event, recorded.at, recorded.position, key_of(recorded.stream))
        case OfferCountered():
            search.said[event.offer_id] = event
        case OfferEnded():
            search.ended[event.offer_id] = event
        case _:
            pass
    if isinstance(event, RequestEvent):
        before, search.requests = search.requests.offers, requested(search.requests, event)
        _mark(search, recorded, [key for key, offer in search.requests.offers.items() if offer is not before.get(key)])
        search.moved = recorded.position
        search.at |= {key: recorded.at for key in search.requests.offers if search.changed[key] == recorded.position}
    elif isinstance(event, AssessingEvent | ItemEvent):
        _assess(search, recorded, event)
    elif isinstance(event, _HELD_BY_THE_CASE):
        search.over, search.moved = isinstance(event, CaseClosed), recorded.position
        _mark(search, recorded, [*search.requests.offers])
    elif isinstance(event, _ON_THE_CARD):
        _mark(search, recorded, [*search.requests.offers])
    asked, search.holding = search.holding, held(search.holding, recorded)
    if search.holding is not asked:
        _mark(
            search, recorded, [key for key in search.requests.offers if _said(asked, key) != _said(search.holding, key)]
        )


def _said(holding: Holding, offer: UUID) -> tuple[object, object]:
    return holding.asked.get(offer), holding.kept_until.get(offer)


def _assess(search: Search, recorded: Recorded[CaseEvent], event: AssessingEvent | ItemEvent) -> None:
    """What is signed stands on every card, what a service said of an item on its own."""
    search.assessments = assessed(search.assessments, event, recorded.at)
    if isinstance(event, FoundDifferent):
        return
    by = getattr(event, "service_id", None)
    _mark(search, recorded, [key for key, offer in search.requests.offers.items() if by in (None, offer.service_id)])


def _mark(search: Search, recorded: Recorded[CaseEvent], offers: Sequence[UUID]) -> None:
    search.changed |= dict.fromkeys(offers, recorded.position)
