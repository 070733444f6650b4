"""The card of a case: what the hub's board shows of it."""

from collections.abc import Sequence
from functools import reduce
from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Index, Integer, Text, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from app.domain.case import Case, CaseEvent
from app.domain.case.assessing import AssessingEvent
from app.domain.case.best_interests import is_settled
from app.domain.case.delay import delay_facts
from app.domain.case.flags import flags
from app.domain.case.item_answers import ItemEvent
from app.domain.case.one_after_another import live
from app.domain.case.tasks.evolving import TASK_EVENTS
from app.domain.decider import Recorded
from app.domain.delay import History
from app.domain.replacing import replace
from app.views.apart import NOTES, without_notes
from app.views.arriving import arriving_row, with_arriving
from app.views.case_changes import applied
from app.views.case_holders import KEPT, kept, unanswered
from app.views.case_row import CaseRow
from app.views.case_service import service_sought
from app.views.case_sought import SOUGHT, sought
from app.views.case_work import with_work, work_of
from app.views.kind import Kind, row_table
from app.views.told_of_delay import DELAY, Told, delay_column, told

__all__ = ["CASE", "CaseRow", "rows"]


def rows(events: Sequence[Recorded[CaseEvent]]) -> list[CaseRow]:
    """What the board shows of a case; nothing before the hub knows of it."""
    moving = without_notes(events)
    row = reduce(applied, (each for each in moving if not isinstance(each.event, TASK_EVENTS)), None)
    if row is None:
        return []
    case, history = delay_facts(events)
    work, arriving, slot = work_of(case), arriving_row(case), case.slot
    known: dict[str, Any] = {
        "flags": _flags(case),
        "work": work,
        "holders": unanswered(case),
        "delay": _told(events, history),
    }
    known |= {"leave_at": slot and slot.leave_at, "leave_from": slot and slot.leave_from}
    known |= {KEPT: kept(case), SOUGHT: sought(case), **service_sought(case, row.stage)}
    known["stage"] = with_arriving(with_work(known["stage"], row.pathway_given, work), arriving)
    return [replace(row, position=_last(moving), arriving=arriving, **known)]


def _last(events: Sequence[Recorded[CaseEvent]]) -> int:
    """The position of the last that moves the card: an assessment is a row of its own."""
    return next(each.position for each in reversed(events) if not isinstance(each.event, AssessingEvent | ItemEvent))


def _told(events: Sequence[Recorded[CaseEvent]], history: History) -> Told | None:
    """Its periods are those in which the case was live: of two cases of one stay each tells in its own."""
    return told(history, live(events)) if history != History() else None


def _flags(case: Case) -> tuple[str, ...]:
    return flags(case.form, best_interests=is_settled(case))


PAST_SPELLS = "past_spells"

TABLE = row_table(
    "case_1",
    Column("person_id", Uuid, nullable=False),
    Column("spell_id", Uuid, nullable=False),
    Column("stage", Text, nullable=False),
    Column("returned", Boolean, nullable=False),
    Column("returned_at", DateTime(timezone=True)),
    Column("needs", ARRAY(Text), nullable=False),
    Column("case_manager", Uuid),
    Column("pathway_needed", Text),
    Column("pathway_given", Text),
    Column("why_not_home", Text),
    Column("unmet_p1", Boolean, nullable=False),
    Column("home_review_on", Date),
    Column("flags", ARRAY(Text), nullable=False),
    Column("leave_at", DateTime(timezone=True)),
    Column("leave_from", Text),
    Column("leave_changes", Integer, nullable=False, server_default="0"),
    Column("alerted_at", DateTime(timezone=True)),
    Column("referred_at", DateTime(timezone=True)),
    Column("accepted_at", DateTime(timezone=True)),
    Column("left_at", DateTime(timezone=True)),
    Column("left_how", Text),
    Column("left_from", Uuid, comment="the ward they left last"),
    Column("arriving", JSONB, comment="what is due and known since they left, and the stops still open"),
    Column("failed_discharges", Integer, nullable=False, server_default="0"),
    Column("package", Text),
    Column("held_until", Date),
    Column("going_to", Text),
    Column("outcome", Text),
    Column("council", Text),
    Column("locality", Text),
    Column("out_of_area", Boolean),
    Column("service_id", Uuid),
    Column("start_from", DateTime(timezone=True)),
    Column("start_to", DateTime(timezone=True)),
    Column("asked", JSONB, comment="how many of those asked said what, while requests are out"),
    Column("answer_by", DateTime(timezone=True)),
    Column("work", JSONB, comment="what is next, what is asked of the ward, the ticks, the open stops"),
    delay_column(),
    Column("holders", JSONB, comment="how many have not said whether they keep what they hold, since when, and why"),
    Column(SOUGHT, JSONB, comment="the package for which a service is still sought"),
    Column(KEPT, JSONB, comment="until when holders keep what they hold, and what they were asked about"),
    Column(PAST_SPELLS, ARRAY(Uuid), nullable=False, server_default="{}", comment="the stays it followed before"),
    indexes=[
        # What the background process looks for: whose own time is over.
        Index("case_kept", "system_id", postgresql_where=text("kept IS NOT NULL AND NOT gone")),
        # DOMAIN rule 5, behind the decision that reads it inside the turn.
        Index("one_live_case_per_person", "system_id", "person_id", unique=True, postgresql_where=text("NOT gone")),
        Index("case_of_person", "system_id", "person_id"),
        Index("case_of_spell", "system_id", "spell_id"),
        Index("case_of_past_spell", PAST_SPELLS, postgresql_using="gin"),
        Index("case_by_id", "system_id", "id"),
    ],
)

CASE = Kind(
    name="case",
    stream="case",
    table=TABLE,
    rows=rows,
    unmoved_by=NOTES,
    person_named=True,
    kept=(DELAY, KEPT, SOUGHT, PAST_SPELLS),
)
