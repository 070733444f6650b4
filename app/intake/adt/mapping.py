"""Which ward a feed means by a name, said at the desk once: it is a setting of the feed, and what waited is placed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.database import Database
from app.domain.feed import ChangeFeed
from app.domain.rejections import NotKnown, Rejection
from app.domain.values import Actor, FeedId, SystemId
from app.events.handler import handle
from app.events.hints import Hints
from app.events.overwriting import MatchFailed
from app.intake.adt.again import Replayed, place_again
from app.intake.adt.desk import the_message, waiting_for
from app.intake.adt.kept import MOST_AT_ONCE, Kept
from app.intake.adt.offers import ward_waited_for
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Understood
from app.intake.adt.waits_for import for_ward
from app.intake.senders import FEEDS, sender_of_feed, stored_settings
from app.intake.settings import FeedSettings


class WaitsForNoWard(Rejection):
    """This message does not wait for a ward, so none can be named for it. Change the feed's settings instead."""


class WardNamedOtherwise(Rejection):
    """Somebody has said meanwhile that this name is another ward. To say otherwise, change the feed's settings."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """The name as the feed writes it, how many events were recorded, and what came of each message that waited."""

    name: str
    recorded: int
    placed: Sequence[Replayed]


async def map_ward(
    database: Database, hints: Hints, system: SystemId, message_id: int, ward_id: UUID | None, by: Actor, at: datetime
) -> Mapped:
    """The ward that the message waits for is this one, or none of ours (None); at most 500 are placed at once.

    Raises NotKnown, WaitsForNoWard, WardNamedOtherwise or WardNotKnown. The same again changes nothing.
    """
    message, name = await _named(database, system, message_id)
    recorded = await _change(database, hints, system, message.feed_id, {name: ward_id}, by, at)
    due = await waiting_for(database, system, message.feed_id, for_ward(name))
    return Mapped(name, recorded, await place_again(database, hints, system, due[:MOST_AT_ONCE]))


async def _named(database: Database, system: SystemId, message_id: int) -> tuple[Kept, str]:
    """The message, and what it calls the ward that it waits for, or waited for when this was said before."""
    async with database.reads.acquire() as connection:
        message = await the_message(connection, system, message_id)
        sender = await sender_of_feed(connection, system, message.feed_id)
    name = ward_waited_for(message)
    if name is not None:
        return message, name
    reading = understand(message.raw, message.received_at, sender.settings)
    named = _wards_in(reading) & sender.settings.wards.keys() if isinstance(reading, Understood) else set()
    if len(named) != 1:
        raise WaitsForNoWard
    return message, named.pop()


def _wards_in(reading: Understood) -> set[str]:
    visits = [subject.visit for subject in reading.subjects if subject.visit]
    return {place.ward for visit in visits for place in (visit.place, visit.pending_place) if place}


async def _change(
    database: Database,
    hints: Hints,
    system: SystemId,
    feed_id: UUID,
    ward: dict[str, UUID | None],
    by: Actor,
    at: datetime,
) -> int:
    """Add the ward to the feed's settings as they are now; somebody else may be changing them at the same time."""
    while True:
        name, settings, version = await _feed(database, system, feed_id)
        wards = settings.wards
        if ward.items() <= wards.items():
            return 0
        if ward.keys() & wards.keys():
            raise WardNamedOtherwise
        said = settings.model_copy(update={"wards": wards | ward}).model_dump(mode="json")
        command = ChangeFeed(feed_id=FeedId(feed_id), name=name, settings=said, by=by, at=at)
        try:
            return (await handle(database, hints, system, command, version)).recorded
        except MatchFailed:
            continue


async def _feed(database: Database, system: SystemId, feed_id: UUID) -> tuple[str, FeedSettings, int]:
    async with database.reads.acquire() as connection:
        row = await connection.fetchrow(_FEED, system, feed_id)
    if row is None:
        raise NotKnown(what="feed")
    return row["name"], stored_settings(row["settings"]), row["version"]


_FEED = f"""
    SELECT coalesce(said.name, feed.name) AS name, said.settings, coalesce(said.settings_version, 0) AS version
    FROM {FEEDS} WHERE feed.system_id = $1 AND feed.feed_id = $2"""
