"""Systems for feeds to fill: made in two turns and without anybody's password, so each test can have its own."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from app.database import Database
from app.domain.feed import ChangeFeed
from app.domain.system import AddStaff, AddWard
from app.domain.values import Actor, ActorKind, FeedId, Role, StaffId, SystemId, WardId
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.intake.adt.feed import Feed
from app.intake.senders import add_feed
from app.intake.settings import FeedSettings
from tests.facts import MONDAY, Installation, a_feed, an_empty_system, an_installation, places_of
from tests.intake.adt.feeding import Hospital

BY = Actor(kind=ActorKind.SYSTEM, id="tests")


async def a_hospital(database: Database, *, application: str = "PAS", facility: str = "") -> Hospital:
    """A hospital of two wards, a hub with a case manager, and a feed; `*` is the feed of any sender."""
    system = await an_empty_system(database)
    code = system.hex[:6].upper()
    hints = Hints(database)
    made = an_installation(database, hints, system)
    made.staff = {role: StaffId(uuid4()) for role in Role}
    async with taken(database, hints, system) as turn:
        for command in places_of(made, code):
            await decide_in(turn, command)
    manager = AddStaff(
        staff_id=made.staff[Role.CASE_MANAGER],
        role=Role.CASE_MANAGER,
        organisation_id=made.trust,
        hub_id=made.hub,
        ward_ids=frozenset(),
        by=BY,
        at=MONDAY,
    )
    await made.do(manager)
    await add_feed(database, hints, system, a_feed(application=application, facility=facility or code))
    return Hospital(made, Feed(database, hints))


async def set_up(hospital: Hospital, settings: FeedSettings) -> None:
    """How the hospital's feed is read from now on."""
    place, said = hospital.place, settings.model_dump(mode="json")
    feed = FeedId(await place.database.reads.fetchval("SELECT feed_id FROM feed WHERE system_id = $1", place.system))
    await place.do(ChangeFeed(feed_id=feed, name="Test feed", settings=said, by=BY, at=MONDAY))


async def add_wards(made: Installation, beds_of: Mapping[str, str]) -> None:
    """More wards at the first site: code and one bed each."""
    async with taken(made.database, made.hints, made.system) as turn:
        for code, bed in beds_of.items():
            ward = AddWard(
                ward_id=WardId(uuid4()), code=code, name=code, site_id=made.site, beds=(bed,), **_common(made.system)
            )
            await decide_in(turn, ward)


def _common(system: SystemId) -> dict[str, Any]:
    return {"system_id": system, "by": BY, "at": MONDAY}
