"""Bank holidays and services: as on a Sunday, unless the service's own calendar says otherwise."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.bank_holidays import ENGLAND
from app.domain.calendar import BankHolidays
from app.domain.codes.weekdays import EVERY_DAY, WORKING_DAYS, Weekday
from app.domain.service.days_off import DaysOff
from app.domain.service.fitting import Reason, WhyNot
from app.domain.service.matching import match
from app.domain.weekend import Lack, Leaving, lacks
from app.domain.weekend.missing import Service
from app.views.match_words import say_reason
from tests.domain.exit_chain.kit import REHAB, gone, leaves, runs, said, waits
from tests.domain.service.kit import DAY, after, declared, hours, stands
from tests.domain.service.test_matching import care

BOXING_DAY_OBSERVED = date(2026, 12, 28)
"""A Monday."""
CLOSED, AS_SUNDAY, AS_USUAL = BankHolidays.CLOSED, BankHolidays.AS_SUNDAY, BankHolidays.AS_USUAL
SIX_DAYS = EVERY_DAY - {Weekday.SUN}


@pytest.mark.parametrize(
    ("rule", "week", "admits"),
    [
        (AS_SUNDAY, EVERY_DAY, True),
        (AS_SUNDAY, SIX_DAYS, False),
        (AS_SUNDAY, WORKING_DAYS, False),
        (AS_USUAL, WORKING_DAYS, True),
        (CLOSED, EVERY_DAY, False),
    ],
)
def test_a_service_takes_people_in_on_a_bank_holiday_as_its_calendar_says(
    rule: BankHolidays, week: frozenset[Weekday], admits: bool
) -> None:
    off = DaysOff(ENGLAND, rule)
    assert off.admits(BOXING_DAY_OBSERVED, week) is admits
    assert off.admits(BOXING_DAY_OBSERVED + timedelta(days=7), week), "an ordinary Monday"


def test_without_a_calendar_of_its_own_it_is_as_on_a_sunday() -> None:
    assert DaysOff(ENGLAND).rule is AS_SUNDAY


def test_a_package_that_starts_on_a_bank_holiday_does_not_fit_a_service_that_is_closed_then() -> None:
    on_the_day = replace(care, start_on=BOXING_DAY_OBSERVED)
    service = stands(after(declared()))
    for rule, why_not in ((CLOSED, (Reason(why=WhyNot.BANK_HOLIDAY, about=("2026-12-28",)),)), (AS_USUAL, ())):
        found = match(on_the_day, replace(service, off=DaysOff(ENGLAND, rule)), hours(1), DAY)
        assert (found.why_not, found.fits) == (why_not, not why_not)
    assert say_reason(Reason(why=WhyNot.BANK_HOLIDAY, about=("2026-12-28",))) == (
        "Does not admit on this bank holiday: Mon 28 Dec"
    )


def test_at_the_weekend_an_arrival_on_a_bank_holiday_that_the_service_does_not_work_is_missing_something() -> None:
    noon = datetime(2026, 12, 28, 12, tzinfo=UTC)
    service = Service(admits_on=EVERY_DAY, latest_arrival=time(18), starts=(noon, noon + timedelta(hours=2)))
    for rule, lack in ((CLOSED, (Lack.NOT_ADMITTING,)), (AS_SUNDAY, ())):
        leaving = Leaving(leave_at=noon - timedelta(hours=1), service=replace(service, off=DaysOff(ENGLAND, rule)))
        assert lacks(leaving, noon - timedelta(days=3))[1:] == lack


def test_nobody_goes_by_a_place_on_a_bank_holiday_on_which_the_service_takes_nobody_in() -> None:
    unit = replace(runs(waits(1).package.line), off=DaysOff(ENGLAND, CLOSED))
    christmas_eve = datetime(2026, 12, 24, 9, tzinfo=UTC)
    leaving = replace(leaves(9, date(2026, 12, 25)), at=datetime(2026, 12, 25, 12, tzinfo=UTC))
    chain = said([waits(1)], [leaving], {REHAB: replace(unit, confirmed_at=christmas_eve)}, christmas_eve)
    [(_, on)] = gone(chain).values()
    assert on == date(2026, 12, 29), "after Christmas, the weekend and Boxing Day observed"
