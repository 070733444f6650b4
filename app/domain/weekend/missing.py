"""What is missing of somebody who is to leave: said of what is known, in the order in which it would be put right.

Source: hub practice, board and ward list (slot with four ticks), and DOMAIN rules 7, 10, 11 and 14.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from app.domain.case.fitting import is_before_leaving, is_long_after
from app.domain.codes.pathways import Pathway
from app.domain.codes.weekdays import Weekday
from app.domain.local_time import LOCAL, local_date
from app.domain.practice.tasks import Tick
from app.domain.service.days_off import NO_DAYS_OFF, DaysOff


class Lack(StrEnum):
    """The code; its words are in `WORDS`."""

    SLOT = "slot"
    SLOT_PASSED = "slot_passed"
    PATHWAY = "pathway"
    START = "start"
    CLOSED = "closed"
    NOT_ADMITTING = "not_admitting"
    TOO_LATE = "too_late"
    FIRST_VISIT = "first_visit"
    BEFORE_LEAVING = "before_leaving"
    LONG_AFTER = "long_after"
    MEDICINES = "medicines"
    LETTER = "letter"
    TRANSPORT = "transport"
    HOME = "home"
    STOPS = "stops"
    HOLDERS = "holders"


WORDS = {
    Lack.SLOT: "No leaving time agreed, only an expected date",
    Lack.SLOT_PASSED: "The leaving time has passed: record it or plan again",
    Lack.PATHWAY: "No pathway decided",
    Lack.START: "The start is not confirmed by a service",
    Lack.CLOSED: "The service is closed that day",
    Lack.NOT_ADMITTING: "The service takes nobody in that day",
    Lack.TOO_LATE: "They would come after the service's latest arrival",
    Lack.FIRST_VISIT: "The service has not said when it comes first",
    Lack.BEFORE_LEAVING: "The service expects them before they leave",
    Lack.LONG_AFTER: "The service comes first more than a day after they leave",
    Lack.MEDICINES: "Medicines not ready",
    Lack.LETTER: "Letter not ready",
    Lack.TRANSPORT: "Transport not booked",
    Lack.HOME: "Home, or who receives them, not ready",
    Lack.STOPS: "Still to be done before leaving",
    Lack.HOLDERS: "Asked whether they keep what they hold, and not answered",
}

_TICKS = {
    Tick.MEDICINES: Lack.MEDICINES,
    Tick.LETTER: Lack.LETTER,
    Tick.TRANSPORT: Lack.TRANSPORT,
    Tick.HOME: Lack.HOME,
}
OF_THE_SERVICE = frozenset(
    {
        *(Lack.CLOSED, Lack.NOT_ADMITTING, Lack.TOO_LATE),
        *(Lack.FIRST_VISIT, Lack.BEFORE_LEAVING, Lack.LONG_AFTER),
    }
)
"""What the service that agreed to the start has to put right: it is rung."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What a service that agreed to the start says of when it takes people in; `starts` as it was agreed, if it was."""

    admits_on: frozenset[Weekday]
    latest_arrival: time | None = None
    is_closed: bool = False
    closed_until: date | None = None
    starts: tuple[datetime, datetime] | None = None
    off: DaysOff = NO_DAYS_OFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What is known of somebody who is to leave.

    `leave_at` is the agreed slot, None where there is an expected date only. `ticks` are those that this person needs,
    each with whether it is done; `stops` counts the tasks open before leaving that no tick stands for, `unanswered` the
    holders who have not answered.
    """

    leave_at: datetime | None = None
    pathway: Pathway | None = None
    service: Service | None = None
    ticks: Mapping[Tick, bool] = field(default_factory=dict)
    stops: int = 0
    unanswered: int = 0


def lacks(leaving: Leaving, now: datetime) -> tuple[Lack, ...]:
    """What is missing; nothing where all that is known is well."""
    return tuple(_lacks(leaving, now))


def _lacks(leaving: Leaving, now: datetime) -> Iterator[Lack]:
    if leaving.leave_at is None:
        yield Lack.SLOT
    elif leaving.leave_at < now:
        yield Lack.SLOT_PASSED
    if leaving.pathway is None:
        yield Lack.PATHWAY
    elif leaving.pathway is not Pathway.P0 and leaving.service is None:
        yield Lack.START
    if leaving.service:
        yield from _of_the_service(leaving.service, leaving.leave_at)
    yield from (lack for tick, lack in _TICKS.items() if leaving.ticks.get(tick) is False)
    if leaving.stops:
        yield Lack.STOPS
    if leaving.unanswered:
        yield Lack.HOLDERS


def _of_the_service(service: Service, leave_at: datetime | None) -> Iterator[Lack]:
    if service.starts is None:
        yield Lack.FIRST_VISIT
        return
    begins, ends = service.starts
    day, hour = local_date(begins), begins.astimezone(LOCAL).time()
    if service.is_closed and (service.closed_until is None or day <= service.closed_until):
        yield Lack.CLOSED
    if not service.off.admits(day, service.admits_on):
        yield Lack.NOT_ADMITTING
    if service.latest_arrival and hour > service.latest_arrival:
        yield Lack.TOO_LATE
    if leave_at and is_before_leaving(ends, leave_at):
        yield Lack.BEFORE_LEAVING
    if leave_at and is_long_after(begins, leave_at):
        yield Lack.LONG_AFTER
