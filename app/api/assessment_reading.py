"""The stream of a case, read for its assessments, with the names in it and whose it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.access.me import Me
from app.api.state import State
from app.api.telling import names_of
from app.domain.case import CASE, AssessmentSigned
from app.domain.case.state import Case
from app.domain.decider import Recorded
from app.domain.rejections import NotKnown
from app.domain.values import CaseId, stream
from app.events.stream import Past, read_stream
from app.people.lookup import Identity, identity


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRead:
    """A case as it was read."""

    case: Case
    past: Past
    names: Mapping[UUID, str]
    person: Identity | None

    def signings(self, assessment_id: UUID | None = None) -> list[Recorded[AssessmentSigned]]:
        """What was signed, in order: of one assessment, or of all."""
        return [
            each
            for each in self.past.events
            if isinstance(each.event, AssessmentSigned) and assessment_id in (None, each.event.assessment_id)
        ]

    def about(self, assessment_id: UUID) -> Iterator[Recorded[Any]]:
        """Every event about one assessment."""
        return (each for each in self.past.events if getattr(each.event, "assessment_id", None) == assessment_id)


async def read_case_of(homeward: State, me: Me, case_id: CaseId) -> CaseRead:
    """Read the case's stream. Raises NotKnown."""
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("case", case_id))).past
    case: Case = CASE.fold(past.events)
    if case.person_id is None:
        raise NotKnown(what="case")
    async with homeward.database.engine.connect() as connected:
        person = await identity(connected, me.system, case.person_id)
        names = await names_of(connected, me.system)
    return CaseRead(case=case, past=past, names=names, person=person)
