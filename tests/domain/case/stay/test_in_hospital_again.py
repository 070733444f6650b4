"""In hospital the stay in a service waits, however the case came to the stay there; then it is rung for."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.case.arriving.overdue import contact_due
from app.domain.case.last_return import last_return
from app.domain.case.requests.state import EndedBecause
from app.domain.case.stay.state import open_stay
from app.domain.case.tracking import CaseTracked
from app.domain.values import SpellId
from tests.domain.case.arriving.leaving import AWAY, BOOKED, LEFT_AT, MET_AT, meet, met
from tests.domain.case.arriving.leaving import FACTS as MET_FACTS
from tests.domain.case.events import back, left
from tests.domain.case.requests.asking import AT_WEST, OTHERS, WEST, confirmed, over, sent
from tests.domain.case.stay.weeks import IN_STAY, STAY, days, ended, reviewed, stay_after, step_back
from tests.domain.case.way import OTHER_SPELL, SPELL, after, case_after
from tests.domain.case.ways import tracking_undone
from tests.domain.given import uid

THIRD = SpellId(uid(23))
FRIDAY, EVENING = LEFT_AT + timedelta(days=4), MET_AT + timedelta(hours=8)
track, track_on = CaseTracked(spell_id=OTHER_SPELL), CaseTracked(spell_id=THIRD)
met_again = replace(met(), contact_id=uid(302))
ON_A_SECOND_RECORD = ((FRIDAY, track), (FRIDAY + timedelta(hours=1), track_on))
"""Tracked twice: to the stay that was told first, and, in hospital still, to the right one."""
BACK_THEN_TRACKED = ((FRIDAY, back), (FRIDAY + timedelta(hours=1), track))
AGAIN = [ON_A_SECOND_RECORD, BACK_THEN_TRACKED]
TWICE = pytest.mark.parametrize("again", AGAIN, ids=["tracked twice", "back, then tracked"])


@TWICE
def test_a_first_contact_told_late_begins_the_stay_that_waits_since_they_came_back(again: tuple[Any, ...]) -> None:
    assert after(*AWAY, *again, then=meet(at=MET_AT), facts=MET_FACTS) == [met()]
    late, in_time = case_after(*AWAY, *again, (MET_AT, met())), case_after(*AWAY, (MET_AT, met()), *again)
    assert late.stays[STAY].paused_at == FRIDAY
    assert (late.stays, last_return(late)) == (in_time.stays, last_return(in_time)), "as if it had been told in time"


@TWICE
def test_a_discharge_taken_back_there_lets_the_stay_wait_since_they_came_back(again: tuple[Any, ...]) -> None:
    discharged = (*IN_STAY, (days(1), reviewed()), (days(2), ended()), *again)
    assert stay_after(*discharged, (days(6), step_back(215))).paused_at == FRIDAY


def test_a_return_stands_again_where_the_stay_that_was_taken_up_after_it_was_none() -> None:
    undone = (*BACK_THEN_TRACKED, (FRIDAY + timedelta(hours=2), tracking_undone(at=None)))
    known = case_after(*IN_STAY, (FRIDAY, back))
    again = case_after(*IN_STAY, *undone)
    assert (again.spell_id, again.back, again.stays) == (SPELL, known.back, known.stays)


def test_who_had_never_left_the_earlier_stay_is_met_anew_once_they_do() -> None:
    in_two = (*BOOKED, (LEFT_AT, track), (LEFT_AT, left), (MET_AT, met()))
    in_the_first = (*in_two, (FRIDAY, tracking_undone(at=None)))
    assert stay_after(*in_the_first).paused_at == FRIDAY
    home = case_after(*in_the_first, (days(6), left))
    assert contact_due(home) == days(6)
    assert after(*in_the_first, (days(6), left), then=meet(302, days(6.1)), facts=MET_FACTS) == [met_again]


def test_met_again_after_a_failed_discharge_that_was_none_they_are_in_one_stay_as_it_began() -> None:
    met_twice = (*IN_STAY, (EVENING, track), (days(1), left), (days(1), met_again))
    one = case_after(*met_twice, (days(2), tracking_undone(at=LEFT_AT)))
    assert one.stays == case_after(*IN_STAY).stays
    told = (*met_twice, (days(2), replace(reviewed(), stay_id=uid(302))), (days(3), tracking_undone(at=LEFT_AT)))
    assert [(each.stay_id, each.started_at, len(each.steps)) for each in case_after(*told).stays.values()] == [
        (STAY, MET_AT, 1)
    ], "with what was said of it since"


def test_met_by_another_service_after_a_failed_discharge_that_was_none_they_are_in_that_service_alone() -> None:
    west = replace(met_again, offer_id=AT_WEST, service_id=WEST, organisation_id=OTHERS)
    booked_anew = (sent(WEST), confirmed(AT_WEST, 141, at=WEST))
    cancelled = over(why=EndedBecause.CANCELLED, held=True)
    elsewhere = (*IN_STAY, *((EVENING, each) for each in (track, cancelled, *booked_anew)), (days(1), left))
    case = case_after(*elsewhere, (days(1), west), (days(2), tracking_undone(at=LEFT_AT)))
    stay = open_stay(case.stays)
    assert stay
    assert (stay.offer_id, len(case.stays)) == (AT_WEST, 1)
