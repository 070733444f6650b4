"""Organisations, sites, wards and hubs: added, told again, changed, refused."""

from typing import Any

import pytest

from app.domain.system import (
    PLACES,
    AddHub,
    AddOrganisation,
    AddSite,
    AddWard,
    HubAdded,
    HubChanged,
    OrganisationAdded,
    OrganisationChanged,
    OrganisationKind,
    SiteAdded,
    SiteChanged,
    WardAdded,
    WardChanged,
)
from app.domain.system.state import CodeTaken
from app.domain.system.unknown import OrganisationNotKnown, SiteNotKnown
from app.domain.values import HubId, OrganisationId, SiteId, SystemId, WardId
from tests.domain.given import NOON, NURSE, decided, given, uid

SYSTEM = SystemId(uid(1))
TRUST, COUNCIL = OrganisationId(uid(2)), OrganisationId(uid(3))
NORTH, SOUTH = SiteId(uid(4)), SiteId(uid(5))
OAK, ELM = WardId(uid(6)), WardId(uid(7))
HUB = HubId(uid(8))

trust = OrganisationAdded(organisation_id=TRUST, code="RX0", name="Valley Trust", kind=OrganisationKind.HOSPITAL_TRUST)
council = OrganisationAdded(organisation_id=COUNCIL, code="E99", name="Valley Council", kind=OrganisationKind.COUNCIL)
north = SiteAdded(site_id=NORTH, code="RX001", name="North", organisation_id=TRUST)
south = SiteAdded(site_id=SOUTH, code="RX002", name="South", organisation_id=TRUST)
oak = WardAdded(ward_id=OAK, code="OAK", name="Oak Ward", site_id=NORTH, beds=("1", "2"))
hub = HubAdded(hub_id=HUB, name="Valley Hub", organisation_id=TRUST)


def organisation(name: str = "Valley Trust", code: str = "RX0", key: OrganisationId = TRUST) -> AddOrganisation:
    kind = OrganisationKind.HOSPITAL_TRUST
    return AddOrganisation(system_id=SYSTEM, by=NURSE, at=NOON, organisation_id=key, code=code, name=name, kind=kind)


def site(code: str = "RX001", organisation: OrganisationId = TRUST, key: SiteId = NORTH) -> AddSite:
    return AddSite(
        system_id=SYSTEM, by=NURSE, at=NOON, site_id=key, code=code, name="North", organisation_id=organisation
    )


def ward(code: str = "OAK", site: SiteId = NORTH, beds: tuple[str, ...] = ("1", "2"), key: WardId = OAK) -> AddWard:
    return AddWard(
        system_id=SYSTEM, by=NURSE, at=NOON, ward_id=key, code=code, name="Oak Ward", site_id=site, beds=beds
    )


def care_hub(name: str = "Valley Hub", organisation: OrganisationId = TRUST) -> AddHub:
    return AddHub(system_id=SYSTEM, by=NURSE, at=NOON, hub_id=HUB, name=name, organisation_id=organisation)


def after(*past: object, then: Any) -> list[Any]:
    return decided(PLACES, given(*past), then)


def test_an_organisation_joins_the_system() -> None:
    assert after(then=organisation()) == [trust]


def test_an_organisation_described_otherwise_has_changed() -> None:
    renamed = OrganisationChanged(
        organisation_id=TRUST, code="RX0", name="Valley and Dale Trust", kind=OrganisationKind.HOSPITAL_TRUST
    )
    assert after(trust, then=organisation(name="Valley and Dale Trust")) == [renamed]
    assert after(trust, renamed, then=organisation(name="Valley and Dale Trust")) == []


def test_a_site_joins_an_organisation() -> None:
    assert after(trust, then=site()) == [north]


def test_a_site_may_go_to_another_organisation() -> None:
    changed = SiteChanged(site_id=NORTH, code="RX001", name="North", organisation_id=COUNCIL)
    assert after(trust, council, north, then=site(organisation=COUNCIL)) == [changed]


def test_a_ward_joins_a_site_with_its_beds() -> None:
    assert after(trust, north, then=ward()) == [oak]


def test_a_ward_may_get_other_beds() -> None:
    changed = WardChanged(ward_id=OAK, code="OAK", name="Oak Ward", site_id=NORTH, beds=("1", "2", "3"))
    assert after(trust, north, oak, then=ward(beds=("1", "2", "3"))) == [changed]
    assert after(trust, north, oak, changed, then=ward()) == [
        WardChanged(ward_id=OAK, code="OAK", name="Oak Ward", site_id=NORTH, beds=("1", "2"))
    ]


def test_a_hub_is_run_by_an_organisation_which_may_change() -> None:
    assert after(trust, then=care_hub()) == [hub]
    changed = HubChanged(hub_id=HUB, name="Valley Hub", organisation_id=COUNCIL)
    assert after(trust, council, hub, then=care_hub(organisation=COUNCIL)) == [changed]


@pytest.mark.parametrize("command", [organisation(), site(), ward(), care_hub()], ids=lambda each: type(each).__name__)
def test_the_same_place_again_records_nothing(command: object) -> None:
    assert after(trust, north, oak, hub, then=command) == []


@pytest.mark.parametrize("command", [site(), care_hub()], ids=lambda each: type(each).__name__)
def test_what_belongs_to_an_unknown_organisation_is_refused(command: object) -> None:
    with pytest.raises(OrganisationNotKnown):
        after(council, then=command)


def test_a_ward_of_an_unknown_site_is_refused() -> None:
    with pytest.raises(SiteNotKnown):
        after(trust, south, then=ward())


def test_two_organisations_cannot_share_a_code() -> None:
    with pytest.raises(CodeTaken):
        after(trust, then=organisation(key=COUNCIL))


def test_two_sites_cannot_share_a_code() -> None:
    with pytest.raises(CodeTaken):
        after(trust, north, then=site(key=SOUTH))


def test_two_wards_of_one_site_cannot_share_a_code() -> None:
    with pytest.raises(CodeTaken):
        after(trust, north, oak, then=ward(key=ELM))


def test_two_wards_of_two_sites_may_share_a_code() -> None:
    assert after(trust, north, south, oak, then=ward(key=ELM, site=SOUTH)) == [
        WardAdded(ward_id=ELM, code="OAK", name="Oak Ward", site_id=SOUTH, beds=("1", "2"))
    ]


def test_a_ward_cannot_take_the_code_of_another_by_a_change() -> None:
    elm = WardAdded(ward_id=ELM, code="ELM", name="Elm Ward", site_id=NORTH, beds=())
    with pytest.raises(CodeTaken):
        after(trust, north, oak, elm, then=ward(code="OAK", key=ELM))


def test_all_places_of_a_system_are_one_stream() -> None:
    assert {command.stream for command in (organisation(), site(), ward(), care_hub())} == {f"places:{SYSTEM}"}
