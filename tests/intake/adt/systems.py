"""Systems for feeds to fill: made in two turns and without anybody's password, so each test can have its own."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from app.database import Database
from app.domain.decider import Command
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard, OrganisationKind
from app.domain.values import Actor, ActorKind, HubId, OrganisationId, Role, SiteId, StaffId, SystemId, WardId
from app.events.handler import decide_in, taken
from app.events.hints import Hints
from app.intake.adt.feed import Feed
from app.intake.senders import add_feed
from tests.facts import MONDAY, Installation, an_empty_system
from tests.intake.adt.feeding import Hospital

BY = Actor(kind=ActorKind.SYSTEM, id="tests")


async def a_hospital(database: Database, *, application: str = "PAS", facility: str = "") -> Hospital:
    """A hospital of two wards, a hub with a case manager, and a feed; `*` is the feed of any sender."""
    system = await an_empty_system(database)
    code = system.hex[:6].upper()
    hints = Hints(database)
    made = Installation(
        database=database,
        hints=hints,
        system=system,
        trust=OrganisationId(uuid4()),
        site=SiteId(uuid4()),
        ward=WardId(uuid4()),
        other_ward=WardId(uuid4()),
        hub=HubId(uuid4()),
        ward_code="ASH",
        other_ward_code="BIRCH",
        staff={role: StaffId(uuid4()) for role in Role},
    )
    async with taken(database, hints, system) as turn:
        for command in _places(made, code):
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
    async with database.turns.acquire() as connection:
        await add_feed(connection, system, name="Tests", application=application, facility=facility or code)
    return Hospital(made, Feed(database, hints))


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


def _places(made: Installation, code: str) -> list[Command]:
    common, trust = _common(made.system), OrganisationKind.HOSPITAL_TRUST
    return [
        AddOrganisation(organisation_id=made.trust, code=code, name="Northmoor Trust", kind=trust, **common),
        AddSite(site_id=made.site, code=f"{code}01", name="Northmoor Royal", organisation_id=made.trust, **common),
        AddWard(ward_id=made.ward, code="ASH", name="Ash ward", site_id=made.site, beds=("A1-01", "A1-02"), **common),
        AddWard(ward_id=made.other_ward, code="BIRCH", name="Birch ward", site_id=made.site, beds=("B1",), **common),
        AddHub(hub_id=made.hub, name="Northmoor hub", organisation_id=made.trust, **common),
    ]
