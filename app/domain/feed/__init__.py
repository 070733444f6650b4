"""A feed from outside: which sender it is, what it is called here, and how what it sends is read.

Of its settings the rules know only the places they name; the rest is the business of who reads the feed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias
from uuid import UUID

from app.domain.decider import Command, Decider, Recorded
from app.domain.rejections import NotKnown, Rejection
from app.domain.system.unknown import SiteNotKnown, WardNotKnown
from app.domain.values import FeedId, SiteId, Stream, WardId, stream

Settings: TypeAlias = Mapping[str, Any]
"""Plain JSON; empty is how every feed is read until somebody says otherwise. Nobody's details are in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedAdded:
    """This sender's messages belong to the system; `*` stands for any application or facility."""

    application: str
    facility: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedChanged:
    """The feed is called so and is read so from now on."""

    name: str
    settings: Settings


FeedEvent: TypeAlias = FeedAdded | FeedChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedCommand(Command):
    """A command on one feed."""

    feed_id: FeedId

    @property
    def stream(self) -> Stream:
        """The feed's own stream."""
        return stream("feed", self.feed_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddFeed(FeedCommand):
    """Take this sender's messages."""

    application: str
    facility: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFeed(FeedCommand):
    """Say what the feed is called and how it is read."""

    name: str
    settings: Settings

    @property
    def site(self) -> SiteId | None:
        """The only site that the feed tells of, if the settings name one."""
        site = self.settings.get("site_id")
        return SiteId(UUID(site)) if site else None

    @property
    def wards(self) -> frozenset[WardId]:
        """The wards that the settings name."""
        return frozenset(WardId(UUID(ward)) for ward in self.settings.get("wards", {}).values() if ward)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFacts:
    """What stands beside the feed's stream: the places it names, and its sender where it was set up before streams."""

    site_known: bool = True
    wards_known: bool = True
    set_up: FeedAdded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """`added` is how the feed began; `changed` is what was said of it last."""

    added: FeedAdded | None = None
    changed: FeedChanged | None = None


class SenderTaken(Rejection):
    """Another feed, here or in another system of this installation, takes this sender's messages already, and a message
    belongs to one feed. Change that feed."""


class FeedHasAnotherSender(Rejection):
    """This feed was added with another sender or name. A sender stays; add another feed, or change this one's name."""


def decide(command: AddFeed | ChangeFeed, feed: Feed, facts: FeedFacts) -> list[FeedEvent]:
    """The same again changes nothing."""
    match command:
        case AddFeed():
            return _add(command, feed, facts)
        case ChangeFeed():
            return _change(command, feed, facts)


def _add(command: AddFeed, feed: Feed, facts: FeedFacts) -> list[FeedEvent]:
    wanted = FeedAdded(application=command.application, facility=command.facility, name=command.name)
    begun = feed.added or facts.set_up
    if begun and begun != wanted:
        raise FeedHasAnotherSender
    return [] if feed.added else [wanted]


def _change(command: ChangeFeed, feed: Feed, facts: FeedFacts) -> list[FeedEvent]:
    wanted = FeedChanged(name=command.name, settings=command.settings)
    if feed.changed == wanted:
        return []
    begun = feed.added or facts.set_up
    if begun is None:
        raise NotKnown(what="feed")
    if not facts.site_known:
        raise SiteNotKnown
    if not facts.wards_known:
        raise WardNotKnown
    return [wanted] if feed.added else [begun, wanted]


def evolve(feed: Feed, recorded: Recorded[FeedEvent]) -> Feed:
    """The feed after one more event."""
    match recorded.event:
        case FeedAdded() as added:
            return replace(feed, added=added)
        case FeedChanged() as changed:
            return replace(feed, changed=changed)


FEED = Decider(initial=Feed(), decide=decide, evolve=evolve)
FEED_EVENTS = (FeedAdded, FeedChanged)
