"""Make the example system by commands; making it again records nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from app.access.accounts import keep_account
from app.database import Database
from app.domain.decider import Command
from app.domain.service import ListService
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard
from app.domain.values import Actor, ActorKind, ServiceId
from app.events.handler import handle
from app.events.hints import Hints
from app.events.systems import begin_system
from app.example.ids import SYSTEM, example_id
from app.example.messages import APPLICATION
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
from app.example.roster import ROSTER
from app.intake.senders import add_feed


async def found_example(database: Database) -> None:
    """The system, its places, services and roster, and the accounts of its staff."""
    hints = Hints(database)
    async with database.engine.begin() as connection:
        await begin_system(connection, SYSTEM, SYSTEM_NAME)
        for member in ROSTER:
            await keep_account(connection, SYSTEM, member.account)
    async with database.turns.acquire() as connection:
        await add_feed(connection, SYSTEM, name="Northmoor Hospitals", application=APPLICATION, facility=TRUST)
        await add_feed(connection, SYSTEM, name="Any other sender")
    for command in commands(datetime.now(UTC)):
        await handle(database, hints, SYSTEM, command)


def commands(now: datetime) -> Iterator[Command]:
    """Everything the example system begins with."""
    common: dict[str, Any] = {"by": Actor(kind=ActorKind.SYSTEM, id="example"), "at": now}
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
    for member in ROSTER:
        yield AddStaff(
            staff_id=member.staff_id,
            role=member.role,
            organisation_id=organisation_id(member.organisation),
            hub_id=member.hub_id,
            ward_ids=frozenset(member.ward_ids),
            **common,
        )


def _places(common: dict[str, Any]) -> Iterator[Command]:
    for code, name, kind in ORGANISATIONS:
        yield AddOrganisation(organisation_id=organisation_id(code), code=code, name=name, kind=kind, **common)
    for code, name in SITES:
        yield AddSite(site_id=site_id(code), code=code, name=name, organisation_id=organisation_id(TRUST), **common)
    for ward in WARDS:
        site = site_id(ward.site)
        yield AddWard(ward_id=ward.id, code=ward.code, name=ward.name, site_id=site, beds=ward.beds, **common)
    yield AddHub(hub_id=HUB, name=HUB_NAME, organisation_id=organisation_id(COUNCIL), **common)
