"""Who is shown which rows: by kind, by audience, and by whose organisation they are."""

from dataclasses import replace
from uuid import uuid4

import pytest

from app.access.policy import MAY_SEE, NotAllowed, audiences, may_see_assessment, row_filter, ward_kept_to
from app.domain.values import Role, WardId
from app.events.screen import Seen
from app.views.kinds import KINDS
from tests.access.route_table import HUB, WARD
from tests.access.somebody import me


@pytest.mark.parametrize("role", Role)
def test_an_assessment_is_read_by_whom_its_rows_are_for(role: Role) -> None:
    assert may_see_assessment(me(role)) is (role in MAY_SEE["assessment"])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", KINDS)
def test_the_live_feed_filters_by_the_same_table(role: Role, kind: str) -> None:
    row = Seen(kind, "*", uuid4(), 1, "{}")
    assert row_filter(me(role), row) is (role in MAY_SEE[kind])


@pytest.mark.parametrize(
    ("audience", "roles"), [("ward", WARD), ("hub", HUB), ("everyone", WARD | HUB | {Role.MANAGER})]
)
def test_a_note_goes_only_to_whom_it_is_for(audience: str, roles: set[Role]) -> None:
    note = Seen("note", "*", uuid4(), 1, "{}", audience)
    assert {role for role in Role if row_filter(me(role), note)} == roles
    assert {role for role in Role if audience in audiences(me(role))} == roles


def test_what_stands_on_the_systems_own_ladder_is_shown_to_no_provider() -> None:
    of_system = Seen("escalation", "system", uuid4(), 1, "{}", "system")
    assert {role for role in Role if row_filter(me(role), of_system)} == set(Role) - {Role.PROVIDER}


@pytest.mark.parametrize("kind", ["service", "offer", "stay", "stay_night", "stay_snapshot", "escalation"])
@pytest.mark.parametrize("role", [Role.PROVIDER, Role.CASE_MANAGER, Role.HUB_LEAD])
def test_a_provider_is_shown_what_is_of_its_own_organisation_and_the_hub_all_of_it(role: Role, kind: str) -> None:
    asking = me(role)
    own, another = (Seen(kind, "*", uuid4(), 1, "{}", str(each)) for each in (asking.organisation_id, uuid4()))
    assert row_filter(asking, own)
    assert row_filter(asking, another) is (role is not Role.PROVIDER)


@pytest.mark.parametrize("role", sorted(WARD))
def test_a_list_of_people_is_kept_to_the_wards_of_ward_staff(role: Role) -> None:
    first, second = WardId(uuid4()), WardId(uuid4())
    asking = replace(me(role), ward_ids=(first, second))
    assert [ward_kept_to(asking, ward) for ward in (None, first, second)] == [first, first, second]
    with pytest.raises(NotAllowed):
        ward_kept_to(asking, WardId(uuid4()))
    with pytest.raises(NotAllowed):
        ward_kept_to(me(role), None)


def test_others_who_see_people_read_of_any_ward_or_of_all_and_a_provider_of_none() -> None:
    ward = WardId(uuid4())
    for role in Role:
        if role in MAY_SEE["spell"] - WARD:
            assert [ward_kept_to(me(role), each) for each in (None, ward)] == [None, ward]
    with pytest.raises(NotAllowed):
        ward_kept_to(me(Role.PROVIDER), ward)
