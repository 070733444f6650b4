"""The bank holidays of England, worked out a year at a time and kept."""

from collections.abc import Container
from datetime import date
from functools import cache

from holidays import country_holidays


class _England(Container[date]):
    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in _of_year(day.year)


@cache
def _of_year(year: int) -> frozenset[date]:
    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


ENGLAND: Container[date] = _England()
"""Whether a date is a bank holiday in England: the `days_off` of every calendar."""
