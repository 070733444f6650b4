"""The feeds of a system: which sender is whose, how each is read, and how it is."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict

from app.access.policy import check, check_sight
from app.api.problems import problems
from app.api.shapes import Body, ShortText
from app.api.state import IF_MATCH, Handle, HomewardState, Me, Now, tagged
from app.domain.feed import AddFeed, ChangeFeed
from app.domain.values import FeedId
from app.events.handler import Receipt
from app.intake import senders
from app.intake.health import Feed, feeds_of
from app.intake.settings import DEFAULT, FeedSettings

router = APIRouter(prefix="/feeds", tags=["feeds"])


class FeedIn(Body):
    """A sender, by MSH-3 and MSH-4 as it writes them; `*` stands for any."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"application": "PAS", "facility": "NORTHMOOR", "name": "Northmoor patient administration"}
        }
    )
    application: ShortText
    facility: ShortText
    name: ShortText


class FeedSettingsIn(Body):
    """What the feed is called here, and how it is read; a setting left out is as it is for every feed."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "name": "Northmoor patient administration",
                "settings": {
                    "hospital_tags": [{"authority": "NORTHMOOR", "type": "MR"}],
                    "classes": {"DAYCARE": "day"},
                    "wards": {"DISCHARGE LOUNGE": None},
                    "silent_after_minutes": DEFAULT.silent_after_minutes,
                },
            }
        }
    )
    name: ShortText
    settings: FeedSettings


class FeedShown(Feed, frozen=True):
    """A feed as it was set up, with how it is read and how it is; send `etag` as If-Match to change its settings."""

    etag: str


class Feeds(BaseModel):
    """Every feed of the system, by name."""

    feeds: list[FeedShown]


@router.get("", responses=problems())
async def read_feeds(homeward: HomewardState, me: Me, now: Now) -> Feeds:
    """Every feed with its settings and how it is: last heard, how much it sends, what is refused and what waits."""
    check_sight(me, "feed")
    async with homeward.database.reads.acquire() as connection:
        feeds = await feeds_of(connection, me.system, now)
    return Feeds(feeds=[FeedShown(**dict(feed), etag=f'"{feed.settings_version}"') for feed in feeds])


@router.put("/{feed_id}", responses=problems(409))
async def add_feed(
    feed_id: UUID, feed: FeedIn, homeward: HomewardState, me: Me, now: Now, response: Response
) -> Receipt:
    """Take a sender's messages into this system. It is read in the usual way until its settings say otherwise."""
    check(me, AddFeed)
    command = AddFeed(feed_id=FeedId(feed_id), by=me.actor, at=now, **feed.values())
    return tagged(response, await senders.add_feed(homeward.database, homeward.hints, me.system, command))


@router.put("/{feed_id}/settings", responses=problems(404, 409, 412, 428), openapi_extra=IF_MATCH)
async def change_feed(feed_id: UUID, change: FeedSettingsIn, handle: Handle, me: Me, now: Now) -> Receipt:
    """Say what the feed is called and how it is read, from its next message on; all of its settings at once."""
    settings = change.settings.model_dump(mode="json")
    return await handle(ChangeFeed(feed_id=FeedId(feed_id), name=change.name, settings=settings, by=me.actor, at=now))
