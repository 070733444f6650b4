"""Make the example system by commands; making it again records nothing."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from app.access.accounts import keep_account
from app.database import Database
from app.domain.codes.alert_reasons import AlertReason
from app.domain.decider import Command
from app.domain.feed import AddFeed, ChangeFeed, SenderTaken
from app.domain.rejections import NotKnown
from app.domain.service import ListService
from app.domain.service.capacity import CountedSince
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard
from app.domain.values import Actor, ActorKind, FeedId, ServiceId
from app.events.handler import handle
from app.events.hints import Hints
from app.events.overwriting import MatchRequired
from app.events.practice.founding import first_lists, set_first
from app.events.systems import begin_system, is_archived
from app.example.ids import SYSTEM, example_id
from app.example.messages import APPLICATION, CARE_HOME
from app.example.offers import sayings
from app.example.places import (
    COUNCIL,
    HUB,
    HUB_NAME,
    ORGANISATIONS,
    SERVICES,
    SITES,
    SYSTEM_NAME,
    TRUST,
    WARDS,
    organisation_id,
    site_id,
)
from app.example.practice import practice_commands
from app.example.reference import load_reference
from app.example.roster import ROSTER
from app.intake.senders import ANY, add_feed
from app.intake.settings import FeedSettings

HOSPITALS = "Northmoor Hospitals"
_BY = Actor(kind=ActorKind.SYSTEM, id="example")


async def found_example(database: Database) -> None:
    """The system, its places, services, roster and accounts, its local practice, and where homes belong.

    Nothing where it is there and archived.
    """
    hints = Hints(database)
    async with database.engine.begin() as connection:
        await begin_system(connection, SYSTEM, SYSTEM_NAME)
        if await is_archived(connection, SYSTEM):
            return
        for member in ROSTER:
            await keep_account(connection, SYSTEM, member.account)
    for feed in feeds(datetime.now(UTC)):
        with suppress(SenderTaken):  # by an earlier version, or by another system of this installation
            await add_feed(database, hints, SYSTEM, feed)
    with suppress(MatchRequired, NotKnown):  # said otherwise by a manager; or the sender is another system's
        await handle(database, hints, SYSTEM, settings(datetime.now(UTC)))
    for command in commands(datetime.now(UTC)):
        with suppress(MatchRequired, CountedSince):  # a service has said otherwise since the first start
            await handle(database, hints, SYSTEM, command)
    await set_first(database, hints, SYSTEM, local_practice(datetime.now(UTC)))
    await load_reference(database, SYSTEM)


def feeds(now: datetime) -> Iterator[AddFeed]:
    """Its hospitals' own feed, and one for whatever else is sent to try it."""
    for name, application, facility in ((HOSPITALS, APPLICATION, TRUST), ("Any other sender", ANY, ANY)):
        feed = FeedId(example_id("feed", name))
        yield AddFeed(feed_id=feed, application=application, facility=facility, name=name, by=_BY, at=now)


def settings(now: datetime) -> ChangeFeed:
    """Who comes to the hospitals from a care home will probably need the hub."""
    read_so = FeedSettings(admit_sources={CARE_HOME: AlertReason.CARE_HOME})
    feed = FeedId(example_id("feed", HOSPITALS))
    return ChangeFeed(feed_id=feed, name=HOSPITALS, settings=read_so.model_dump(mode="json"), by=_BY, at=now)


def commands(now: datetime) -> Iterator[Command]:
    """Everything else the example system begins with."""
    common: dict[str, Any] = {"by": _BY, "at": now}
    yield from _places(common | {"system_id": SYSTEM})
    for name, organisation, line, pathway in SERVICES:
        yield ListService(
            service_id=ServiceId(example_id("service", name)),
            name=name,
            organisation_id=organisation_id(organisation),
            line=line,
            pathway=pathway,
            **common,
        )
    yield from sayings(_BY, now)
    for member in ROSTER:
        yield AddStaff(
            staff_id=member.staff_id,
            role=member.role,
            organisation_id=organisation_id(member.organisation),
            hub_id=member.hub_id,
            ward_ids=frozenset(member.ward_ids),
            **common,
        )


def local_practice(now: datetime) -> Iterator[Command]:
    """What staff may have changed since, and is then left as it is: the lists, calendars and ladders."""
    common: dict[str, Any] = {"by": _BY, "at": now}
    yield from first_lists(**common)
    yield from practice_commands(common)


def _places(common: dict[str, Any]) -> Iterator[Command]:
    for code, name, kind in ORGANISATIONS:
        yield AddOrganisation(organisation_id=organisation_id(code), code=code, name=name, kind=kind, **common)
    for code, name in SITES:
        yield AddSite(site_id=site_id(code), code=code, name=name, organisation_id=organisation_id(TRUST), **common)
    for ward in WARDS:
        site = site_id(ward.site)
        yield AddWard(ward_id=ward.id, code=ward.code, name=ward.name, site_id=site, beds=ward.beds, **common)
    yield AddHub(hub_id=HUB, name=HUB_NAME, organisation_id=organisation_id(COUNCIL), **common)
