"""What a case tells of why somebody is still in a community bed: the exit plan, and the search for the next service.

The case is heard from the first contact on, so that what it told of the way into this bed says nothing of the way out.
These stages apply: an exit plan that leads to a service for which nobody is asked yet (CT2); money to be decided first,
once recorded (CT3); a service that asked for more (IP8); nobody has a place (CA of the line); requests out (IP of the
line); confirmed, and the agreed start still ahead (CA of the line). Need, referral, pathway and all else that is a
hospital's (HP, CT1) do not. Where nothing tells, the time is unexplained.

The reasons are those of the national list for hospitals: that of the Intermediate Care Data Collection is not published
where we could find it. Which reason a line stands for is data of the hub already (reference: national codes 1.5).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from app.domain.case import CASE
from app.domain.case.heard import Heard, how_far
from app.domain.case.remaining.ready import is_bed
from app.domain.case.requests.standing import standing
from app.domain.case.requests.state import Offer, Requests
from app.domain.case.state import Case
from app.domain.case.stay.events import ExitPlanned
from app.domain.case.stay.state import Stay
from app.domain.codes.stay_outcomes import NEEDS_A_SERVICE
from app.domain.decider import Recorded
from app.domain.delay.facts import Exit, Fact, Field, History, Search, joined
from app.domain.lived import states


def next_service(events: Sequence[Recorded[Any]], stay_id: UUID) -> History:
    """What the whole case tells of the way out of this stay."""
    hearing = Hearing()
    for recorded, case in zip(events, states(events, CASE), strict=True):
        hearing.hear(case, recorded.at)
    return hearing.of(stay_id)


LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Hearing:
    """Hears each step of a case, and keeps of every stay in a bed what it changed of the way out."""

    def __init__(self) -> None:
        self._before: dict[UUID, Requests] = {}
        self._heard: dict[UUID, Heard] = {}
        self._stays: dict[UUID, Stay] = {}
        self._requests, self._asked_at = Requests(), LONG_AGO

    def of(self, stay_id: UUID) -> History:
        """What was heard of this stay until now."""
        heard = self._heard.get(stay_id)
        return joined((History(tuple(_plans(self._stays[stay_id]))), heard.history)) if heard else History()

    def hear(self, case: Case, at: datetime) -> None:
        """One step of the case, and when it happened; what services say counts in the order in which it was said."""
        if case.requests is not self._requests:
            at = max(at, self._asked_at)
            self._requests, self._asked_at = case.requests, at
        for key, stay in case.stays.items():
            self._stays[key] = stay
            if stay.ended or not is_bed(stay):
                continue
            before = self._before.setdefault(key, case.requests)
            heard = self._heard.setdefault(key, Heard())
            sought = standing(case.requests, case.stays)
            offers = {key: offer for key, offer in sought.items() if key not in before.offers}
            heard.keep(_standing(before, case, offers), at)
            heard.ask(offers, case, at)


def _plans(stay: Stay) -> Iterator[Fact]:
    """Each exit plan from its own time, also one that is told after a later one."""
    yield Fact(stay.started_at, Field.EXIT, Exit.OTHER)
    for plan in stay.all_of(ExitPlanned):
        leads_to = Exit.SERVICE if plan.step.destination in NEEDS_A_SERVICE else Exit.OTHER
        yield Fact(plan.at, Field.EXIT, leads_to)


def _standing(before: Requests, case: Case, offers: Mapping[UUID, Offer]) -> Iterator[tuple[Field, str | None]]:
    requests, route = case.requests, case.tasks.route
    booked = offers.get(requests.booking) if requests.booking else None
    anew = requests.described is not before.described or bool(offers)
    starts = booked.arrive_from.isoformat() if booked and booked.arrive_from else None
    yield Field.LINE, requests.package.line if anew and requests.package else None
    yield Field.SEARCH, Search.CONFIRMED if booked else how_far(offers.values())
    yield Field.LEAVE_FROM, starts
    yield Field.COUNCIL, route.council if route else None
    yield Field.COMMISSIONER, route.icb if route else None
