"""Which news of a stay unsettles what is held: told late or out of order, it asks where it changes what is true now."""

import pytest

from app.domain.case.holding.causes import Cause
from app.domain.case.holding.of_stay import causes_of
from tests.domain.spell.stay import (
    MEETS,
    NO_LONGER,
    WARD_A,
    WARD_B,
    WARD_C,
    corrected,
    end_reversed,
    ended,
    hours,
    move_reversed,
    moved,
    opened,
    reviewed,
    spell_after,
    voided,
)

READY = (opened, (hours(1), reviewed(NO_LONGER)))
ON_B = (opened, (hours(2), moved(WARD_B, "1"), hours(2)))


def unsettled(*past: object, by: object) -> list[Cause]:
    """What this news asks after these."""
    return list(causes_of(spell_after(*past), spell_after(*past, by)))


def test_meeting_the_criteria_again_asks() -> None:
    assert unsettled(*READY, by=(hours(2), reviewed(MEETS, review=2))) == [Cause.MEETS_AGAIN]


def test_meeting_them_still_or_for_the_first_time_is_no_news() -> None:
    assert unsettled(opened, by=(hours(2), reviewed(MEETS))) == []
    meets = (*READY, (hours(2), reviewed(MEETS, review=2)))
    assert unsettled(*meets, by=(hours(3), reviewed(MEETS, review=3))) == []
    assert unsettled(*meets, by=(hours(3), reviewed(NO_LONGER, review=3))) == []


def test_a_review_told_late_asks_only_where_none_was_made_since() -> None:
    ready_later = (opened, (hours(1), reviewed(NO_LONGER)), (hours(4), reviewed(NO_LONGER, review=2)))
    assert unsettled(*ready_later, by=(hours(3), reviewed(MEETS, review=3))) == []
    assert unsettled(*ready_later, by=(hours(5), reviewed(MEETS, review=3))) == [Cause.MEETS_AGAIN]


def test_another_ward_asks_and_another_bed_does_not() -> None:
    assert unsettled(opened, by=(hours(2), moved(WARD_B, "1"))) == [Cause.MOVED_WARD]
    assert unsettled(opened, by=(hours(2), moved(WARD_A, "7"))) == []
    assert unsettled(opened, by=(hours(2), corrected(WARD_B, "1"))) == [Cause.MOVED_WARD]
    assert unsettled(*ON_B, by=(hours(3), move_reversed(WARD_A, "4"), hours(3))) == [Cause.MOVED_WARD]


def test_a_move_told_late_asks_once() -> None:
    assert unsettled(opened, by=(hours(2), moved(WARD_B, "1"), hours(2))) == [Cause.MOVED_WARD]
    earlier = (hours(1), moved(WARD_C, "1"), hours(1))
    assert unsettled(*ON_B, by=earlier) == [], "they were on C before; on B they are still"
    assert unsettled(*ON_B, by=(hours(2), moved(WARD_B, "1"), hours(2))) == []


@pytest.mark.parametrize(
    ("past", "news"),
    [
        ((opened,), (hours(2), ended())),
        ((opened, (hours(2), ended())), (hours(3), end_reversed(WARD_B, "1"))),
        ((opened,), voided),
    ],
)
def test_who_leaves_or_comes_back_is_another_matter(past: tuple[object, ...], news: object) -> None:
    assert unsettled(*past, by=news) == []
