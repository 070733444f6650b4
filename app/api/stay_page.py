"""The stays of one case, as its page shows them: each row with its steps in words, and what can be taken back."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from app.api.telling import who
from app.domain.case import Case, CaseEvent
from app.domain.case.arriving.booking import has_lost_place
from app.domain.case.state import Ended
from app.domain.case.stay.events import StayStep
from app.domain.case.stay.state import Stay
from app.domain.decider import Recorded
from app.views.phrases import Names, where
from app.views.stay import rows
from app.views.timeline_stay import say_stay


class StepPart(BaseModel):
    """One step that stands, in words; it is taken back by its id."""

    step_id: UUID
    at: datetime
    words: str
    by: str


class StayPart(BaseModel):
    """One stay. `stay` is its row as the live feed sends it; `paused` are the times in hospital meanwhile.

    `lost_place`: it goes on, but the service gave the place up and meets them no more.
    """

    stay: dict[str, Any]
    service: str
    lost_place: bool
    paused: list[tuple[datetime, datetime | None]]
    steps: list[StepPart]


def stay_parts(case: Case, events: Sequence[Recorded[CaseEvent]], names: Names) -> list[StayPart]:
    """The stays that began and were not taken back, the latest last."""
    shaped = {row.id: to_jsonable_python(asdict(row)) | {"kind": "stay"} for row in rows(events)}
    by = {each.event.step_id: who(each.by, names) for each in events if isinstance(each.event, StayStep)}
    return [_part(stay, case, shaped[stay.stay_id], by, names) for stay in case.stays.values()]


def _part(stay: Stay, case: Case, row: dict[str, Any], by: dict[UUID, str], names: Names) -> StayPart:
    return StayPart(
        stay=row,
        service=where(names, stay.service_id),
        lost_place=not isinstance(case.stage, Ended) and has_lost_place(case.requests, stay),
        paused=[(each.since, each.until) for each in stay.pauses],
        steps=[
            StepPart(step_id=each.step.step_id, at=each.at, words=say_stay(each.step, names), by=by[each.step.step_id])
            for each in stay.steps
        ],
    )
