"""Telling the registry of somebody, as the feed and the ward do: found or not, kept, and said in the log."""

from datetime import UTC, datetime
from typing import Any

from app.domain.person import Detail, RecordDetails
from app.domain.values import PersonId, Role, SystemId
from app.events.handler import decide_in, taken
from app.people import registry
from app.people.details import Details, HospitalNumber
from app.people.lookup import Identity, identity, search
from app.people.registry import Kept, Match
from tests.facts import Installation

MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def number(value: str, authority: str = "PAS") -> HospitalNumber:
    """A number that a hospital gave."""
    return HospitalNumber(authority=authority, value=value)


async def find(place: Installation, **told: Any) -> Match:
    """Whom these details lead to."""
    async with place.database.turns.acquire() as connection:
        return await registry.find(connection, place.system, Details(**told))


async def keep(place: Installation, person: PersonId | None = None, **told: Any) -> Kept:
    """Register somebody, or correct what is kept of them, as is said now."""
    return await tell(place, person, None, Details(**told))


async def tell(place: Installation, person: PersonId | None, said_at: datetime | None, details: Details) -> Kept:
    """The same, as was said at some time."""
    async with taken(place.database, place.hints, place.system) as turn:
        kept = await registry.keep(turn.connection, place.system, person, details, said_at)
        by = place.by(Role.WARD_NURSE)
        await decide_in(turn, RecordDetails(person_id=kept.person, changed=kept.changed, by=by, at=MONDAY))
    return kept


async def somebody(place: Installation, **told: Any) -> PersonId:
    """A person who is new here."""
    return (await keep(place, **{"family": "Example", "given": "Ada", **told})).person


async def changed(place: Installation, person: PersonId, **told: Any) -> set[Detail]:
    """Which details this telling changes."""
    return set((await keep(place, person, **told)).changed)


async def kept_of(place: Installation, person: PersonId) -> Identity | None:
    """What is kept of a person."""
    async with place.database.engine.connect() as connection:
        return await identity(connection, place.system, person)


async def found_by(place: Installation, words: str, system: SystemId | None = None) -> set[PersonId]:
    """Who is found by these words."""
    async with place.database.engine.connect() as connection:
        return {PersonId(each.person_id) for each in await search(connection, system or place.system, words)}
