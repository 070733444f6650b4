"""Find a person. A search is a POST, so that what is searched for stands in no address and no log."""

from datetime import date
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict
from sqlalchemy import select

from app.access.policy import check_sight
from app.api.problems import problems
from app.api.shapes import Body, ShortText
from app.api.state import HomewardState, Me
from app.people.lookup import search
from app.views.case import TABLE as CASE
from app.views.spell import TABLE as SPELL

router = APIRouter(prefix="/people", tags=["people"])


class SearchIn(Body):
    """An NHS number, a hospital number, or the beginning of a name."""

    model_config = ConfigDict(json_schema_extra={"example": {"words": "999 000 0018"}})
    words: ShortText


class Found(BaseModel):
    """Somebody found; where they are now and their live case, if any."""

    person_id: UUID
    name: str
    birth_date: date | None
    nhs_number: str | None
    hospital_numbers: list[str]
    spell_id: UUID | None
    case_id: UUID | None


class SearchOut(BaseModel):
    """At most 20 people."""

    people: list[Found]


@router.post("/search", responses=problems())
async def search_people(wanted: SearchIn, homeward: HomewardState, me: Me) -> SearchOut:
    """Find people by number or by the beginning of their name."""
    check_sight(me, "person")
    async with homeward.database.engine.connect() as connection:
        people = await search(connection, me.system, wanted.words)
        ids = [each.person_id for each in people]
        spells, cases = [await _shown(connection, table, me.system, ids) for table in (SPELL, CASE)]
    return SearchOut(
        people=[
            Found(
                person_id=each.person_id,
                name=each.name,
                birth_date=each.birth_date,
                nhs_number=each.nhs_number,
                hospital_numbers=list(each.hospital_numbers),
                spell_id=spells.get(each.person_id),
                case_id=cases.get(each.person_id),
            )
            for each in people
        ]
    )


async def _shown(connection: Any, table: Any, system: UUID, people: list[UUID]) -> dict[UUID, UUID]:
    shown = select(table.c.person_id, table.c.id).where(
        table.c.system_id == system, table.c.person_id.in_(people), ~table.c.gone
    )
    return {row.person_id: row.id for row in await connection.execute(shown)}
