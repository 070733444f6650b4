"""The nights somebody lay in a bed that they no longer needed, each with the reason at its midnight (DOMAIN rule 1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.delay.facts import History
from app.domain.delay.rule import ReportingRule
from app.domain.delay.spans import Period
from app.domain.delay.why import Why, why_at
from app.domain.local_time import midnight_after, nights_between


@dataclass(frozen=True, slots=True)
class NightReason:
    """`night` is the local date on which it began; `why` is what held at the midnight that ended that date."""

    night: date
    why: Why


def nights(history: History, periods: Sequence[Period], rule: ReportingRule) -> list[NightReason]:
    """The nights of these periods, by date."""
    dates = (night for start, end in periods for night in nights_between(start, end))
    return [NightReason(night, why_at(history, midnight_after(night), rule)) for night in dates]
