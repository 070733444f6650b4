"""The weekly snapshots of delays as they were taken: which there are, one of them, and the same as a file."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel

from app.access.me import Me as Asking
from app.access.policy import check_sight, ward_kept_to
from app.api.csv_file import csv_file
from app.api.problems import problems
from app.api.shapes import Day
from app.api.state import HomewardState, Me, Now, State
from app.api.telling import names_of
from app.domain.codes.delay_reasons import LISTED, DelayReason
from app.domain.local_time import day_begins, midnight_after
from app.domain.rejections import NotKnown
from app.events.practice.weekly import snapshots_that_came
from app.views.phrases import where
from app.views.taken_snapshots import MOST_SHOWN, InSnapshot, Snapshot, in_snapshot, snapshots, with_empty

router = APIRouter(prefix="/delays/snapshots", tags=["delays"])

BANDS = (7, 14, 21)
"""Days in hospital from which the national return counts additional days (reference: national codes 1.4)."""

SETTLES = timedelta(minutes=5)
"""So long after its instant a snapshot is taken at the latest, while the background process works: then nobody in it is
nobody.
"""

WardAsked = Annotated[UUID | None, Query()]


class SnapshotsPage(BaseModel):
    """Every snapshot, the latest first."""

    snapshots: list[Snapshot]


class ReasonCount(BaseModel):
    """So many people are in the snapshot with this reason; null: unexplained."""

    reason: DelayReason | None
    people: int


class BandPart(BaseModel):
    """Those in hospital for `from_days` or more: how many, their additional days, and why, the most first.

    The bands overlap, so they are never added.
    """

    from_days: int
    people: int
    days: int
    by_reason: list[ReasonCount]


class SnapshotPage(BaseModel):
    """One snapshot: `people` as it was taken, and apart those of whom was told only since. Nobody is named."""

    taken_at: datetime
    bands: list[BandPart]
    people: list[InSnapshot]
    told_late: list[InSnapshot]


class NoSnapshotThatDay(NotKnown):
    """No snapshot was taken on this date. The list of snapshots names those that there are."""


@router.get("", responses=problems())
async def read_snapshots(homeward: HomewardState, me: Me, now: Now, ward_id: WardAsked = None) -> SnapshotsPage:
    """The weekly snapshots of a ward, or of the whole system. Ward staff read those of their own wards."""
    check_sight(me, "snapshot")
    ward = ward_kept_to(me, ward_id)
    async with homeward.database.reads.acquire() as connection:
        taken = await snapshots(connection, me.system, ward)
        came = await snapshots_that_came(connection, me.system, now - timedelta(weeks=MOST_SHOWN), now - SETTLES)
    return SnapshotsPage(snapshots=with_empty(taken, came))


@router.get("/{taken_on}", responses=problems(404))
async def read_snapshot(
    taken_on: Day, homeward: HomewardState, me: Me, now: Now, ward_id: WardAsked = None
) -> SnapshotPage:
    """The snapshot of this date: who was ready and still here at its instant, and why, as it was on record then.

    It may be that nobody was; a date on which none was taken is not found.
    """
    taken_at, found = await _found(homeward, me, now, taken_on, ward_id)
    people = [each for each in found if not each.told_late]
    return SnapshotPage(
        taken_at=taken_at,
        bands=[_band(people, days) for days in BANDS],
        people=people,
        told_late=[each for each in found if each.told_late],
    )


@router.get("/{taken_on}/file", response_class=PlainTextResponse, responses=problems(404))
async def read_snapshot_file(
    taken_on: Day, homeward: HomewardState, me: Me, now: Now, ward_id: WardAsked = None
) -> PlainTextResponse:
    """The same as a file, one line a stay: it names no patient."""
    _, found = await _found(homeward, me, now, taken_on, ward_id)
    async with homeward.database.engine.connect() as connected:
        names = await names_of(connected, me.system)
    lines = [_line(each, where(names, each.ward_id)) for each in found]
    return csv_file(f"snapshot-{taken_on.isoformat()}", _COLUMNS, lines)


async def _found(
    homeward: State, me: Asking, now: datetime, day: date, ward_id: UUID | None
) -> tuple[datetime, list[InSnapshot]]:
    check_sight(me, "snapshot")
    ward = ward_kept_to(me, ward_id)
    until = min(now - SETTLES, midnight_after(day) - timedelta.resolution)
    async with homeward.database.reads.acquire() as connection:
        found = await in_snapshot(connection, me.system, day, ward)
        taken = [each.taken_at for each in found] or await snapshots_that_came(
            connection, me.system, day_begins(day), until
        )
    if not taken:
        raise NoSnapshotThatDay(what="snapshot")
    return taken[-1], found


def _band(people: Sequence[InSnapshot], from_days: int) -> BandPart:
    those = [each for each in people if each.days_in_hospital >= from_days]
    reasons = Counter(each.reason for each in those).most_common()
    by_reason = [ReasonCount(reason=reason, people=people) for reason, people in reasons]
    return BandPart(from_days=from_days, people=len(those), days=sum(each.days for each in those), by_reason=by_reason)


_COLUMNS = (
    *("taken at", "stay", "ward", "reason", "national label", "how"),
    *("days in hospital", "additional days", "told late"),
)


def _line(each: InSnapshot, ward: str) -> tuple[object, ...]:
    reason = (each.reason, LISTED[each.reason].label) if each.reason else ("", "unexplained")
    told_late = "yes" if each.told_late else "no"
    said = (each.taken_at.isoformat(), each.spell_id, ward, *reason, each.how)
    return (*said, each.days_in_hospital, each.days, told_late)
