"""That a person's details moved: the row has a position and no details, which are joined from `person`."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.decider import Recorded
from app.domain.person import PersonEvent
from app.domain.values import key_of
from app.views.kind import EVERYWHERE, Kind, Row, row_table


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow(Row):
    """One person, known by id alone."""


def rows(events: Sequence[Recorded[PersonEvent]]) -> list[PersonRow]:
    """One row a person, moved by each change of details."""
    if not events:
        return []
    last = events[-1]
    return [PersonRow(id=key_of(last.stream), scope=EVERYWHERE, position=last.position, gone=False)]


TABLE = row_table("person_1")

PERSON = Kind(name="person", stream="person", table=TABLE, rows=rows)
