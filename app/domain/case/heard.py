"""What is known of each field by what was heard, each change of it on the way there, and who was asked when."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from app.domain.case.requests.state import EndedBecause, Offer, OfferState
from app.domain.case.state import Case, Ended
from app.domain.case.stay.state import is_over
from app.domain.delay.facts import Asked, Fact, Field, History, Search
from app.domain.values import OrganisationId

_NO_PLACE = frozenset({EndedBecause.DECLINED, EndedBecause.TAKEN_BACK, EndedBecause.NO_ANSWER})
_WAITS_FOR_HUB = frozenset({OfferState.QUERIED, OfferState.COUNTERED})


class Heard:
    """Is told in the order of time, those of one instant in the order in which they were said."""

    def __init__(self) -> None:
        self._known: dict[Field, str | None] = {}
        self._facts: list[Fact] = []
        self._asked: dict[OrganisationId, datetime] = {}
        self._were_asked: list[Asked] = []
        self._history: History | None = None

    @property
    def history(self) -> History:
        """What was heard until now."""
        if self._history is None:
            still = (Asked(organisation_id=who, start=since) for who, since in self._asked.items())
            self._history = History(tuple(self._facts), asked=(*self._were_asked, *still))
        return self._history

    def ask(self, offers: Mapping[UUID, Offer], case: Case, at: datetime) -> None:
        """Who of these is asked from then on, or has confirmed, has the next step: not who was booked and is through.

        A booking is used once they are discharged from that service, and with its case.
        """
        booking = None if isinstance(case.stage, Ended) else case.requests.booking
        booking = None if booking and is_over(case.stays, booking) else booking
        now = {each.organisation_id for key, each in offers.items() if each.is_asked or key == booking}
        if now == self._asked.keys():
            return
        self._history = None
        for who in self._asked.keys() - now:
            self._were_asked.append(Asked(organisation_id=who, start=self._asked.pop(who), end=at))
        self._asked |= dict.fromkeys(sorted(now - self._asked.keys()), at)

    def keep(self, standing: Iterable[tuple[Field, str | None]], at: datetime) -> None:
        """What stands from then on; what stood before already is no news."""
        for field, value in standing:
            if self._known.get(field) != value:
                self._known[field] = value
                self._facts.append(Fact(at, field, value))
                self._history = None


def how_far(offers: Collection[Offer]) -> Search | None:
    """How far the search is by what these services said, while none has confirmed."""
    asked = [offer for offer in offers if offer.is_asked]
    if asked:
        return Search.ASKED_MORE if all(offer.state in _WAITS_FOR_HUB for offer in asked) else Search.OUT
    return Search.NOBODY if any(offer.ended in _NO_PLACE for offer in offers) else None
