"""The home that is kept of a person, with where it belongs today; send its etag to correct it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from app.access.me import Me
from app.api.home_answer import HomeAnswer, answered
from app.api.state import State
from app.domain.decider import Recorded
from app.domain.local_time import local_date
from app.domain.person import Detail, PersonDetailsChanged, PersonRegistered
from app.domain.routing import Circumstance, Home, kept_home
from app.domain.values import PersonId, stream
from app.events.stream import read_stream
from app.people.lookup import Identity
from app.routing.lookup import routed


class HomeKept(BaseModel):
    """The home of a person as it is kept, and its routing. Whose details were erased is routed nowhere."""

    address: list[str]
    postcode: str | None
    practice: str | None
    routing: HomeAnswer
    etag: str


async def home_kept(
    homeward: State, me: Me, person: Identity | None, told: Circumstance | None, now: datetime
) -> HomeKept:
    """By what is kept of them, and what is `told` of their home now; None for somebody who was erased."""
    today = local_date(now)
    kept = kept_home(person.postcode, person.practice, person.birth_date, told, today) if person else Home()
    return HomeKept(
        address=list(person.address) if person else [],
        postcode=(person and person.postcode) or None,
        practice=(person and person.practice) or None,
        routing=await home_answer(homeward, me, kept, today),
        etag=home_etag(await _past(homeward, me, PersonId(person.person_id)) if person else ()),
    )


async def home_answer(homeward: State, me: Me, asked: Home, on: date) -> HomeAnswer:
    """Where this home belongs on this date, by the tables that are loaded."""
    async with homeward.database.reads.acquire() as connection:
        return answered(await routed(connection, me.system, asked, on), on)


def home_etag(past: Sequence[Recorded[Any]]) -> str:
    """The ETag of what a person's stream says of their home."""
    return f'"{home_version(past)}"'


def home_version(past: Sequence[Recorded[Any]]) -> int:
    """The version of a person's stream at which their home was told last."""
    return max((each.version for each in past if _tells_home(each.event)), default=0)


def _tells_home(event: object) -> bool:
    if isinstance(event, PersonDetailsChanged):
        return not _OF_A_HOME.isdisjoint(event.details)
    return isinstance(event, PersonRegistered)


_OF_A_HOME = {Detail.ADDRESS, Detail.PRACTICE}


async def _past(homeward: State, me: Me, person: PersonId) -> Sequence[Recorded[Any]]:
    async with homeward.database.reads.acquire() as connection:
        return (await read_stream(connection, me.system, stream("person", person))).past.events
