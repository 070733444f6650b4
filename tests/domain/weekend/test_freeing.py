"""Given people who are ready and still here: what would free most bed days, what it cost so far, what it will."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.codes.delay_reasons import DelayReason, ReasonFamily
from app.domain.weekend import Waiting, actions
from app.domain.weekend.freeing import FIRST_STEP
from tests.domain.given import uid

REABLEMENT, MEDICINES, TRANSPORT = DelayReason.CA1, DelayReason.HP5, DelayReason.HP4
FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)


def waits(n: int, *open_: DelayReason, days: int, **known: Any) -> Waiting:
    return Waiting(spell_id=uid(n), reason=next(iter(open_), None), open=open_, days=days, **known)


def test_three_people_who_wait_for_reablement_have_lost_eleven_days_and_lose_nine_more_by_monday() -> None:
    three = [waits(1, REABLEMENT, days=2), waits(2, REABLEMENT, days=6), waits(3, REABLEMENT, days=3)]
    [action] = actions(three, FRIDAY, MONDAY)
    assert (action.reason, action.days, action.expected, action.frees, action.alone) == (REABLEMENT, 11, 9, 9, 3)
    assert action.people == (uid(2), uid(3), uid(1))
    assert action.step == "Find a place, or free one"


def test_who_waits_for_two_things_counts_at_both_and_is_freed_by_neither_alone() -> None:
    both = waits(1, REABLEMENT, MEDICINES, days=4)
    first, second = actions([both, waits(2, MEDICINES, days=1)], FRIDAY, MONDAY)
    assert (first.reason, first.people, first.alone, first.frees) == (MEDICINES, (uid(1), uid(2)), 1, 3)
    assert (second.reason, second.alone, second.expected, second.frees) == (REABLEMENT, 0, 3, 0)


def test_who_leaves_as_agreed_loses_days_until_then_only() -> None:
    [action] = actions([waits(1, TRANSPORT, days=1, leaves_on=date(2026, 11, 28))], FRIDAY, MONDAY)
    assert action.expected == 1


@pytest.mark.parametrize(
    ("leaves_on", "lost"), [(FRIDAY, 0), (date(2026, 11, 28), 1), (MONDAY, 3), (date(2026, 12, 9), 3)]
)
def test_who_leaves_today_loses_nothing_and_who_leaves_after_the_list_loses_what_it_is_of(
    leaves_on: date, lost: int
) -> None:
    [action] = actions([waits(1, TRANSPORT, days=1, leaves_on=leaves_on)], FRIDAY, MONDAY)
    assert (action.expected, action.frees) == (lost, lost)


@for_all(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(DelayReason), max_size=3, unique=True),
            st.integers(0, 90),
            st.none() | st.dates(FRIDAY, FRIDAY + timedelta(days=30)),
        ),
        max_size=8,
    )
)
def test_an_agreed_leaving_frees_no_more_than_the_nights_until_its_slot(told: list[Any]) -> None:
    people = [waits(n, *open_, days=days, leaves_on=on) for n, (open_, days, on) in enumerate(told)]
    nights = {each.spell_id: ((each.leaves_on or MONDAY) - FRIDAY).days for each in people}
    found = actions(people, FRIDAY, MONDAY)
    for action in found:
        ahead = [min(nights[who], 3) for who in action.people]
        assert 0 <= action.frees <= action.expected == sum(ahead)
    assert sum(action.frees for action in found) <= sum(min(each, 3) for each in nights.values())


def test_a_day_that_has_passed_is_no_agreement() -> None:
    [action] = actions([waits(1, TRANSPORT, days=1, leaves_on=date(2026, 11, 26))], FRIDAY, MONDAY)
    assert action.expected == 3


def test_the_unexplained_are_an_action_too() -> None:
    [action] = actions([waits(1, days=5)], FRIDAY, MONDAY)
    assert (action.reason, action.step, action.frees) == (None, "Find out why they are still here", 3)


def test_what_frees_most_comes_first_whatever_the_order_of_the_people() -> None:
    people = [waits(1, TRANSPORT, days=9), waits(2, REABLEMENT, days=1), waits(3, REABLEMENT, days=2)]
    found = [action.reason for action in actions(people, FRIDAY, MONDAY)]
    assert found == [REABLEMENT, TRANSPORT]
    assert actions(reversed(people), FRIDAY, MONDAY) == actions(people, FRIDAY, MONDAY)


def test_nobody_waits_and_nothing_is_to_do() -> None:
    assert actions([], FRIDAY, MONDAY) == []


def test_every_family_has_a_first_step() -> None:
    assert set(FIRST_STEP) == set(ReasonFamily)
