"""Leaving, and not having left after all."""

import pytest

from app.domain.rejections import NotKnown
from app.domain.spell import WayOut
from app.domain.spell.ending import EndsBeforeAdmission, NeverEnded
from app.domain.spell.state import SpellIsOver, SpellWasCancelled
from app.domain.spell.whereabouts import Place
from app.domain.system.unknown import WardNotKnown
from tests.domain.spell.stay import (
    WARD_A,
    WARD_B,
    WARD_C,
    after,
    end,
    end_reversed,
    ended,
    hours,
    moved,
    opened,
    place_after,
    reverse_end,
    voided,
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
