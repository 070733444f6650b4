"""Within one turn, what was written sooner is found by what follows; the log stays whole, or none of it is kept."""

from uuid import UUID, uuid4

import asyncpg
import pytest

from app.domain.calendar import NO_CALENDAR, OwnerNotKnown, SetCalendar
from app.domain.values import Role
from app.events.handler import decide_in, taken
from app.events.verify import verify
from tests.facts import MONDAY, Installation
from tests.promises.commands import an_organisation


def calendar_of(place: Installation, owner: UUID) -> SetCalendar:
    return SetCalendar(owner_id=owner, calendar=NO_CALENDAR, by=place.by(Role.MANAGER), at=MONDAY)


async def events(place: Installation) -> int:
    return int(await place.database.reads.fetchval("SELECT count(*) FROM event WHERE system_id = $1", place.system))


async def add_and_set(place: Installation, owner: UUID | None = None) -> None:
    """Add an organisation and, in the same turn, set the calendar of it or of another owner."""
    new = an_organisation(place)
    async with taken(place.database, place.hints, place.system) as turn:
        await decide_in(turn, new)
        await turn.flush()
        await decide_in(turn, calendar_of(place, owner or new.organisation_id))


async def test_what_was_written_sooner_in_the_turn_is_found_by_what_follows(place: Installation) -> None:
    before = await events(place)
    await add_and_set(place)
    assert await events(place) == before + 2
    connection = await asyncpg.connect(place.database.url)
    try:
        assert (await verify(connection, place.system)).broken_at is None
    finally:
        await connection.close()


async def test_what_was_written_sooner_is_not_kept_where_the_turn_fails(place: Installation) -> None:
    before = await events(place)
    with pytest.raises(OwnerNotKnown):
        await add_and_set(place, owner=uuid4())
    assert await events(place) == before
