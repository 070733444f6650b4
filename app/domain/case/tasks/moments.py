"""What tasks are due from: the moments of a case and its stay that are known by now."""

from collections.abc import Iterator
from datetime import datetime

from app.domain.case.arriving.known import arriving_of
from app.domain.case.state import Away, Case
from app.domain.case.tasks.facts import PlanFacts
from app.domain.local_time import day_begins
from app.domain.practice.tasks import Moment


def moments(case: Case, facts: PlanFacts) -> dict[Moment, datetime]:
    """Each moment that is known. When somebody left goes before when they were to leave."""
    return {**case.tasks.moments, **dict(_of_stay(facts)), **dict(_of_leaving(case))}


def _of_stay(facts: PlanFacts) -> Iterator[tuple[Moment, datetime]]:
    if facts.admitted_at:
        yield Moment.ADMISSION, facts.admitted_at
    if facts.expected_discharge:
        yield Moment.EXPECTED_DISCHARGE, day_begins(facts.expected_discharge)
    if facts.ready_at:
        yield Moment.NO_LONGER_MEETS, facts.ready_at


def _of_leaving(case: Case) -> Iterator[tuple[Moment, datetime]]:
    if isinstance(case.stage, Away):
        yield Moment.LEAVING, case.stage.left_at
    elif case.leaving:
        yield Moment.LEAVING, case.leaving.leave_at
    booking = case.requests.offers[case.requests.booking] if case.requests.booking else None
    if booking and booking.arrive_from:
        yield Moment.ARRIVAL, booking.arrive_from
        yield Moment.FIRST_CONTACT, booking.arrive_from
    known = arriving_of(case)
    if known.arrived_at:
        yield Moment.ARRIVAL, known.arrived_at
    if case.stays:
        yield Moment.FIRST_CONTACT, min(stay.started_at for stay in case.stays.values())
