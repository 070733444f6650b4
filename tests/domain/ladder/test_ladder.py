"""Whom problems climb to, level by level, and who stands above all ladders."""

from dataclasses import replace

import pytest

from app.domain.ladder import (
    LADDER,
    Ladder,
    LadderFacts,
    LadderSet,
    NameSeniorOfficer,
    Rung,
    SeniorOfficerNamed,
    SetLadder,
    StaffNotKnown,
    named_in,
)
from app.domain.system.unknown import OrganisationNotKnown
from app.domain.values import OrganisationId, StaffId, SystemId
from tests.domain.given import NOON, NURSE, decided, given, uid

DUTY = Rung(role="Site coordinator", phone="01632 960001")
LADDER_OF_TRUST = Ladder(
    duty=DUTY,
    team_lead=Rung(role="Matron", phone="01632 960002", staff_id=StaffId(uid(3))),
    operational_head=Rung(role="Head of operations", phone="01632 960003"),
    executive=Rung(role="Executive on call", phone="01632 960004"),
)
SET = SetLadder(organisation_id=OrganisationId(uid(1)), ladder=LADDER_OF_TRUST, by=NURSE, at=NOON)
NAMED = NameSeniorOfficer(system_id=SystemId(uid(2)), officer=DUTY, by=NURSE, at=NOON)


def test_a_ladder_is_set_once() -> None:
    event = LadderSet(ladder=LADDER_OF_TRUST)
    assert decided(LADDER, [], SET, LadderFacts()) == [event]
    assert decided(LADDER, given(event), SET, LadderFacts()) == []


def test_the_senior_officer_is_named_once_and_may_change() -> None:
    event = SeniorOfficerNamed(officer=DUTY)
    assert decided(LADDER, [], NAMED, LadderFacts()) == [event]
    assert decided(LADDER, given(event), NAMED, LadderFacts()) == []
    other = replace(DUTY, phone="01632 960009")
    assert decided(LADDER, given(event), replace(NAMED, officer=other), LadderFacts()) == [
        SeniorOfficerNamed(officer=other)
    ]


def test_an_organisation_that_is_not_here_has_no_ladder() -> None:
    with pytest.raises(OrganisationNotKnown):
        decided(LADDER, [], SET, LadderFacts(organisation_known=False))


def test_who_is_named_is_on_the_roster() -> None:
    assert named_in(SET) == {StaffId(uid(3))}
    with pytest.raises(StaffNotKnown):
        decided(LADDER, [], SET, LadderFacts(staff_known=False))
