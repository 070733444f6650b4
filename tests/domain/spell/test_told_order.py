"""News of a feed counts in the order in which its source told it, whatever order it came in."""

from dataclasses import replace

import pytest

from app.domain.rejections import NotKnown
from app.domain.spell import WayOut
from app.domain.spell.ending import SpellEnded, ToldAs
from app.domain.spell.whereabouts import Place
from tests.domain.given import NOON
from tests.domain.spell.stay import (
    WARD_A,
    WARD_B,
    after,
    by_feed,
    correct,
    corrected,
    end,
    end_reversed,
    ended,
    hours,
    is_here,
    move,
    moved,
    open_spell,
    opened,
    place_after,
    retold,
    reverse_end,
    spell_after,
    voided,
)

admitted = (NOON, opened, NOON)
left = (hours(5), ended(), hours(5))


def test_an_admission_told_earlier_and_heard_later_gives_way_to_what_was_told_since() -> None:
    told_again = (NOON, retold(WARD_A, "9"), hours(1))
    assert place_after(admitted, told_again, (hours(-1), retold(WARD_B, "2"), hours(0.5))) == Place(WARD_A, "9")


def test_a_discharge_heard_after_its_cancellation_was_told_before_it() -> None:
    cancelled = (hours(6), end_reversed(), hours(6))
    assert is_here(spell_after(admitted, left, cancelled))
    assert is_here(spell_after(admitted, left, cancelled, (hours(5), ended(WayOut.DIED), hours(5.5))))


def test_a_cancellation_that_overtakes_its_discharge_waits_for_it() -> None:
    with pytest.raises(Exception, match="none to cancel"):
        after(admitted, then=by_feed(reverse_end(hours(4)), told=hours(4)))


def test_late_news_that_changes_nothing_at_its_place_is_not_recorded() -> None:
    past = (admitted, (hours(3), moved(WARD_B, "1"), hours(3)))
    assert after(*past, then=by_feed(correct(WARD_A, "4", hours(2)))) == []
    assert after(*past, then=by_feed(end(hours(2)))) == [ended()]


def test_late_news_that_matters_only_at_its_place_is_recorded_and_moves_nobody_now() -> None:
    corrected_to = by_feed(correct(WARD_A, "6", hours(2)))
    past = (admitted, (hours(3), moved(WARD_B, "1"), hours(3)))
    [event] = after(*past, then=corrected_to)
    assert place_after(*past, (hours(2), event, hours(2))) == Place(WARD_B, "1")


def test_a_move_told_before_the_admission_waits_in_the_stay_until_that_is_told() -> None:
    with pytest.raises(NotKnown):
        after(then=by_feed(move(WARD_B, "1", hours(1))))
    told_first = (hours(1), moved(WARD_B, "1"), hours(-1))
    assert place_after(admitted, told_first) == Place(WARD_B, "1")


def test_an_admission_told_after_the_leaving_does_not_bring_the_person_back() -> None:
    assert after(admitted, left, then=by_feed(open_spell(WARD_B, "2"), told=hours(6))) == []


def test_an_admission_told_before_the_leaving_and_heard_after_it_still_says_which_bed_it_was() -> None:
    late = by_feed(open_spell(WARD_A, "9"), told=hours(1))
    assert after(admitted, left, then=late) == [retold(WARD_A, "9")]
    spell = spell_after(admitted, left, (NOON, retold(WARD_A, "9"), hours(1)))
    assert (spell.place, spell.ended_at) == (Place(WARD_A, "9"), hours(5))


def test_an_admission_told_before_its_cancellation_stays_cancelled() -> None:
    past = (admitted, (hours(3), voided, hours(3)))
    assert not is_here(spell_after(*past, (NOON, retold(WARD_A, "9"), hours(2))))


def test_what_staff_say_here_counts_after_what_the_feed_had_told() -> None:
    by_hand = (hours(4), moved(WARD_B, "3"))
    assert place_after(admitted, by_hand, (hours(2), moved(WARD_B, "1"), hours(2))) == Place(WARD_B, "3")


left_early = (hours(1), ended(), hours(1))
left_later = (hours(4), SpellEnded(how=WayOut.DISCHARGED, told_as=ToldAs.TIME_OF_LEAVING), hours(3))


def test_a_place_is_judged_by_the_leaving_as_it_was_before_the_same_message_put_its_time_right() -> None:
    place_said_with_it = by_feed(correct(WARD_B, "1", hours(2)), told=hours(3))
    assert after(admitted, left_early, then=place_said_with_it) == []
    assert after(admitted, left_early, left_later, then=place_said_with_it) == []
    assert after(admitted, left_early, left_later, then=replace(place_said_with_it, told_at=hours(3.1))) != []


def test_a_place_that_is_recorded_after_the_time_of_leaving_of_its_message_still_counts_before_it() -> None:
    place_said_with_it = (hours(2), corrected(WARD_B, "1"), hours(3))
    for past in ((place_said_with_it, left_later), (left_later, place_said_with_it)):
        spell = spell_after(admitted, left_early, *past)
        assert (spell.place, spell.ended_at) == (Place(WARD_A, "4"), hours(4))
