"""A place given up for news that was wrong is kept again under its own id, while it is free."""

from typing import Any

import pytest

from app.domain.rejections import NotKnown
from app.domain.service import KeepPlaceAgain
from app.domain.service.holding import CapacityGone
from tests.domain.given import NOON
from tests.domain.service.kit import (
    CASE,
    HOLD,
    OTHER_HOLD,
    after,
    declared,
    give_up,
    given_up,
    held,
    hours,
    on,
    says,
    taken,
    unit,
)

COUNTED = (NOON, declared(unit(usable=5, occupied=4)))
BOOKED = (hours(1), taken(starts_at=hours(9)))
GIVEN_UP = (COUNTED, BOOKED, (hours(2), given_up))


def again(**more: Any) -> KeepPlaceAgain:
    its = {"hold_id": HOLD, "case_id": CASE, "units": ("mornings",), "until": None, "starts_at": hours(9)}
    return KeepPlaceAgain(**on(at=hours(3), spot=False) | its | more)


def test_a_booking_is_booked_again() -> None:
    assert says(after(*GIVEN_UP), again()) == [taken(starts_at=hours(9))]


def test_a_hold_is_held_again() -> None:
    past = after(COUNTED, (hours(1), held(until=hours(9))), (hours(2), given_up))
    assert says(past, again(starts_at=None, until=hours(9))) == [held(until=hours(9))]


def test_kept_again_it_counts_and_can_be_given_up_again() -> None:
    past = after(*GIVEN_UP, (hours(3), taken(starts_at=hours(9))))
    assert says(past, again()) == []
    assert says(past, give_up(at=hours(4))) == [given_up]


def test_a_place_that_somebody_else_has_by_now_is_gone() -> None:
    theirs = (hours(2.5), held(until=hours(9), hold=OTHER_HOLD))
    with pytest.raises(CapacityGone):
        says(after(*GIVEN_UP, theirs), again())
    assert says(after(*GIVEN_UP, theirs), again(spot=True)) == [taken(starts_at=hours(9), spot=True)]


def test_what_was_never_kept_is_not_kept_again() -> None:
    with pytest.raises(NotKnown):
        says(after(COUNTED), again())
