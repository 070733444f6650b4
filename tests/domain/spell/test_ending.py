"""Leaving, and not having left after all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.rejections import NotKnown
from app.domain.spell import WayOut
from app.domain.spell.ending import FEEDS_DIFFER, EndsBeforeAdmission, NeverEnded, SpellEnded, ToldAs
from app.domain.spell.state import Ended, SpellIsOver, SpellWasCancelled
from app.domain.spell.whereabouts import Place
from app.domain.system.unknown import WardNotKnown
from tests.domain.given import NOON
from tests.domain.spell.stay import (
    WARD_A,
    WARD_B,
    WARD_C,
    after,
    by_feed,
    end,
    end_reversed,
    ended,
    hours,
    moved,
    opened,
    place_after,
    reverse_end,
    spell_after,
    to_move_to,
    voided,
    went_on_leave,
)

left = (hours(5), ended())


def test_a_person_leaves_and_how_is_kept() -> None:
    assert after(opened, then=end(hours(5), WayOut.SELF_DISCHARGE)) == [ended(WayOut.SELF_DISCHARGE)]


def test_leaving_told_twice_is_leaving_once() -> None:
    assert after(opened, left, then=end(hours(5))) == []


def test_leaving_told_with_another_time_or_way_is_for_a_person_to_settle() -> None:
    for other in (end(hours(6)), end(hours(5), WayOut.DIED)):
        with pytest.raises(SpellIsOver):
            after(opened, left, then=other)


def test_the_time_of_leaving_alone_moves_a_leaving_and_nobody_leaves_by_it() -> None:
    time = replace(end(hours(4)), told_as=ToldAs.TIME_OF_LEAVING, told_at=hours(6))
    away = (hours(5), ended(WayOut.SELF_DISCHARGE))
    moved_end = SpellEnded(how=WayOut.SELF_DISCHARGE, told_as=ToldAs.TIME_OF_LEAVING)
    assert after(opened, away, then=time) == [moved_end]
    assert spell_after(opened, away, (hours(4), moved_end)).stage == Ended(hours(4), WayOut.SELF_DISCHARGE)
    for past in ([opened], [opened, (hours(5), ended(WayOut.DIED))], [opened, voided], [opened, (hours(4), ended())]):
        assert after(*past, then=time) == []
    assert after(opened, away, then=replace(time, at=hours(-1))) == []


def test_nobody_leaves_before_they_came() -> None:
    with pytest.raises(EndsBeforeAdmission):
        after(opened, then=end(hours(-1)))


def test_nobody_leaves_a_stay_that_was_never_opened_or_was_cancelled() -> None:
    with pytest.raises(NotKnown):
        after(then=end(hours(1)))
    with pytest.raises(SpellWasCancelled):
        after(opened, voided, then=end(hours(1)))


def test_a_cancelled_discharge_brings_the_person_back() -> None:
    assert after(opened, left, then=reverse_end(hours(6))) == [end_reversed()]
    assert after(opened, left, (hours(6), end_reversed()), then=end(hours(9))) == [ended()]


def test_who_did_not_leave_is_back_in_the_bed_they_were_in() -> None:
    moved_on = (hours(2), moved(WARD_B, "1"))
    assert place_after(opened, moved_on, left, (hours(6), end_reversed())) == Place(WARD_B, "1")
    assert place_after(opened, moved_on, left, (hours(6), end_reversed(WARD_B, "1"))) == Place(WARD_B, "1")


def test_who_did_not_leave_may_be_back_in_another_bed() -> None:
    assert after(opened, left, then=reverse_end(hours(6), WARD_C, "3")) == [end_reversed(WARD_C, "3")]
    assert place_after(opened, left, (hours(6), end_reversed(WARD_C, "3"))) == Place(WARD_C, "3")


def test_a_cancelled_discharge_stamped_before_the_last_move_still_says_where_the_person_is() -> None:
    late_move = (hours(4), moved(WARD_B, "1"))
    assert place_after(opened, late_move, left, (hours(3), end_reversed(WARD_A, "4"))) == Place(WARD_A, "4")


def test_a_discharge_cancelled_twice_is_cancelled_once() -> None:
    assert after(opened, left, (hours(6), end_reversed()), then=reverse_end(hours(6))) == []


def test_a_late_repeat_of_a_cancellation_does_not_take_back_the_next_discharge() -> None:
    past = [opened, left, (hours(6), end_reversed()), (hours(9), ended())]
    assert after(*past, then=reverse_end(hours(6))) == []
    assert after(*past, then=reverse_end(hours(10))) == [end_reversed()]


def test_a_discharge_nobody_recorded_cannot_be_cancelled() -> None:
    with pytest.raises(NeverEnded):
        after(opened, then=reverse_end(hours(6)))
    with pytest.raises(NotKnown):
        after(then=reverse_end(hours(6)))
    with pytest.raises(SpellWasCancelled):
        after(opened, voided, then=reverse_end(hours(6)))


def test_nobody_comes_back_to_a_ward_that_is_not_known() -> None:
    with pytest.raises(WardNotKnown):
        after(opened, left, then=reverse_end(hours(6), WARD_C, "3"), ward_known=False)


def test_a_feed_may_put_time_and_way_of_a_leaving_right() -> None:
    for other in (end(hours(6)), end(hours(4)), end(hours(5), WayOut.DIED)):
        assert after(opened, left, then=by_feed(other, told=hours(8))) == [ended(other.how)]
    assert spell_after(opened, left, (hours(4), ended(WayOut.DIED), hours(8))).stage == Ended(hours(4), WayOut.DIED)


def test_a_leaving_that_a_feed_repeats_is_no_news() -> None:
    assert after(opened, left, then=by_feed(end(hours(5)), told=hours(8))) == []


def test_a_feed_that_rounds_the_leaving_is_believed_and_nobody_left_before_they_came() -> None:
    rounded = NOON - FEEDS_DIFFER
    assert after(opened, then=by_feed(end(rounded), told=hours(5))) == [ended()]
    assert spell_after(opened, (rounded, ended(), hours(5))).ended_at == NOON
    with pytest.raises(EndsBeforeAdmission):
        after(opened, then=by_feed(end(rounded - timedelta(seconds=1)), told=hours(5)))


def test_a_leaving_is_the_end_of_leave_and_of_what_was_planned() -> None:
    spell = spell_after(opened, (hours(1), went_on_leave()), (hours(2), to_move_to(WARD_B, "1")), left)
    assert (spell.leave, spell.next_place) == (None, None)
