"""A service counts itself: whole counts that make sense, the latest holds, and "nothing changed" in one tap."""

from dataclasses import replace

import pytest

from app.domain.codes.windows import Window
from app.domain.rejections import NotKnown, Rejection
from app.domain.service import Beds, Run, Unit
from app.domain.service.capacity import (
    CountedSince,
    MoreThanThereIs,
    NobodyToCall,
    NothingDeclared,
    TooMuchKeptBack,
    UnitNamedTwice,
    UnitOfAnotherKind,
)
from app.domain.service.counting import count
from tests.domain.given import NOON, given
from tests.domain.service.kit import (
    MORNING,
    after,
    beds_listed,
    confirm,
    declare,
    declared,
    hours,
    says,
    stands,
    taken,
    unchanged,
    unit,
)

AT_NOON = (NOON, declared())


def test_a_service_counts_itself() -> None:
    assert says(after(), declare()) == [declared()]


def test_the_same_count_told_twice_is_one_count_and_an_hour_later_is_news() -> None:
    assert says(after(AT_NOON), declare()) == []
    assert says(after(AT_NOON), declare(at=hours(1))) == [declared()]


def test_a_repeat_that_comes_after_a_later_count_records_nothing() -> None:
    assert says(after(AT_NOON, (hours(1), declared(unit(occupied=5)))), declare()) == []


def test_a_count_that_is_older_than_the_one_that_stands_is_refused() -> None:
    with pytest.raises(CountedSince):
        says(after((hours(1), declared())), declare(unit(occupied=5)))


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (unit(usable=11), MoreThanThereIs),
        (unit(occupied=-1), MoreThanThereIs),
        (unit(contingency=-1), MoreThanThereIs),
        (unit(contingency=2), TooMuchKeptBack),
        (unit(usable=0, contingency=1), MoreThanThereIs),
        (unit(run=Run(window=Window.TEA, carers=0)), NobodyToCall),
        (unit(run=None), UnitOfAnotherKind),
        (unit(run=None, beds=Beds()), UnitOfAnotherKind),
        (unit(beds=Beds()), UnitOfAnotherKind),
    ],
    ids=str,
)
def test_a_count_that_contradicts_itself_is_refused(wrong: Unit, refusal: type[Rejection]) -> None:
    with pytest.raises(refusal):
        says(after(), declare(unit("evenings"), wrong))


def test_the_most_that_may_be_kept_back_is_a_share_of_what_is_commissioned() -> None:
    assert says(after(), declare(unit(contingency=1))) == [declared(unit(contingency=1))]


def test_more_people_than_usable_places_is_what_a_full_house_looks_like() -> None:
    assert says(after(), declare(unit(usable=4, occupied=5))) == [declared(unit(usable=4, occupied=5))]
    over = stands(after(declared(unit(usable=4, occupied=5))))
    assert count(over, over.units[0], hours(1)).free == 0


def test_two_lines_of_one_name_are_refused() -> None:
    with pytest.raises(UnitNamedTwice):
        says(after(), declare(unit(), unit()))


def test_beds_are_counted_as_beds() -> None:
    beds = Unit(key="bay", commissioned=6, usable=6, occupied=2, beds=Beds())
    assert says(given(beds_listed), declare(beds)) == [declared(beds)]
    with pytest.raises(UnitOfAnotherKind):
        says(given(beds_listed), declare(replace(beds, beds=None, run=MORNING)))


def test_nothing_changed_makes_the_count_young_again() -> None:
    assert says(after(AT_NOON), confirm(hours(3))) == [unchanged]
    assert stands(after(AT_NOON, (hours(3), unchanged))).confirmed_at == hours(3)


def test_nothing_changed_told_twice_or_before_the_latest_count_records_nothing() -> None:
    assert says(after(AT_NOON, (hours(3), unchanged)), confirm(hours(3))) == []
    assert says(after(AT_NOON), confirm(hours(-1))) == []


def test_what_was_never_counted_cannot_be_unchanged() -> None:
    with pytest.raises(NothingDeclared):
        says(after(), confirm(NOON))


def test_who_came_since_the_count_is_there_when_nothing_else_changed() -> None:
    came = after(AT_NOON, (hours(1), taken(starts_at=hours(2))), (hours(3), unchanged))
    now = stands(came)
    assert now.units == (unit(occupied=5),)
    assert count(now, now.units[0], hours(3)).booked == 0


def test_who_is_still_to_come_stays_booked_beside_a_new_count() -> None:
    now = stands(after(AT_NOON, (hours(1), taken(starts_at=hours(9))), (hours(3), declared())))
    assert (count(now, now.units[0], hours(3)).booked, count(now, now.units[0], hours(3)).free) == (1, 1)


def test_a_spot_place_adds_nobody_to_the_count() -> None:
    spot = taken(starts_at=hours(2), spot=True)
    assert stands(after(AT_NOON, (hours(1), spot), (hours(3), unchanged))).units == (unit(),)


def test_a_service_that_is_not_listed_is_not_known() -> None:
    for command in (declare(), confirm(NOON)):
        with pytest.raises(NotKnown):
            says(given(), command)
