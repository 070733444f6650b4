"""Which stay a case follows, where its person's stays stand so."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest

from app.domain.case import CaseTracked, FollowPerson, GoBackToStay, RecordDeparture
from app.domain.case.outcome import Outcome
from app.domain.codes.patient_classes import PatientClass
from app.domain.codes.ways_out import WayOut
from app.domain.in_hospital_again import next_steps
from app.domain.spell import Spell
from app.domain.values import SpellId
from tests.domain.case.events import accepted, back, closed, given_to, left, submitted
from tests.domain.case.way import CASE_ID, OTHER_SPELL, SPELL, case_after
from tests.domain.case.ways import left_by, tracking_undone
from tests.domain.given import FEED, uid
from tests.domain.spell.stay import end_reversed, ended, expected, hours, now_a, opened, spell_after, voided

THIRD = SpellId(uid(23))
SAID: dict[str, Any] = {"by": FEED, "told_at": hours(9)}
OUT = (submitted(), accepted, (hours(2), left_by(WayOut.DISCHARGED)))
"""The case of somebody who went home after two hours, and the stay that it follows."""
FIRST = spell_after(opened, (hours(2), ended()))
AGAIN = (*OUT, (hours(3), CaseTracked(spell_id=OTHER_SPELL, by_itself=True)))
"""It followed them into the second stay."""


def came(at: float, *then: Any) -> Spell:
    """A stay that began so many hours later."""
    return spell_after((hours(at), opened), *then)


HERE = came(3)
WENT = came(3, (hours(5), ended()))


def steps(stays: Mapping[SpellId, Spell], *past: Any) -> list[Any]:
    return next_steps(CASE_ID, case_after(*(past or OUT)), {SPELL: FIRST, **stays}, at=hours(9), said=SAID)


def follow(spell: SpellId, at: datetime) -> FollowPerson:
    return FollowPerson(case_id=CASE_ID, spell_id=spell, at=at, **SAID)


GO_BACK = GoBackToStay(case_id=CASE_ID, at=hours(9), **SAID)


def test_who_left_and_is_in_hospital_again_is_followed_as_of_the_admission() -> None:
    assert steps({OTHER_SPELL: HERE}) == [follow(OTHER_SPELL, hours(3))]
    assert steps({OTHER_SPELL: HERE}, *AGAIN) == []


def test_through_a_stay_that_is_over_too_the_first_one_first() -> None:
    departure = RecordDeparture(case_id=CASE_ID, how=WayOut.DISCHARGED, at=hours(5), **SAID)
    assert steps({THIRD: came(6), OTHER_SPELL: WENT}) == [follow(OTHER_SPELL, hours(3)), departure]
    gone_again = (*AGAIN, (hours(5), left_by(WayOut.DISCHARGED)))
    assert steps({THIRD: came(6), OTHER_SPELL: WENT}, *gone_again) == [follow(THIRD, hours(6))]


@pytest.mark.parametrize(
    "other",
    [
        spell_after((hours(3), expected())),
        came(3, now_a(PatientClass.DAY)),
        came(3, now_a(PatientClass.OUTPATIENT)),
        came(3, voided),
        came(-1),
        came(1, (hours(2), ended())),
    ],
    ids=["expected", "day case", "out-patient", "cancelled", "began before", "over before they left"],
)
def test_what_is_no_stay_after_this_one_is_not_followed_nor_kept(other: Spell) -> None:
    assert steps({OTHER_SPELL: other}) == []
    assert steps({OTHER_SPELL: other}, *AGAIN) == [GO_BACK]


def test_who_is_in_two_beds_is_followed_once_they_have_left_the_first() -> None:
    still = {SPELL: spell_after(opened), OTHER_SPELL: came(1)}
    assert steps(still, submitted(), accepted) == []
    assert steps(still, submitted(), accepted, (hours(2), left)) == [follow(OTHER_SPELL, hours(1))], "as the hub said"
    assert steps({OTHER_SPELL: came(1)}) == [follow(OTHER_SPELL, hours(1))]


def test_who_had_not_left_the_first_stay_is_followed_there() -> None:
    still = spell_after(opened, (hours(2), ended()), (hours(4), end_reversed()))
    assert steps({SPELL: still, OTHER_SPELL: HERE}, *AGAIN) == [GO_BACK]


def test_a_stay_told_late_comes_before_those_after_it() -> None:
    assert steps({OTHER_SPELL: HERE, THIRD: came(2.5, (hours(2.8), ended()))}, *AGAIN) == [GO_BACK]


def test_what_people_chose_or_let_go_is_theirs_to_change() -> None:
    chosen = (*OUT, (hours(3), CaseTracked(spell_id=OTHER_SPELL)))
    assert steps({OTHER_SPELL: came(-1), THIRD: came(2.5)}, *chosen) == []
    let_go = (*AGAIN, (hours(4), tracking_undone(at=hours(2))))
    assert steps({OTHER_SPELL: HERE}, *let_go) == []


def test_another_persons_stay_and_a_closed_case_are_left_alone() -> None:
    assert steps({OTHER_SPELL: HERE}, *OUT, given_to()) == []
    assert steps({OTHER_SPELL: HERE}, *OUT, closed(Outcome.SETTLED)) == []


def test_who_is_back_by_a_cancelled_leaving_of_the_case_alone_is_followed_into_the_stay_they_are_in() -> None:
    assert steps({OTHER_SPELL: HERE}, *OUT, (hours(2.5), back)) == [follow(OTHER_SPELL, hours(3))]
