"""When a service takes people and how long its counts are believed: as it says, else as the list has its line."""

from datetime import time
from typing import NamedTuple

from app.domain.codes.weekdays import Weekday
from app.domain.practice.lines import LineRule
from app.domain.service.describing import ServiceDescribed

_SAID_NOTHING = ServiceDescribed()


class Terms(NamedTuple):
    """What counts of a service. `latest_arrival` is local time, None at any hour."""

    admits_on: frozenset[Weekday]
    latest_arrival: time | None
    count_hours: int


def terms(said: ServiceDescribed | None, rule: LineRule) -> Terms:
    """Of a service that said so much of itself, and whose line the list has so; each on its own."""
    said = said or _SAID_NOTHING
    return Terms(
        admits_on=said.admits_on or rule.admits_on,
        latest_arrival=said.latest_arrival or rule.latest_arrival,
        count_hours=said.confirm_within_hours or rule.count_hours,
    )
