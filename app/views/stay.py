"""Stays in services, as the service's own staff and the hub see them: one row a stay, in the scope of its service.

A service knows who it has: the row names the person, and is for the organisation that runs the service alone. A row is
gone when nothing is to be done for it: the last follow-up is answered, or the case is closed before the stay had ended.
Of a bed it keeps what the reason of a delay is derived from, as the row of a stay in hospital does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID

from sqlalchemy import Column, Date, DateTime, Index, Integer, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from app.domain.case import Case, CaseEvent
from app.domain.case.arriving.contact import FirstContactMade
from app.domain.case.remaining.next_service import Hearing
from app.domain.case.state import Ended
from app.domain.case.stay.due import exit_plan_by, follow_ups, lasts_until, next_review_on, six_weeks_on
from app.domain.case.stay.dying import has_died
from app.domain.case.stay.events import ChargingTold, ExitPlanned, FollowedUp, StayExtended, StayReviewed
from app.domain.case.stay.state import Stay, Stays
from app.domain.decider import Recorded
from app.domain.replacing import replace
from app.domain.values import key_of
from app.views.apart import NOTES, lived_through
from app.views.kind import Kind, Row, row_table
from app.views.stay_waiting import NOBODY_WAITS, waiting, waiting_columns
from app.views.told_of_delay import DELAY, Told


class FollowUp(TypedDict):
    """One day after the end: when it is due, while it was not asked, and else how they were found."""

    day: int
    due_on: str | None
    found: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StayRow(Row):
    """One stay. `six_weeks_on` counts from the first contact of the first stay; `lasts_until` knows of an extension.

    `units` is what the stay takes of the service's count, none where the place was bought beside it.
    `remains` is what the last review said of the requirements to remain in a bed. `paused_at`: in hospital since then.
    Days and nights in a bed that is no longer needed follow from `ready_date` and `ready_at`.
    """

    audience: str
    case_id: UUID
    person_id: UUID
    hub_id: UUID
    service_id: UUID
    units: tuple[str, ...]
    line: str
    started_at: datetime
    paused_at: datetime | None
    reviews: int
    reviewed_at: datetime | None
    remains: str | None
    review_on: date | None
    six_weeks_on: date
    exit_plan_by: date
    lasts_until: date
    extended_for: str | None
    charging_told_at: datetime | None
    charged_from: date | None
    exit_on: date | None
    exit_to: str | None
    ended_at: datetime | None
    outcome: str | None
    destination: str | None
    tool: str | None
    score_in: int | None
    score_out: int | None
    follow_ups: list[FollowUp]
    ready_date: date | None
    ready_at: datetime | None
    earlier_nights: int
    became_unwell: int
    delay: Told | None


def rows(events: Sequence[Recorded[CaseEvent]]) -> list[StayRow]:
    """Every stay that ever began on a case, each at the position of what changed it last."""
    if not any(isinstance(each.event, FirstContactMade) for each in events):
        return []  # most cases have none yet, and need not be folded for it
    case, shown, hearing = Case(), dict[UUID, StayRow](), Hearing()
    for recorded, after in lived_through(events):
        before, case = case, after
        hearing.hear(case, recorded.at)
        if not _same(before, case):
            shown |= {row.id: row for row in _rows(case, recorded, shown, hearing)}
    return [*shown.values()]


def _same(before: Case, after: Case) -> bool:
    kept = before.stays is after.stays and before.requests is after.requests and before.person_id == after.person_id
    kept = kept and before.died_since == after.died_since
    return kept and isinstance(before.stage, Ended) is isinstance(after.stage, Ended)


def _rows(case: Case, recorded: Recorded[CaseEvent], shown: dict[UUID, StayRow], hearing: Hearing) -> list[StayRow]:
    none_any_more = [
        replace(row, gone=True, **NOBODY_WAITS) for key, row in shown.items() if key not in case.stays and not row.gone
    ]
    made = [*(_row(stay, case, recorded, hearing) for stay in case.stays.values()), *none_any_more]
    return [replace(row, position=recorded.position) for row in made if _differs(row, shown.get(row.id))]


def _differs(row: StayRow, before: StayRow | None) -> bool:
    return before is None or replace(row, position=before.position) != before


def _row(stay: Stay, case: Case, recorded: Recorded[CaseEvent], hearing: Hearing) -> StayRow:
    assert case.person_id, "who is in a service is known"
    assert case.hub_id, "who is in a service has a hub"
    review, extended = stay.latest(StayReviewed), stay.latest(StayExtended)
    charging, plan, ended = stay.latest(ChargingTold), stay.latest(ExitPlanned), stay.ended
    return StayRow(
        id=stay.stay_id,
        scope=str(stay.service_id),
        position=recorded.position,
        gone=_is_done(stay, case),
        audience=str(stay.organisation_id),
        case_id=key_of(recorded.stream),
        person_id=case.person_id,
        hub_id=case.hub_id,
        service_id=stay.service_id,
        units=_units(stay, case),
        line=stay.line,
        started_at=stay.started_at,
        paused_at=stay.paused_at,
        reviews=len(stay.all_of(StayReviewed)),
        reviewed_at=review.at if review else None,
        remains=review.step.remains if review else None,
        review_on=next_review_on(stay),
        **_lasting(case.stays, stay),
        extended_for=extended.step.reason if extended else None,
        charging_told_at=charging.at if charging else None,
        charged_from=charging.step.charged_from if charging else None,
        exit_on=plan.step.leave_on if plan else None,
        exit_to=plan.step.destination if plan else None,
        ended_at=ended.at if ended else None,
        outcome=ended.step.outcome if ended else None,
        destination=ended.step.destination if ended else None,
        tool=ended.step.tool if ended else None,
        score_in=ended.step.score_in if ended else None,
        score_out=ended.step.score_out if ended else None,
        follow_ups=_follow_ups(stay, case),
        **waiting(stay, recorded.at, hearing),
    )


def _units(stay: Stay, case: Case) -> tuple[str, ...]:
    booked = case.requests.offers.get(stay.offer_id)
    return booked.units if booked and not booked.spot else ()


class _Lasting(TypedDict):
    six_weeks_on: date
    exit_plan_by: date
    lasts_until: date


def _lasting(stays: Stays, stay: Stay) -> _Lasting:
    return _Lasting(
        six_weeks_on=six_weeks_on(stays), exit_plan_by=exit_plan_by(stays), lasts_until=lasts_until(stays, stay)
    )


def _is_done(stay: Stay, case: Case) -> bool:
    if stay.ended is None:
        return isinstance(case.stage, Ended)
    return has_died(case) or not follow_ups(stay)


def _follow_ups(stay: Stay, case: Case) -> list[FollowUp]:
    answered = {each.step.day: each.step.found.value for each in stay.all_of(FollowedUp)}
    due = {day: on.isoformat() for day, on in follow_ups(stay).items()} if not has_died(case) else {}
    return [FollowUp(day=day, due_on=due.get(day), found=answered.get(day)) for day in sorted(answered | due)]


TABLE = row_table(
    "stay_1",
    Column("audience", Text, nullable=False, comment="the organisation that runs the service"),
    Column("case_id", Uuid, nullable=False),
    Column("person_id", Uuid, nullable=False),
    Column("hub_id", Uuid, nullable=False),
    Column("service_id", Uuid, nullable=False),
    Column("units", ARRAY(Text), nullable=False, server_default="{}", comment="what it takes of the service's count"),
    Column("line", Text, nullable=False),
    Column("started_at", DateTime(timezone=True), nullable=False),
    Column("paused_at", DateTime(timezone=True)),
    Column("reviews", Integer, nullable=False),
    Column("reviewed_at", DateTime(timezone=True)),
    Column("remains", Text),
    Column("review_on", Date),
    Column("six_weeks_on", Date, nullable=False),
    Column("exit_plan_by", Date, nullable=False),
    Column("lasts_until", Date, nullable=False),
    Column("extended_for", Text),
    Column("charging_told_at", DateTime(timezone=True)),
    Column("charged_from", Date),
    Column("exit_on", Date),
    Column("exit_to", Text),
    Column("ended_at", DateTime(timezone=True)),
    Column("outcome", Text),
    Column("destination", Text),
    Column("tool", Text),
    Column("score_in", Integer),
    Column("score_out", Integer),
    Column("follow_ups", JSONB, nullable=False),
    *waiting_columns(),
    indexes=[Index("stay_of_case", "system_id", "case_id")],
)

STAY = Kind(
    name="stay",
    stream="case",
    table=TABLE,
    rows=rows,
    unmoved_by=NOTES,
    person_named=True,
    kept=("units", DELAY),
    for_audience=True,
)
