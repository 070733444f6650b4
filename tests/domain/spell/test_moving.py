"""Moves, corrections and cancelled moves; late ones are placed by their own time."""

from itertools import permutations

import pytest

from app.domain.rejections import NotKnown
from app.domain.spell.state import SpellIsOver, SpellWasCancelled
from app.domain.spell.whereabouts import Place
from app.domain.system.unknown import WardNotKnown
from tests.domain.spell.stay import (
    WARD_A,
    WARD_B,
    WARD_C,
    after,
    by_feed,
    correct,
    corrected,
    ended,
    hours,
    move,
    move_reversed,
    moved,
    opened,
    place_after,
    reverse_move,
    voided,
)

to_b = (hours(1), moved(WARD_B, "1"))
to_c = (hours(3), moved(WARD_C, "7"))


def test_a_move_takes_the_person_to_the_other_bed() -> None:
    assert after(opened, then=move(WARD_B, "1", hours(1))) == [moved(WARD_B, "1")]
    assert place_after(opened, to_b) == Place(WARD_B, "1")


def test_the_same_move_at_the_same_time_is_recorded_once() -> None:
    assert after(opened, to_b, then=move(WARD_B, "1", hours(1))) == []
    assert after(opened, to_b, to_c, then=move(WARD_B, "1", hours(1))) == []
    assert after(opened, to_b, ended(), then=move(WARD_B, "1", hours(1))) == []


def test_a_late_move_is_recorded_and_moves_nobody_now() -> None:
    assert after(opened, to_c, then=move(WARD_B, "1", hours(1))) == [moved(WARD_B, "1")]
    assert place_after(opened, to_c, to_b) == Place(WARD_C, "7")


def test_moves_lead_to_the_same_place_in_whatever_order_they_come() -> None:
    back_to_b = (hours(5), moved(WARD_B, "2"))
    for order in permutations((to_b, to_c, back_to_b)):
        assert place_after(opened, *order) == Place(WARD_B, "2")


def test_a_move_to_where_they_already_are_outranks_older_news() -> None:
    still_b = (hours(5), moved(WARD_B, "1"))
    assert after(opened, to_b, then=move(WARD_B, "1", hours(5))) == [moved(WARD_B, "1")]
    assert place_after(opened, to_b, still_b, to_c) == Place(WARD_B, "1")


def test_of_two_moves_at_one_time_the_last_told_counts() -> None:
    assert place_after(opened, to_b, (hours(1), moved(WARD_C, "7"))) == Place(WARD_C, "7")


def test_a_correction_puts_right_where_the_person_is() -> None:
    assert after(opened, then=correct(WARD_A, "6", hours(1))) == [corrected(WARD_A, "6")]
    assert place_after(opened, (hours(1), corrected(WARD_A, "6"))) == Place(WARD_A, "6")


def test_a_correction_to_what_already_stands_records_nothing() -> None:
    assert after(opened, then=correct(WARD_A, "4", hours(1))) == []
    assert after(opened, to_b, then=correct(WARD_A, "4", hours(0.5))) == []
    assert after(opened, (hours(1), corrected(WARD_A, "6")), then=correct(WARD_A, "6", hours(1))) == []


def test_a_correction_sent_again_after_a_newer_one_records_nothing() -> None:
    past = (opened, (hours(1), corrected(WARD_A, "6")), (hours(1), corrected(WARD_A, "8")))
    assert after(*past, then=correct(WARD_A, "6", hours(1))) == []


def test_a_correction_older_than_the_latest_move_moves_nobody_now() -> None:
    assert place_after(opened, to_c, (hours(2), corrected(WARD_A, "6"))) == Place(WARD_C, "7")


def test_details_that_come_after_the_person_left_put_them_nowhere() -> None:
    assert after(opened, ended(), then=correct(WARD_B, "1", hours(2))) == []


def test_a_cancelled_move_puts_the_person_where_the_news_says() -> None:
    assert after(opened, to_b, then=reverse_move(WARD_A, "4", hours(2))) == [move_reversed(WARD_A, "4")]
    assert place_after(opened, to_b, (hours(2), move_reversed(WARD_A, "4"))) == Place(WARD_A, "4")


def test_a_cancelled_move_may_lead_to_a_place_nobody_told_of() -> None:
    assert place_after(opened, to_b, (hours(2), move_reversed(WARD_C, "9"))) == Place(WARD_C, "9")


def test_a_cancellation_stamped_before_the_move_it_cancels_is_believed() -> None:
    assert place_after(opened, to_b, (hours(0.5), move_reversed(WARD_A, "4"))) == Place(WARD_A, "4")
    assert place_after(opened, to_b, to_c, (hours(0.5), move_reversed(WARD_B, "1"))) == Place(WARD_B, "1")


def test_a_late_cancellation_of_an_older_move_moves_nobody_now() -> None:
    assert place_after(opened, to_b, to_c, (hours(2), move_reversed(WARD_A, "4"))) == Place(WARD_C, "7")


def test_a_cancellation_that_overtakes_its_move_outranks_it() -> None:
    assert place_after(opened, (hours(2), move_reversed(WARD_A, "4")), to_b) == Place(WARD_A, "4")


def test_the_same_cancellation_twice_is_one() -> None:
    cancelled = (hours(2), move_reversed(WARD_A, "4"))
    assert after(opened, to_b, cancelled, then=reverse_move(WARD_A, "4", hours(2))) == []
    assert after(opened, to_b, cancelled, to_c, then=reverse_move(WARD_A, "4", hours(2))) == []


def test_a_cancelled_move_sent_again_stays_cancelled() -> None:
    assert after(opened, to_b, (hours(2), move_reversed(WARD_A, "4")), then=move(WARD_B, "1", hours(1))) == []


COMMANDS = (
    move(WARD_B, "1", hours(2)),
    reverse_move(WARD_B, "1", hours(2)),
    correct(WARD_B, "1", hours(2)),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
def test_a_place_on_a_ward_nobody_knows_is_refused(command: object) -> None:
    with pytest.raises(WardNotKnown):
        after(opened, then=command, ward_known=False)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
def test_nobody_is_placed_in_a_stay_that_was_never_opened(command: object) -> None:
    with pytest.raises(NotKnown):
        after(then=command)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
def test_nobody_is_placed_in_a_stay_whose_admission_was_cancelled(command: object) -> None:
    with pytest.raises(SpellWasCancelled):
        after(opened, voided, then=command)


@pytest.mark.parametrize("command", COMMANDS[:2], ids=lambda command: type(command).__name__)
def test_nobody_is_moved_after_they_left(command: object) -> None:
    with pytest.raises(SpellIsOver):
        after(opened, ended(), then=command)


def test_a_cancellation_that_says_where_the_move_went_cancels_that_move() -> None:
    back = by_feed(reverse_move(WARD_A, "4", hours(4), went_to=(WARD_B, "1")))
    [event] = after(opened, to_b, to_c, then=back)
    assert event == move_reversed(WARD_A, "4", went_to=(WARD_B, "1"))
    assert place_after(opened, to_b, (hours(4), event)) == Place(WARD_A, "4")


def test_of_two_moves_the_one_that_was_named_is_cancelled_and_the_later_one_stands() -> None:
    named = move_reversed(WARD_A, "4", went_to=(WARD_B, "1"))
    assert place_after(opened, to_b, to_c, (hours(2), named)) == Place(WARD_C, "7")


def test_a_cancellation_stamped_before_a_move_that_comes_later_still_cancels_it() -> None:
    early = (hours(1), move_reversed(WARD_A, "4", went_to=(WARD_B, "1")), hours(1))
    assert place_after(opened, early, (hours(1.1), moved(WARD_B, "1"), hours(1.1))) == Place(WARD_A, "4")
    assert place_after(opened, early, (hours(2), moved(WARD_B, "1"), hours(2))) == Place(WARD_B, "1")


def test_a_feed_may_tell_afterwards_of_a_move_before_the_person_left() -> None:
    left = (hours(5), ended())
    assert after(opened, left, then=by_feed(move(WARD_B, "1", hours(1)), told=hours(6))) == [moved(WARD_B, "1")]
    assert place_after(opened, left, (*to_b, hours(6))) == Place(WARD_B, "1")
    with pytest.raises(SpellIsOver):
        after(opened, left, then=by_feed(move(WARD_B, "1", hours(5.5)), told=hours(6)))
