"""How long a count is believed: by its line, as the service says, and only on days on which it admits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.bank_holidays import ENGLAND
from app.domain.calendar import BankHolidays
from app.domain.codes.weekdays import EVERY_DAY, WORKING_DAYS, Weekday
from app.domain.service import ServiceDescribed
from app.domain.service.age import believed_until, is_confirmed
from app.domain.service.days_off import DaysOff
from tests.domain.given import NOON, given
from tests.domain.service.kit import DAY, after, declared, listed, stands

FRIDAY = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)


def counted_at(at: datetime, **said: Any) -> list[Any]:
    return given(
        (at - timedelta(days=1), listed), (at - timedelta(hours=1), ServiceDescribed(**said)), (at, declared())
    )


def test_the_hours_of_its_line_count_at_once_unless_the_service_names_its_own() -> None:
    count, own = stands(counted_at(NOON)), stands(counted_at(NOON, confirm_within_hours=3))
    short, long = replace(DAY, count_hours=8), replace(DAY, count_hours=48)
    assert believed_until(count, short) == NOON + timedelta(hours=8)
    assert believed_until(count, long) == NOON + timedelta(hours=48)
    assert believed_until(own, short) == believed_until(own, long) == NOON + timedelta(hours=3)


def test_the_days_of_its_line_count_unless_the_service_names_its_own() -> None:
    of_week = replace(DAY, seven_days=False)
    assert believed_until(stands(counted_at(FRIDAY)), of_week) == datetime(2026, 11, 30, 14, 0, tzinfo=UTC)
    own = stands(counted_at(FRIDAY, admits_on=frozenset(Weekday)))
    assert believed_until(own, of_week) == datetime(2026, 11, 28, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rule", "week", "until"),
    [
        (BankHolidays.AS_SUNDAY, WORKING_DAYS, 29),
        (BankHolidays.CLOSED, WORKING_DAYS, 29),
        (BankHolidays.AS_USUAL, WORKING_DAYS, 25),
        (BankHolidays.AS_SUNDAY, EVERY_DAY, 25),
        (BankHolidays.CLOSED, EVERY_DAY, 27),
    ],
)
def test_the_hours_of_a_bank_holiday_count_as_the_calendar_of_the_service_has_it(
    rule: BankHolidays, week: frozenset[Weekday], until: int
) -> None:
    """Christmas Day of 2026 is a Friday; Boxing Day, a Saturday, is had off on the Monday too."""
    eve = datetime(2026, 12, 24, 14, 0, tzinfo=UTC)
    its = replace(stands(counted_at(eve, admits_on=week)), off=DaysOff(ENGLAND, rule))
    assert believed_until(its, DAY) == datetime(2026, 12, until, 14, 0, tzinfo=UTC)


def test_what_was_never_counted_is_not_believed() -> None:
    assert believed_until(stands(after()), DAY) is None
    assert not is_confirmed(stands(after()), NOON, DAY)


def test_a_count_is_believed_for_a_day_and_not_a_moment_longer() -> None:
    service = stands(after((NOON, declared())))
    assert is_confirmed(service, NOON + timedelta(hours=24), DAY)
    assert not is_confirmed(service, NOON + timedelta(hours=24, seconds=1), DAY)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ({}, datetime(2026, 11, 28, 14, 0, tzinfo=UTC)),
        ({"confirm_within_hours": 3}, datetime(2026, 11, 27, 17, 0, tzinfo=UTC)),
        ({"admits_on": WORKING_DAYS}, datetime(2026, 11, 30, 14, 0, tzinfo=UTC)),
        ({"admits_on": WORKING_DAYS, "confirm_within_hours": 10}, datetime(2026, 11, 28, 0, 0, tzinfo=UTC)),
        ({"admits_on": WORKING_DAYS, "confirm_within_hours": 11}, datetime(2026, 11, 30, 1, 0, tzinfo=UTC)),
        ({"admits_on": frozenset({Weekday.SUN})}, datetime(2026, 11, 30, 0, 0, tzinfo=UTC)),
        ({"admits_on": frozenset[Weekday]()}, datetime(2026, 11, 28, 14, 0, tzinfo=UTC)),
    ],
    ids=["its line's", "its own", "over the weekend", "to midnight", "past midnight", "one day", "no day said"],
)
def test_a_count_of_friday_is_believed(said: dict[str, Any], until: datetime) -> None:
    assert believed_until(stands(counted_at(FRIDAY, **said)), DAY) == until


def test_midnight_is_that_of_england_also_in_the_summer() -> None:
    friday = datetime(2026, 7, 3, 20, 0, tzinfo=UTC)
    service = stands(counted_at(friday, admits_on=WORKING_DAYS, confirm_within_hours=4))
    assert believed_until(service, DAY) == datetime(2026, 7, 6, 0, 0, tzinfo=UTC)
