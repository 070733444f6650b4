"""The calendars of organisations and services: one row for each that has set one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from sqlalchemy import Column, Text, Time
from sqlalchemy.dialects.postgresql import JSONB

from app.domain.calendar import CalendarSet
from app.domain.calendar.calendar import Week
from app.domain.decider import Recorded
from app.domain.values import key_of
from app.views.kind import EVERYWHERE, Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow(Row):
    """When an owner works; the row's id is the owner's."""

    week: Week
    bank_holidays: str
    order_by: time | None
    latest_arrival: time | None


def rows(events: Sequence[Recorded[CalendarSet]]) -> list[CalendarRow]:
    """The calendar that was set last."""
    if not events:
        return []
    last = events[-1]
    calendar = last.event.calendar
    return [
        CalendarRow(
            id=key_of(last.stream),
            scope=EVERYWHERE,
            position=last.position,
            gone=False,
            week=calendar.week,
            bank_holidays=calendar.bank_holidays,
            order_by=calendar.order_by,
            latest_arrival=calendar.latest_arrival,
        )
    ]


TABLE = row_table(
    "calendar_1",
    Column("week", JSONB, nullable=False),
    Column("bank_holidays", Text, nullable=False),
    Column("order_by", Time),
    Column("latest_arrival", Time),
)

CALENDAR = Kind(name="calendar", stream="calendar", table=TABLE, rows=rows)
