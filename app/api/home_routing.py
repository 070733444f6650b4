"""Where a person belongs by their home. Asked by POST: a postcode is personal and stands in no address and no log."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic.functional_validators import AfterValidator

from app.access.me import Me as MeType
from app.access.policy import check_sight
from app.api.home_answer import HomeAnswer, answered
from app.api.problems import problems
from app.api.shapes import Body, storable
from app.api.state import HomewardState, Me, Now, State
from app.domain.local_time import local_date
from app.domain.routing import Circumstance, Home, home, kept_home
from app.domain.spell import SPELL
from app.domain.spell.state import person_of
from app.domain.values import SpellId, stream
from app.events.stream import read_stream
from app.people.lookup import identity
from app.routing.lookup import routed

router = APIRouter(tags=["home"])

ShortCode = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20), AfterValidator(storable)]


class HomeIn(Body):
    """A home: what is known of it. With no fixed abode the postcode is where they present; in prison, the prison's."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"postcode": "ZZ97 1AB", "practice": "ZZ7001", "circumstance": None, "on": "2026-11-23"}
        }
    )
    postcode: ShortCode | None = None
    practice: ShortCode | None = None
    circumstance: Circumstance | None = None
    on: date | None = None


class HomeKept(BaseModel):
    """The routing of a person from what is kept of them. Whose details were erased is routed nowhere."""

    postcode: str | None
    practice: str | None
    routing: HomeAnswer


@router.post("/home-routing", responses=problems())
async def route_home(asked: HomeIn, homeward: HomewardState, me: Me, now: Now) -> HomeAnswer:
    """Council, ICB, practice, locality and hub of a home, or out of area and whom to tell; today, or `on` a date."""
    check_sight(me, "person")
    said = home(asked.postcode, asked.practice, asked.circumstance)
    return await _answer(homeward, me, said, asked.on or local_date(now))


@router.get("/spells/{spell_id}/home", responses=problems(404))
async def read_home(spell_id: UUID, homeward: HomewardState, me: Me, now: Now) -> HomeKept:
    """Where the person of this stay belongs today, by the postcode, practice and birth date kept of them."""
    check_sight(me, "spell")
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("spell", SpellId(spell_id)))).past
    whose = person_of(SPELL.fold(past.events))
    async with homeward.database.engine.connect() as connection:
        person = await identity(connection, me.system, whose)
    postcode, practice, born = (person.postcode, person.practice, person.birth_date) if person else (None, None, None)
    today = local_date(now)
    routing = await _answer(homeward, me, kept_home(postcode, practice, born, None, today), today)
    return HomeKept(postcode=postcode or None, practice=practice or None, routing=routing)


async def _answer(homeward: State, me: MeType, asked: Home, on: date) -> HomeAnswer:
    async with homeward.database.reads.acquire() as connection:
        return answered(await routed(connection, me.system, asked, on), on)
