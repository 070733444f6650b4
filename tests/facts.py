"""Builders: a small system to act in, and the people who act. Everyone is invented."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID, uuid4

import httpx
from nhs_number.constants import REGION_SYNTHETIC
from nhs_number.generate import generate
from sqlalchemy import insert

from app.access.accounts import write_account
from app.access.passwords import hashed
from app.access.sessions import NewAccount, open_session
from app.database import Database
from app.domain.case import SubmitReferral
from app.domain.case.form import Need, Needs, ReferralForm
from app.domain.decider import Command
from app.domain.feed import AddFeed
from app.domain.person import RecordDetails
from app.domain.spell import OpenSpell
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard, OrganisationKind
from app.domain.values import (
    Actor,
    ActorKind,
    CaseId,
    FeedId,
    HubId,
    OrganisationId,
    PersonId,
    Role,
    SiteId,
    SpellId,
    StaffId,
    SystemId,
    WardId,
    Words,
)
from app.events.handler import Receipt, decide_in, handle, taken
from app.events.hints import Hints
from app.events.log import Turn
from app.events.tables import system as systems
from app.intake.senders import add_feed
from app.people.details import Details
from app.people.registry import keep

PASSWORD = "only-for-tests"
MONDAY = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@dataclass(slots=True)
class Installation:
    """One system, its places by name, and its staff by role."""

    database: Database
    hints: Hints
    system: SystemId
    trust: OrganisationId
    site: SiteId
    ward: WardId
    other_ward: WardId
    hub: HubId
    ward_code: str
    other_ward_code: str
    staff: dict[Role, StaffId] = field(default_factory=dict)

    def by(self, role: Role) -> Actor:
        """The member of staff of this role."""
        return Actor(kind=ActorKind.STAFF, id=str(self.staff[role]), role=role)

    async def do(self, command: Command) -> Receipt:
        """Handle a command."""
        return await handle(self.database, self.hints, self.system, command)

    async def admit(self, *, bed: str = "A1-01", at: datetime | None = None, **told: Any) -> tuple[PersonId, SpellId]:
        """Admit somebody to the first ward."""
        spell, at = SpellId(uuid4()), at or datetime.now(UTC) - timedelta(days=2)
        details = Details(**{"family": "Example", "given": "Ada", **told})
        by = self.by(Role.WARD_NURSE)
        async with taken(self.database, self.hints, self.system) as turn:
            kept = await keep(turn.connection, turn.system, None, details)
            await decide_in(turn, RecordDetails(person_id=kept.person, changed=kept.changed, by=by, at=at))
            opening = OpenSpell(spell_id=spell, person_id=kept.person, ward_id=self.ward, bed=bed, by=by, at=at)
            await decide_in(turn, opening)
        return kept.person, spell

    def referral(self, spell: SpellId, case: CaseId | None = None, words: str = "Fell at home.") -> SubmitReferral:
        """A referral of the person in this spell."""
        return SubmitReferral(
            case_id=case or CaseId(uuid4()),
            spell_id=spell,
            hub_id=self.hub,
            form=ReferralForm(why_in_hospital=Words(words), needs=Needs(needs=frozenset({Need.PERSONAL_CARE}))),
            by=self.by(Role.WARD_NURSE),
            at=datetime.now(UTC),
        )

    async def session(self, role: Role) -> str:
        """The token of somebody of this role who is signed in, without the form and the cost of a password."""
        async with self.database.engine.begin() as connection:
            token = await open_session(connection, self.system, self.staff[role])
        assert token
        return token

    async def sign_in(self, client: httpx.AsyncClient, role: Role) -> dict[str, str]:
        """The headers of somebody of this role, signed in by name and password."""
        username = username_of(self.system, role)
        answer = await client.post("/sign-in", data={"username": username, "password": PASSWORD})
        token = answer.cookies["homeward_session"]
        client.cookies.clear()
        return {"Cookie": f"homeward_session={token}"}


def username_of(system: UUID, role: Role) -> str:
    """The sign-in name of this role in this system."""
    return f"{role}-{system.hex[:12]}"


def an_nhs_number() -> str:
    """A valid NHS number of the range that is never issued."""
    return str(generate(for_region=REGION_SYNTHETIC, quantity=1)[0])


async def an_empty_system(database: Database) -> SystemId:
    """A system with nothing in it."""
    system = SystemId(uuid4())
    async with database.engine.begin() as connection:
        await connection.execute(insert(systems).values(id=system, name="Test system"))
    return system


def an_installation(database: Database, hints: Hints, system: SystemId) -> Installation:
    """The ids of what a system will be made of; nothing is there yet."""
    return Installation(
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
    )


async def a_system(database: Database, hints: Hints) -> Installation:
    """A system with a trust, a site, two wards, a hub and staff of each role."""
    system = await an_empty_system(database)
    code = system.hex[:6].upper()
    made = an_installation(database, hints, system)
    async with taken(database, hints, system) as turn:
        for command in places_of(made, code):
            await decide_in(turn, command)
    await add_feed(database, hints, system, a_feed(application="PAS", facility=code))
    async with taken(database, hints, system) as turn:
        for role in Role:
            await _staff(made, role, turn)
    return made


def a_feed(*, application: str, facility: str, name: str = "Test feed") -> AddFeed:
    """The command that adds the feed of a sender."""
    by = Actor(kind=ActorKind.SYSTEM, id="tests")
    return AddFeed(feed_id=FeedId(uuid4()), application=application, facility=facility, name=name, by=by, at=MONDAY)


def places_of(made: Installation, code: str) -> list[Command]:
    """The commands that make a system's trust, site, wards and hub."""
    common: dict[str, Any] = {"system_id": made.system, "by": Actor(kind=ActorKind.SYSTEM, id="tests"), "at": MONDAY}
    return [
        AddOrganisation(
            organisation_id=made.trust,
            code=code,
            name="Northmoor Trust",
            kind=OrganisationKind.HOSPITAL_TRUST,
            **common,
        ),
        AddSite(site_id=made.site, code=f"{code}01", name="Northmoor Royal", organisation_id=made.trust, **common),
        AddWard(ward_id=made.ward, code="ASH", name="Ash ward", site_id=made.site, beds=("A1-01", "A1-02"), **common),
        AddWard(ward_id=made.other_ward, code="BIRCH", name="Birch ward", site_id=made.site, beds=("B1",), **common),
        AddHub(hub_id=made.hub, name="Northmoor hub", organisation_id=made.trust, **common),
    ]


@cache
def _hash() -> str:
    """A hash costs what it must; everybody here has the one password, so it is paid once."""
    return hashed(PASSWORD)


async def _staff(made: Installation, role: Role, turn: Turn) -> None:
    staff = StaffId(uuid4())
    made.staff[role] = staff
    account = NewAccount(
        staff_id=staff,
        username=username_of(made.system, role),
        password=PASSWORD,
        name=f"Sam {role.replace('_', ' ').title()}",
        role=role,
        organisation_id=made.trust,
        hub_id=made.hub,
        ward_ids=(made.ward,),
    )
    await write_account(turn.connection, made.system, account, _hash())
    joining = AddStaff(
        staff_id=staff,
        role=role,
        organisation_id=made.trust,
        hub_id=made.hub,
        ward_ids=frozenset({made.ward}),
        by=Actor(kind=ActorKind.SYSTEM, id="tests"),
        at=MONDAY,
    )
    await decide_in(turn, joining)
