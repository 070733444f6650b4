"""The roster: who joins, changes, leaves and comes back."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.rejections import NotKnown
from app.domain.system import STAFF, AddStaff, RemoveStaff, StaffChanged, StaffFacts, StaffJoined, StaffLeft
from app.domain.system.staff import NotYourself
from app.domain.system.unknown import HubNotKnown, OrganisationNotKnown, WardNotKnown
from app.domain.values import HubId, OrganisationId, Role, StaffId, WardId
from tests.domain.given import NOON, NURSE, decided, given, uid

PRIYA = StaffId(uid(1))
TRUST, HUB, OAK = OrganisationId(uid(2)), HubId(uid(3)), WardId(uid(4))

joined = StaffJoined(staff_id=PRIYA, role=Role.CASE_MANAGER, organisation_id=TRUST, hub_id=HUB, ward_ids=frozenset())
changed = StaffChanged(staff_id=PRIYA, role=Role.HUB_LEAD, organisation_id=TRUST, hub_id=HUB, ward_ids=frozenset({OAK}))
gone = StaffLeft(staff_id=PRIYA)

add = AddStaff(
    staff_id=PRIYA, by=NURSE, at=NOON, role=Role.CASE_MANAGER, organisation_id=TRUST, hub_id=HUB, ward_ids=frozenset()
)
promote = AddStaff(
    staff_id=PRIYA, by=NURSE, at=NOON, role=Role.HUB_LEAD, organisation_id=TRUST, hub_id=HUB, ward_ids=frozenset({OAK})
)
remove = RemoveStaff(staff_id=PRIYA, by=NURSE, at=NOON)


def after(*past: object, then: Any, facts: StaffFacts | None = None) -> list[Any]:
    return decided(STAFF, given(*past), then, facts or StaffFacts())


def test_someone_joins() -> None:
    assert after(then=add) == [joined]


def test_someone_gets_another_role_and_other_wards() -> None:
    assert after(joined, then=promote) == [changed]


def test_the_same_member_of_staff_again_records_nothing() -> None:
    assert after(joined, then=add) == []
    assert after(joined, changed, then=promote) == []


def test_another_name_alone_is_a_change_of_the_same_work() -> None:
    renamed = replace(changed, role=joined.role, ward_ids=joined.ward_ids)
    assert after(joined, then=replace(add, renamed=True)) == [renamed]
    assert after(joined, gone, then=replace(add, renamed=True)) == [joined]


def test_nobody_takes_themselves_off_the_roster() -> None:
    with pytest.raises(NotYourself):
        after(joined, then=replace(remove, by=replace(NURSE, id=str(PRIYA))))


def test_someone_leaves_once() -> None:
    assert after(joined, then=remove) == [gone]
    assert after(joined, gone, then=remove) == []


def test_someone_who_left_comes_back() -> None:
    assert after(joined, gone, then=add) == [joined]


def test_someone_who_never_joined_cannot_leave() -> None:
    with pytest.raises(NotKnown):
        after(then=remove)


def test_nobody_works_for_an_unknown_organisation() -> None:
    with pytest.raises(OrganisationNotKnown):
        after(then=add, facts=StaffFacts(organisation_known=False))


def test_nobody_works_in_an_unknown_hub() -> None:
    with pytest.raises(HubNotKnown):
        after(then=add, facts=StaffFacts(hub_known=False))


def test_nobody_works_on_an_unknown_ward() -> None:
    with pytest.raises(WardNotKnown):
        after(joined, then=promote, facts=StaffFacts(wards_known=False))


def test_each_member_of_staff_is_a_stream() -> None:
    assert add.stream == remove.stream == f"staff:{PRIYA}"
