"""Somebody in hospital again keeps their case: it follows the new stay by itself, or as people say; and goes back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.case import CaseTracked, FollowPerson, GoBackToStay, TrackingUndone
from app.domain.case.arriving.known import arriving_of
from app.domain.case.leaving import CaseIsClosed
from app.domain.case.outcome import Outcome
from app.domain.case.referral import SpellNotOpen
from app.domain.case.state import Planning
from app.domain.case.tracking import StayOfAnotherPerson
from app.domain.codes.ways_out import WayOut
from app.domain.values import SpellId
from app.views.case import rows
from tests.domain.case.arriving.leaving import arrived
from tests.domain.case.commands import track
from tests.domain.case.events import accepted, closed, left, submitted
from tests.domain.case.way import CASE_ID, OTHER_SPELL, PRIYA, SPELL, STREAM, SURVIVOR, after, case_after, known
from tests.domain.case.ways import left_by
from tests.domain.given import FEED, NOON, given, uid

THIRD = SpellId(uid(23))
followed = CaseTracked(spell_id=OTHER_SPELL)


def test_the_case_follows_the_stay_the_person_is_in_now() -> None:
    assert after(submitted(), accepted, left, then=track(OTHER_SPELL)) == [followed]
    stands = case_after(submitted(), accepted, left, followed)
    assert (stands.stage, stands.spell_id) == (Planning(PRIYA), OTHER_SPELL)


def test_followed_twice_is_followed_once() -> None:
    assert after(submitted(), then=track(SPELL)) == []
    assert after(submitted(), left, followed, then=track(OTHER_SPELL)) == []


def test_only_a_live_case_and_only_an_open_stay_of_the_same_person() -> None:
    with pytest.raises(CaseIsClosed):
        after(submitted(), closed(Outcome.SETTLED), then=track(OTHER_SPELL))
    with pytest.raises(SpellNotOpen):
        after(submitted(), left, then=track(OTHER_SPELL), facts=known(spell_person=None))
    with pytest.raises(StayOfAnotherPerson):
        after(submitted(), left, then=track(OTHER_SPELL), facts=known(spell_person=SURVIVOR))


AGAIN_AT = NOON + timedelta(days=1)
by_itself = CaseTracked(spell_id=OTHER_SPELL, by_itself=True)
follow = FollowPerson(case_id=CASE_ID, by=FEED, at=AGAIN_AT, spell_id=OTHER_SPELL)
go_back = GoBackToStay(case_id=CASE_ID, by=FEED, at=AGAIN_AT)


def test_it_follows_by_itself_once_and_no_tap_adds_to_that() -> None:
    out = (submitted(), accepted, (NOON, left))
    assert after(*out, then=follow) == [by_itself]
    assert after(*out, (AGAIN_AT, by_itself), then=follow) == []
    assert after(*out, (AGAIN_AT, by_itself), then=track(OTHER_SPELL)) == []
    assert after(*out, closed(Outcome.SETTLED), then=follow) == []


def test_moved_to_another_hospital_the_same_day_no_discharge_has_failed() -> None:
    same_day = replace(follow, at=NOON + timedelta(hours=2))
    assert after(submitted(), (NOON, left), then=same_day) == [replace(by_itself, failed_discharge=True)]
    moved = (submitted(), (NOON, left_by(WayOut.TRANSFERRED)))
    assert after(*moved, then=same_day) == [by_itself]


@pytest.mark.parametrize("since", [[], [(AGAIN_AT, left)]], ids=["in hospital", "out again"])
def test_it_goes_back_to_where_it_was_also_when_they_have_left_the_other_stay(since: list[object]) -> None:
    out = (submitted(), accepted, (NOON, left))
    again = [*out, (AGAIN_AT, by_itself), *since]
    [undone] = after(*again, then=go_back)
    assert isinstance(undone, TrackingUndone)
    assert (undone.spell_id, undone.left_at, undone.let_go) == (SPELL, NOON, False)
    assert replace(case_after(*again, undone), answered=frozenset()) == case_after(*out)
    assert [replace(row, position=0) for row in rows(given(*again, undone, stream=STREAM))] == [
        replace(row, position=0) for row in rows(given(*out, stream=STREAM))
    ]
    assert after(*again, undone, then=go_back) == []


def test_of_three_stays_it_goes_back_one_by_one() -> None:
    third = replace(by_itself, spell_id=THIRD)
    twice = [submitted(), (NOON, left), (AGAIN_AT, by_itself), (AGAIN_AT, left), (AGAIN_AT, third)]
    [undone] = after(*twice, then=go_back)
    assert case_after(*twice, undone).spell_id == OTHER_SPELL
    [undone_too] = after(*twice, undone, then=replace(go_back, at=AGAIN_AT + timedelta(minutes=1)))
    assert case_after(*twice, undone, undone_too).spell_id == SPELL


def test_what_was_said_of_the_arrival_after_a_leaving_that_was_none_is_of_the_one_that_was() -> None:
    out = (submitted(), accepted, (NOON, left))
    again = [*out, (AGAIN_AT, by_itself), (AGAIN_AT, left), (AGAIN_AT, arrived())]
    [undone] = after(*again, then=go_back)
    assert arriving_of(case_after(*again, undone)) == arriving_of(case_after(*out, (AGAIN_AT, arrived())))
