"""What is measured of delays: weekdays beside weekends, and who became unwell while ready."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from app.access.policy import check_sight, ward_kept_to
from app.api.problems import problems
from app.api.state import HomewardState, Me, Now
from app.bank_holidays import ENGLAND
from app.domain.codes.delay_reasons import DelayReason
from app.domain.local_time import local_date
from app.domain.weekend.seven_days import KindMeasured, KindOfDay, seven_days
from app.views.delay_measures import Unwell, measured

router = APIRouter(prefix="/delays", tags=["delays"])

WEEKS = 4
MOST_WEEKS = 26


class ReasonPart(BaseModel):
    """So many nights were reported with this reason; null: unexplained."""

    reason: DelayReason | None
    nights: int


class KindOfDayPart(BaseModel):
    """One kind of day. `to_leave` is the mean of the days from ready to left; null where nobody left who was ready."""

    kind: KindOfDay
    days: int
    left: int
    left_a_day: float
    left_same_day: int
    to_leave: float | None
    nights: int
    nights_a_day: float
    by_reason: list[ReasonPart]


class UnwellPart(BaseModel):
    """Stays in which somebody met the criteria again, having been ready; how often, and the nights hidden by it."""

    stays: int
    times: int
    nights: int


class UnwellOnWard(UnwellPart):
    """The same of one ward."""

    ward_id: UUID


class MeasuresPage(BaseModel):
    """The weeks until yesterday, of adults of one night or more: the dates from `first` to `last`, both included."""

    first: date
    last: date
    seven_days: list[KindOfDayPart]
    became_unwell: UnwellPart
    became_unwell_by_ward: list[UnwellOnWard]


@router.get("/measures", responses=problems())
async def read_measures(
    homeward: HomewardState,
    me: Me,
    now: Now,
    ward_id: Annotated[UUID | None, Query()] = None,
    hub_id: Annotated[UUID | None, Query()] = None,
    weeks: Annotated[int, Query(ge=1, le=MOST_WEEKS)] = WEEKS,
) -> MeasuresPage:
    """Who left, how long after being ready, and the nights by reason: on weekdays, and on weekends and bank holidays.

    And how often somebody became unwell while ready. Of a ward, of a hub's cases, or of all: who never had a case is of
    no hub. Ward staff read it of their own wards only. It names nobody.
    """
    check_sight(me, "night")
    ward = ward_kept_to(me, ward_id)
    last = local_date(now) - timedelta(days=1)
    first = last - timedelta(weeks=weeks) + timedelta(days=1)

    async def work_out() -> MeasuresPage:
        async with homeward.database.reads.acquire() as connection:
            found = await measured(connection, me.system, first, last, ward=ward, hub=hub_id)
        compared = seven_days(first, last, found.leavings, found.nights, ENGLAND)
        return MeasuresPage(
            first=first,
            last=last,
            seven_days=[_kind(each) for each in compared],
            became_unwell=_in_all(found.unwell),
            became_unwell_by_ward=[
                UnwellOnWard(ward_id=each.ward_id, stays=each.stays, times=each.times, nights=each.nights)
                for each in found.unwell
            ],
        )

    answer: MeasuresPage = await homeward.recent.get(("delay measures", me.system, ward, hub_id, first, last), work_out)
    return answer


def _kind(its: KindMeasured) -> KindOfDayPart:
    return KindOfDayPart(
        kind=its.kind,
        days=its.days_of_kind,
        left=its.left,
        left_a_day=its.left_a_day,
        left_same_day=its.same_day,
        to_leave=its.to_leave,
        nights=its.nights,
        nights_a_day=its.nights_a_day,
        by_reason=[ReasonPart(reason=reason, nights=nights) for reason, nights in its.by_reason.items()],
    )


def _in_all(unwell: list[Unwell]) -> UnwellPart:
    return UnwellPart(
        stays=sum(each.stays for each in unwell),
        times=sum(each.times for each in unwell),
        nights=sum(each.nights for each in unwell),
    )
