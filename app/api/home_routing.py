"""Where a person belongs by their home, which may be corrected by hand.

Asked by POST: a postcode is personal and stands in no address and no log.
"""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import ConfigDict, StringConstraints
from pydantic.functional_validators import AfterValidator

from app.access.policy import check, check_sight
from app.api.home_answer import HomeAnswer
from app.api.home_by_hand import correct_home
from app.api.home_kept import HomeKept, home_answer, home_kept
from app.api.home_shapes import HomeTyped
from app.api.problems import problems
from app.api.shapes import Body, Day, storable
from app.api.state import IF_MATCH, HomewardState, Me, Now, if_match, tagged
from app.domain.local_time import local_date
from app.domain.person import RecordDetails
from app.domain.routing import Circumstance, home
from app.domain.spell import SPELL
from app.domain.spell.state import person_of
from app.domain.values import SpellId, stream
from app.events.handler import Receipt
from app.events.stream import read_stream
from app.people.lookup import identity

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
    on: Day | None = None


@router.post("/home-routing", responses=problems())
async def route_home(asked: HomeIn, homeward: HomewardState, me: Me, now: Now) -> HomeAnswer:
    """Council, ICB, practice, locality and hub of a home, or out of area and whom to tell; today, or `on` a date."""
    check_sight(me, "person")
    said = home(asked.postcode, asked.practice, asked.circumstance)
    return await home_answer(homeward, me, said, asked.on or local_date(now))


@router.get("/spells/{spell_id}/home", responses=problems(404))
async def read_home(spell_id: UUID, homeward: HomewardState, me: Me, now: Now) -> HomeKept:
    """Where the person of this stay belongs today, by the postcode, practice and birth date kept of them."""
    check_sight(me, "spell")
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("spell", SpellId(spell_id)))).past
    whose = person_of(SPELL.fold(past.events))
    async with homeward.database.engine.connect() as connection:
        person = await identity(connection, me.system, whose)
    return await home_kept(homeward, me, person, None, now)


@router.put("/spells/{spell_id}/home", responses=problems(404, 409, 412, 428), openapi_extra=IF_MATCH)
async def correct_kept_home(
    spell_id: UUID, typed: HomeTyped, request: Request, response: Response, homeward: HomewardState, me: Me, now: Now
) -> Receipt:
    """The home of the person of this stay, as they or their family say it is. What is left out is taken away."""
    check(me, RecordDetails)
    version = if_match(request.headers.get("if-match"))
    return tagged(response, await correct_home(homeward, me, SpellId(spell_id), typed, now, version))
