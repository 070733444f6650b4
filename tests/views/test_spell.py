"""The ward list's rows: one for every ward that ever showed the person, and replay equals live."""

from datetime import date, datetime
from typing import Any

from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.codes.criteria import Criterion
from app.domain.decider import Recorded
from app.domain.rejections import Rejection
from app.domain.spell import SPELL, SpellFacts, WayOut
from app.domain.values import Stream
from app.views.spell import SpellRow, bed_order, rows
from tests.domain.given import NOON, given
from tests.domain.spell.stay import (
    ADA,
    MEETS,
    NO_LONGER,
    SPELL_ID,
    WARD_A,
    WARD_B,
    WARD_C,
    correct,
    end,
    end_reversed,
    ended,
    hours,
    move,
    moved,
    open_spell,
    opened,
    reopened,
    reverse_admission,
    reverse_end,
    reverse_move,
    review,
    reviewed,
    voided,
)

STREAM = Stream(f"spell:{SPELL_ID}")


def shown(*past: object) -> list[SpellRow]:
    return rows(given(*past, stream=STREAM))


def test_an_admission_shows_the_person_in_their_bed_not_yet_reviewed() -> None:
    assert shown(opened) == [
        SpellRow(
            id=SPELL_ID,
            scope=str(WARD_A),
            position=1,
            gone=False,
            person_id=ADA,
            ward_id=WARD_A,
            bed="4",
            bed_order="000004",
            admitted_at=NOON,
            criteria="not_reviewed",
            criteria_met=(),
            reviewed_at=None,
            ready_date=None,
            ready_at=None,
            earlier_nights=0,
            ended_at=None,
            how=None,
        )
    ]


def test_a_move_to_another_bed_keeps_the_row() -> None:
    [row] = shown(opened, moved(WARD_A, "9"))
    assert (row.bed, row.gone, row.position) == ("9", False, 2)


def test_a_move_to_another_ward_leaves_a_row_that_is_gone_since_then() -> None:
    left, here = shown(opened, moved(WARD_B, "1"), reviewed(NO_LONGER))
    assert (left.scope, left.gone, left.position) == (str(WARD_A), True, 2)
    assert (here.scope, here.gone, here.position, here.criteria) == (str(WARD_B), False, 3, "no_longer_meets")


def test_back_on_a_ward_the_row_lives_again() -> None:
    left, here = shown(opened, moved(WARD_B, "1"), moved(WARD_A, "2"))
    assert (left.scope, left.gone, left.position) == (str(WARD_B), True, 3)
    assert (here.scope, here.gone, here.bed) == (str(WARD_A), False, "2")


def test_who_left_is_gone_and_the_row_says_when_and_how() -> None:
    [row] = shown(opened, (hours(5), ended(WayOut.TRANSFERRED)))
    assert (row.gone, row.ended_at, row.how) == (True, hours(5), "transferred")


def test_who_did_not_leave_after_all_is_back() -> None:
    [row] = shown(opened, (hours(5), ended()), (hours(6), end_reversed()))
    assert (row.gone, row.ended_at, row.how) == (False, None, None)


def test_a_cancelled_admission_is_gone_until_it_reopens() -> None:
    assert [row.gone for row in shown(opened, voided)] == [True]
    assert [(row.scope, row.gone) for row in shown(opened, voided, reopened(WARD_B, "1"))] == [
        (str(WARD_A), True),
        (str(WARD_B), False),
    ]


def test_the_latest_review_by_time_is_what_the_row_says() -> None:
    [row] = shown(
        opened,
        (hours(50), reviewed(MEETS, Criterion.OXYGEN, Criterion.IV_FLUIDS, review=1)),
        (hours(2), reviewed(NO_LONGER, review=2)),
    )
    assert (row.criteria, row.criteria_met, row.reviewed_at) == ("meets", ("iv_fluids", "oxygen"), hours(50))
    assert (row.ready_date, row.earlier_nights) == (None, 2)


def test_the_row_says_since_when_the_person_is_ready_and_the_nights_before_a_relapse() -> None:
    [row] = shown(
        opened,
        (hours(2), reviewed(NO_LONGER, review=1)),
        (hours(26), reviewed(MEETS, Criterion.OXYGEN, review=2)),
        (hours(50), reviewed(NO_LONGER, review=3)),
    )
    assert (row.ready_date, row.ready_at, row.earlier_nights) == (date(2026, 11, 4), hours(50), 1)


def test_a_review_found_after_leaving_still_reaches_the_row() -> None:
    [row] = shown(opened, (hours(50), ended()), (hours(2), reviewed(NO_LONGER)))
    assert (row.gone, row.ready_date, row.position) == (True, date(2026, 11, 2), 3)


def test_nothing_is_shown_of_a_spell_nobody_opened() -> None:
    assert shown() == []


def test_beds_sort_as_people_count_them() -> None:
    beds = ["B10", "A2", "Bay 2 Bed 10", "b9", "Bay 2 Bed 9", "10", "SR1", "2"]
    assert sorted(beds, key=bed_order) == ["2", "10", "A2", "b9", "B10", "Bay 2 Bed 9", "Bay 2 Bed 10", "SR1"]


WARDS, BEDS = st.sampled_from([WARD_A, WARD_B, WARD_C]), st.sampled_from(["1", "2"])
TIMES = st.integers(0, 8).map(lambda n: hours(12 * n))
COMMANDS = st.one_of(
    st.builds(open_spell, WARDS, BEDS, TIMES),
    st.builds(move, WARDS, BEDS, TIMES),
    st.builds(correct, WARDS, BEDS, TIMES),
    st.builds(reverse_move, WARDS, BEDS, TIMES),
    st.builds(end, TIMES),
    st.builds(reverse_end, TIMES),
    st.builds(reverse_end, TIMES, WARDS, BEDS),
    st.builds(reverse_admission, TIMES),
    st.builds(lambda at, n: review(NO_LONGER, at=at, review=n), TIMES, st.integers(1, 99)),
    st.builds(lambda at, n: review(MEETS, Criterion.OXYGEN, at=at, review=n), TIMES, st.integers(1, 99)),
)


def history(commands: list[Any]) -> list[Recorded[Any]]:
    """What a stay records when these are asked of it one after the other; refusals change nothing."""
    told: list[tuple[datetime, object]] = []
    for command in [open_spell(WARD_A, "4"), *commands]:
        try:
            new = SPELL.decide(command, SPELL.fold(given(*told, stream=STREAM)), SpellFacts())
        except Rejection:
            continue
        told += [(command.at, event) for event in new]
    return given(*told, stream=STREAM)


@for_all(st.lists(COMMANDS, max_size=15), st.data())
def test_held_and_changed_since_make_what_is_loaded(commands: list[Any], data: st.DataObject) -> None:
    past = history(commands)
    head = data.draw(st.integers(0, len(past)))
    held = {row.scope: row for row in rows(past[:head])}
    changed = {row.scope: row for row in rows(past) if row.position > head}
    assert held | changed == {row.scope: row for row in rows(past)}


@for_all(st.lists(COMMANDS, max_size=15))
def test_a_person_is_shown_on_one_ward_at_most_and_where_the_spell_says(commands: list[Any]) -> None:
    past = history(commands)
    spell = SPELL.fold(past)
    here = [(row.ward_id, row.bed) for row in rows(past) if not row.gone]
    assert here in ([], [(spell.place.ward_id, spell.place.bed)])


@for_all(st.lists(COMMANDS, max_size=15))
def test_the_same_moves_all_over_again_record_nothing(commands: list[Any]) -> None:
    placings = [command for command in commands if type(command).__name__ in {"MovePerson", "ReverseMove"}]
    once = history(placings)
    assert history([*placings, *placings]) == once
