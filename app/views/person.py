"""That a person's details moved, and when they died: the row has no details, which are joined from `person`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, DateTime

from app.domain.decider import Recorded
from app.domain.person import PERSON as RULES
from app.domain.person import Person, PersonEvent
from app.domain.values import key_of
from app.views.kind import EVERYWHERE, Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow(Row):
    """One person, known by id alone. A record that was merged into another is gone."""

    died_at: datetime | None = None


def rows(events: Sequence[Recorded[PersonEvent]]) -> list[PersonRow]:
    """One row a person, moved by each change of details and by news of a death."""
    if not events:
        return []
    last, person = events[-1], _person(events)
    gone = person.merged_into is not None
    row = PersonRow(id=key_of(last.stream), scope=EVERYWHERE, position=last.position, gone=gone, died_at=person.died_at)
    return [row]


def _person(events: Sequence[Recorded[PersonEvent]]) -> Person:
    folded: Person = RULES.fold(events)
    return folded


TABLE = row_table("person_1", Column("died_at", DateTime(timezone=True)))

PERSON = Kind(name="person", stream="person", table=TABLE, rows=rows)
