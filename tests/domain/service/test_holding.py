"""Keeping a place: held for a time, taken at confirmation, given up; nobody has what somebody else has."""

from dataclasses import replace

import pytest

from app.domain.rejections import NotKnown
from app.domain.service.counting import count
from app.domain.service.holding import AlreadyTaken, CapacityGone, HoldExpired, HoldGivenUp, UnitNotThere
from tests.domain.given import NOON, given
from tests.domain.service.kit import (
    OTHER_HOLD,
    after,
    declared,
    give_up,
    given_up,
    held,
    hold,
    hours,
    says,
    stands,
    take,
    taken,
    unchanged,
    unit,
)

COUNTED = (NOON, declared())
LAST_ONE = (NOON, declared(unit(usable=5, occupied=4)))
FULL = (NOON, declared(unit(usable=4, occupied=4)))
others = held(until=hours(6), hold=OTHER_HOLD)


def test_a_place_is_held_until_then() -> None:
    assert says(after(COUNTED), hold(until=hours(6))) == [held(until=hours(6))]


def test_a_hold_repeated_records_nothing_and_one_for_longer_is_longer() -> None:
    past = after(COUNTED, (hours(1), held(until=hours(6))))
    assert says(past, hold(until=hours(6), at=hours(2))) == []
    assert says(past, hold(until=hours(9), at=hours(2))) == [held(until=hours(9))]


def test_a_hold_repeated_late_neither_shortens_a_longer_one_nor_undoes_what_became_of_it() -> None:
    longer = (hours(2), held(until=hours(9)))
    confirmed, counted = (hours(3), taken(starts_at=hours(4))), (hours(5), unchanged)
    for became in ([longer], [longer, confirmed], [confirmed, counted], [(hours(3), given_up)]):
        assert says(after(COUNTED, (hours(1), held(until=hours(6))), *became), hold(until=hours(6))) == []


def test_the_last_place_that_is_held_is_gone_for_the_next() -> None:
    with pytest.raises(CapacityGone):
        says(after(LAST_ONE, (hours(1), others)), hold(until=hours(6), at=hours(2)))


def test_a_hold_that_ran_out_keeps_nothing() -> None:
    past = after(LAST_ONE, (hours(1), others))
    assert says(past, hold(until=hours(20), at=hours(6))) == [held(until=hours(20))]


def test_a_unit_named_twice_is_two_of_it() -> None:
    two = hold("mornings", "mornings", until=hours(6))
    assert says(after(COUNTED), two) == [held("mornings", "mornings", until=hours(6))]
    with pytest.raises(CapacityGone):
        says(after(LAST_ONE), two)


def test_what_is_kept_back_for_a_surge_is_had_only_for_a_surge() -> None:
    past = after((NOON, declared(unit(usable=5, occupied=4, contingency=1))))
    with pytest.raises(CapacityGone):
        says(past, hold(until=hours(6)))
    assert says(past, hold(until=hours(6), contingency=True))


def test_the_yes_of_a_service_beats_its_count() -> None:
    over = held(until=hours(6), over_count=True)
    assert says(after(FULL), hold(until=hours(6), over_count=True)) == [over]
    assert says(after(), hold(until=hours(6), over_count=True, units=())) == [replace(over, units=())]


def test_nothing_is_not_a_place() -> None:
    with pytest.raises(CapacityGone):
        says(after(COUNTED), hold(until=hours(6), units=()))


def test_a_unit_that_the_service_does_not_count_is_refused() -> None:
    with pytest.raises(UnitNotThere):
        says(after(COUNTED), hold("evenings", until=hours(6)))


def test_what_is_held_is_taken_though_the_count_went_down_meanwhile() -> None:
    down = (hours(2), declared(unit("evenings")))
    past = after(LAST_ONE, (hours(1), held(until=hours(6))), down)
    assert says(past, take(starts_at=hours(9), at=hours(3))) == [taken(starts_at=hours(9))]


def test_a_place_that_was_never_held_is_taken_while_it_is_free() -> None:
    assert says(after(LAST_ONE), take(starts_at=hours(9))) == [taken(starts_at=hours(9))]
    with pytest.raises(CapacityGone):
        says(after(LAST_ONE, (hours(1), others)), take(starts_at=hours(9), at=hours(2)))


def test_after_a_hold_ran_out_the_place_is_taken_only_while_nobody_else_has_it() -> None:
    ran_out = (hours(1), held(until=hours(2)))
    assert says(after(LAST_ONE, ran_out), take(starts_at=hours(9), at=hours(3))) == [taken(starts_at=hours(9))]
    with pytest.raises(HoldExpired):
        says(after(LAST_ONE, ran_out, (hours(3), others)), take(starts_at=hours(9), at=hours(4)))


def test_taken_twice_is_taken_once_also_after_the_person_came_or_left() -> None:
    confirmed = (hours(1), taken(starts_at=hours(2)))
    for became in ([], [(hours(3), unchanged)], [(hours(3), given_up)]):
        assert says(after(COUNTED, confirmed, *became), take(starts_at=hours(2), at=hours(4))) == []


def test_another_start_is_another_start_also_for_who_was_counted_as_there() -> None:
    confirmed = (hours(1), taken(starts_at=hours(2)))
    later = take(starts_at=hours(30), at=hours(4))
    for became in ([], [(hours(3), unchanged)]):
        past = after(LAST_ONE, confirmed, *became)
        assert says(past, later) == [taken(starts_at=hours(30))]
    now = stands(after(LAST_ONE, confirmed, (hours(3), unchanged), (hours(4), taken(starts_at=hours(30)))))
    assert count(now, now.units[0], hours(5)).booked == 1


def test_what_is_taken_is_not_held_again() -> None:
    with pytest.raises(AlreadyTaken):
        says(after(COUNTED, (hours(1), taken(starts_at=hours(2)))), hold(until=hours(9)))


def test_the_start_of_a_booking_is_moved_though_its_place_was_given_up_with_a_discharge_taken_back() -> None:
    past = after(COUNTED, (hours(1), taken(starts_at=hours(2))), (hours(3), given_up))
    assert says(past, take(starts_at=hours(9), at=hours(4), over_count=True, moves=True)) == []


def test_a_place_that_was_given_up_is_neither_held_nor_taken_any_more() -> None:
    past = after(COUNTED, (hours(1), held(until=hours(6))), (hours(2), given_up))
    with pytest.raises(HoldGivenUp):
        says(past, take(starts_at=hours(9), at=hours(3)))
    with pytest.raises(HoldGivenUp):
        says(past, hold(until=hours(9), at=hours(3)))


def test_a_spot_place_is_taken_from_nobody() -> None:
    spot = take(starts_at=hours(9), spot=True)
    assert says(after(FULL), spot) == [taken(starts_at=hours(9), spot=True)]
    now = stands(after(LAST_ONE, (hours(1), taken(starts_at=hours(9), spot=True))))
    counted = count(now, now.units[0], hours(2))
    assert (counted.free, counted.booked, counted.spot) == (1, 0, 1)


def test_given_up_twice_is_given_up_once() -> None:
    past = after(COUNTED, (hours(1), held(until=hours(6))))
    assert says(past, give_up()) == [given_up]
    assert says(after(COUNTED, (hours(1), held(until=hours(6))), (hours(2), given_up)), give_up()) == []


def test_what_was_never_kept_cannot_be_given_up() -> None:
    with pytest.raises(NotKnown):
        says(after(COUNTED), give_up(OTHER_HOLD))


def test_who_came_and_left_is_in_the_count_until_the_service_counts_again() -> None:
    came = after(LAST_ONE, (hours(1), taken(starts_at=hours(2))), (hours(3), unchanged))
    assert says(came, give_up(at=hours(4))) == [given_up]
    with pytest.raises(CapacityGone):
        says(came, hold(until=hours(9), at=hours(4), hold=OTHER_HOLD))


def test_a_service_that_is_not_listed_is_not_known() -> None:
    for command in (hold(until=hours(6)), take(starts_at=hours(6)), give_up()):
        with pytest.raises(NotKnown):
            says(given(), command)
