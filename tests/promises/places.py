"""What may be told of places, staff, services and feeds, at random: that they come, change or go."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.codes.pathways import Pathway
from app.domain.codes.service_lines import ServiceLine
from app.domain.codes.sexes import Sex
from app.domain.codes.windows import Window
from app.domain.decider import Command
from app.domain.feed import AddFeed, ChangeFeed
from app.domain.hub import HoldBoardRound, UndoBoardRound
from app.domain.service import (
    Beds,
    ClosedFor,
    CloseService,
    ConfirmCapacity,
    DeclareCapacity,
    DescribeService,
    GiveUpPlace,
    HoldPlace,
    ListService,
    ReopenService,
    Run,
    TakePlace,
    Unit,
)
from app.domain.system import AddHub, AddOrganisation, AddSite, AddStaff, AddWard, OrganisationKind, RemoveStaff
from app.domain.values import CaseId, FeedId, HubId, Role, ServiceId, SiteId, StaffId, WardId
from tests.promises.delays import SIDES
from tests.promises.teller import Teller


def of_a_place(teller: Teller) -> Command:
    """A place is new, or one there is has other beds, another name or another code."""
    place, name = teller.place, f"Place {teller.chance.randint(1, 99)}"
    here: dict[str, Any] = {"system_id": place.system, "name": name, **teller.said()}
    code = f"{teller.chance.randint(1, 999):03}"
    ward, beds = teller.one_of([*teller.wards, WardId(teller.new_id())]), tuple(f"{n}" for n in range(1, 4))
    trust = teller.one_of([place.trust, SIDES[teller.new_id().int % 2]])
    site = teller.one_of([place.site, SiteId(teller.new_id())])
    hub = teller.one_of([place.hub, HubId(teller.new_id())])
    of_hub = SIDES[1] if hub == place.hub else SIDES[hub.int % 2]
    changes: list[Command] = [
        AddOrganisation(organisation_id=trust, code=f"C{code}", kind=OrganisationKind.COUNCIL, **here),
        AddSite(site_id=site, code=f"S{code}", organisation_id=place.trust, **here),
        AddWard(ward_id=ward, code=f"W{code}", site_id=place.site, beds=beds, **here),
        AddHub(hub_id=hub, organisation_id=of_hub, **here),
    ]
    return teller.dealt("place", changes)


def of_staff(teller: Teller) -> Command:
    """Somebody joins, changes or leaves, a service is listed, or the hub holds or undoes a board round."""
    place, provider = teller.place, teller.place.staff[Role.PROVIDER]
    wards = frozenset(teller.chance.sample(teller.wards, 1))
    joining = AddStaff(
        staff_id=teller.one_of([provider, provider, StaffId(teller.new_id())]),
        role=Role.PROVIDER,
        organisation_id=place.trust,
        hub_id=teller.one_of([None, place.hub]),
        ward_ids=wards,
        **teller.said(),
    )
    service = ListService(
        service_id=ServiceId(UUID(int=teller.chance.randint(1, 5))),
        name=f"Service {teller.chance.randint(1, 9)}",
        organisation_id=place.trust,
        line=teller.one_of(list(ServiceLine)),
        pathway=teller.one_of(list(Pathway)),
        **teller.said(),
    )
    leaving = RemoveStaff(staff_id=provider, **teller.said())
    return teller.dealt("staff", [*[joining] * 3, service, *_rounds(teller), leaving])


def _rounds(teller: Teller) -> list[Command]:
    """Of so few that one which was held is undone, also the only one, and is told again when it was."""
    about: dict[str, Any] = {"hub_id": teller.place.hub, "round_id": UUID(int=teller.chance.randint(1, 2))}
    return [HoldBoardRound(**about, **teller.said()), UndoBoardRound(**about, **teller.said())]


def of_a_service(teller: Teller) -> Command:
    """One of a few services describes or counts itself, closes or opens, or a place of it is kept or given up."""
    chance, now = teller.chance, teller.now
    service: dict[str, Any] = {"service_id": ServiceId(UUID(int=chance.randint(1, 5))), **teller.said()}
    hold: dict[str, Any] = service | {"hold_id": UUID(int=chance.randint(1, 6))}
    kept: dict[str, Any] = {"case_id": CaseId(UUID(int=7)), "over_count": chance.random() < 0.2}
    units = teller.one_of([("a",), ("b",), ("a", "a")])
    return teller.dealt(
        "service",
        [
            DescribeService(sectors=frozenset({f"ZZ97 {chance.randint(1, 3)}", "ZZ98"}), **service),
            *[DeclareCapacity(units=_some_units(teller), **service)] * 3,
            ConfirmCapacity(**service),
            CloseService(why=teller.one_of(list(ClosedFor)), until=now.date() + timedelta(days=3), **service),
            ReopenService(**service),
            HoldPlace(units=units, until=now + timedelta(hours=chance.randint(1, 40)), **kept, **hold),
            TakePlace(units=units, starts_at=now + timedelta(hours=chance.randint(1, 9)), **kept, **hold),
            GiveUpPlace(**hold),
        ],
    )


def _some_units(teller: Teller) -> tuple[Unit, ...]:
    """As many of a and of b as chance has it, in each of the three ways in which services are counted."""
    run = Run(window=teller.one_of(list(Window)), carers=2, sectors=frozenset({"ZZ97 2", "ZZ97 1"}))
    way: dict[str, Any] = teller.one_of([{}, {"beds": Beds(sex=Sex.FEMALE, side_room=True)}, {"run": run}])
    number = teller.chance.randint(1, 3)
    return tuple(Unit(key=key, commissioned=9, usable=number, occupied=0, contingency=0, **way) for key in "ab")


def of_a_feed(teller: Teller) -> Command:
    """One of a few feeds is new, or has another name and other settings."""
    feed, name = FeedId(UUID(int=teller.chance.randint(1, 3))), f"Feed {teller.chance.randint(1, 3)}"
    settings = {"wards": {"ASH": str(teller.one_of(teller.wards)), "LAB": None}, "site_id": str(teller.place.site)}
    changes = [
        AddFeed(feed_id=feed, application="PAS", facility=str(feed), name="Feed", **teller.said()),
        ChangeFeed(feed_id=feed, name=name, settings=teller.one_of([{}, settings]), **teller.said()),
    ]
    return teller.dealt("feed", changes)
