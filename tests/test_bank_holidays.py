"""England's bank holidays, against the published dates."""

from datetime import date

import pytest

from app.bank_holidays import ENGLAND


@pytest.mark.parametrize(
    "day", [date(2026, 4, 3), date(2026, 4, 6), date(2026, 8, 31), date(2026, 12, 25), date(2026, 12, 28)]
)
def test_a_bank_holiday_is_known_with_its_substitute_day(day: date) -> None:
    assert day in ENGLAND


@pytest.mark.parametrize("day", [date(2026, 11, 30), date(2026, 7, 13), date(2026, 12, 24)])
def test_neither_scotlands_nor_northern_irelands_days_are_englands(day: date) -> None:
    assert day not in ENGLAND
