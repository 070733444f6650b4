"""What the row of a stay says of somebody who no longer meets the requirements to remain, and keeps of why."""

from datetime import date, datetime
from typing import Any, TypedDict

from sqlalchemy import Column, Date, DateTime, Integer

from app.domain.case.remaining.next_service import Hearing
from app.domain.case.remaining.ready import is_bed, ready_of
from app.domain.case.stay.state import Stay
from app.domain.delay import joined
from app.domain.delay.delaying import history_of
from app.views.told_of_delay import Told, delay_column, told, unwell_column


class Waiting(TypedDict):
    """Days and nights in a bed that is no longer needed follow from `ready_date` and `ready_at`."""

    ready_date: date | None
    ready_at: datetime | None
    earlier_nights: int
    became_unwell: int
    delay: Told | None


NOBODY_WAITS = Waiting(ready_date=None, ready_at=None, earlier_nights=0, became_unwell=0, delay=None)


def waiting(stay: Stay, at: datetime, hearing: Hearing) -> Waiting:
    """As things stand at `at`; the last period lasts as long as the person is in the bed."""
    if not is_bed(stay):
        return NOBODY_WAITS
    known = ready_of(stay, max([at, *(each.at for each in stay.steps)]))
    lasts = known.ready_at if stay.left_bed_at is None else None
    history = joined((hearing.of(stay.stay_id), history_of(stay.delays)))
    return Waiting(
        ready_date=known.ready_date,
        ready_at=known.ready_at,
        earlier_nights=known.earlier_nights,
        became_unwell=known.became_unwell,
        delay=told(history, [(start, None if start == lasts else end) for start, end in known.periods]),
    )


def waiting_columns() -> list[Column[Any]]:
    """The columns for it; of a stay that moved last before there were these, nothing is known."""
    return [
        Column("ready_date", Date, comment="since when they no longer meet the requirements to remain in the bed"),
        Column("ready_at", DateTime(timezone=True)),
        Column("earlier_nights", Integer, nullable=False, server_default="0"),
        unwell_column(),
        delay_column(),
    ]
