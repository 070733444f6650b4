"""Somebody who is to leave at the coming weekend, whichever day the tests run on."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from app.bank_holidays import ENGLAND
from app.domain.case.leaving import LeaveFrom, PlanLeaving
from app.domain.local_time import LOCAL
from app.domain.service import DescribeService
from app.domain.spell import ReviewCriteria, ReviewOutcome
from app.domain.values import Role, ServiceId, SpellId, Words
from app.domain.weekend import weekend_at
from tests.events.searching import Searching, a_search, a_service
from tests.facts import Installation

PHONE = "01632 960123"


def on_the_last_day() -> datetime:
    """Noon of the working day after the days off: ahead, whatever the day is."""
    last = weekend_at(datetime.now(UTC), ENGLAND).last
    return datetime.combine(last, time(12), LOCAL).astimezone(UTC)


async def ready_for(town: Installation, days: int, *, bed: str = "A1-01", family: str = "Example") -> SpellId:
    """Somebody who is ready since so many days."""
    at = datetime.now(UTC) - timedelta(days=days)
    _, spell = await town.admit(bed=bed, at=at - timedelta(days=1), family=family)
    no_longer: dict[str, Any] = {"outcome": ReviewOutcome.NO_LONGER_MEETS, "criteria": frozenset()}
    by = town.by(Role.WARD_CLINICIAN)
    await town.do(ReviewCriteria(review_id=uuid4(), spell_id=spell, by=by, at=at, **no_longer))
    return spell


async def leaves_at_the_weekend(town: Installation, spell: SpellId) -> tuple[Searching, ServiceId]:
    """They are to leave on the last day, and a service has agreed that says no more yet of the days it takes people."""
    search, service = await a_search(town, spell), await a_service(town)
    await town.do(DescribeService(service_id=service, phone=PHONE, by=town.by(Role.MANAGER), at=datetime.now(UTC)))
    [offer] = await search.ask(service)
    leave_at = on_the_last_day()
    first, last = leave_at + timedelta(hours=1), leave_at + timedelta(hours=3)
    await town.do(replace(search.yes(offer), arrive_from=first, arrive_to=last))
    slot: dict[str, Any] = {"leave_from": LeaveFrom.WARD, "going_to": Words("Home"), "received_by": Words("Her son")}
    await town.do(PlanLeaving(leave_at=leave_at, **slot, **search.said()))
    return search, service
