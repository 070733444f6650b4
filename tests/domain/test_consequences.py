"""What news of a stay means for the person's case: where the stay stands now is where the case must stand."""

from itertools import permutations
from typing import Any

import pytest

from app.domain.case import CASE, GoBackToStay
from app.domain.case.outcome import Outcome
from app.domain.case.state import Away, Ended
from app.domain.codes.patient_classes import PatientClass
from app.domain.consequences import CaseOfSpell, Standing, consequences, standing
from app.domain.spell import WayOut
from tests.domain.case.commands import close as close_case
from tests.domain.case.commands import come_back, depart
from tests.domain.case.commands import reopen as reopen_case
from tests.domain.case.events import accepted, closed, left, submitted
from tests.domain.case.way import CASE_ID, KNOWN, STREAM, stage_after
from tests.domain.given import FEED, NOON, NURSE, given
from tests.domain.spell.stay import (
    NO_LONGER,
    WARD_A,
    WARD_B,
    corrected,
    end_reversed,
    ended,
    expected,
    hours,
    move_reversed,
    moved,
    now_a,
    opened,
    reopened,
    reviewed,
    said_fit,
    spell_after,
    to_move_to,
    voided,
    went_on_leave,
)

HERE, AWAY, DIED, CANCELLED = Standing.HERE, Standing.AWAY, Standing.DIED, Standing.CANCELLED
NOT_YET = Standing.NOT_HERE_YET
OUTPATIENT = now_a(PatientClass.OUTPATIENT)
BY_STAY = {DIED: Outcome.DIED, CANCELLED: Outcome.ADMISSION_CANCELLED}


def stands(*past: object) -> Standing:
    return standing(spell_after(*past))


def following(before: Standing, after: Standing, outcome: Outcome | None = None) -> list[Any]:
    """The commands that follow for a case with this outcome, or for a live one."""
    case = CaseOfSpell(case_id=CASE_ID, outcome=outcome)
    return list(consequences(before, after, case, by=NURSE, at=NOON))


@pytest.mark.parametrize(
    ("past", "where"),
    [
        ([], NOT_YET),
        ([expected()], NOT_YET),
        ([opened], HERE),
        ([opened, ended()], AWAY),
        ([opened, ended(WayOut.SELF_DISCHARGE)], AWAY),
        ([opened, ended(WayOut.DIED)], DIED),
        ([opened, OUTPATIENT], AWAY),
        ([opened, OUTPATIENT, now_a(PatientClass.INPATIENT)], HERE),
        ([opened, voided], CANCELLED),
        ([opened, ended(), (hours(1), voided, hours(1))], CANCELLED),
        ([opened, voided, (NOON, reopened(WARD_A, "4"))], HERE),
        ([opened, ended(WayOut.DIED), end_reversed()], HERE),
    ],
)
def test_where_a_stay_stands(past: list[object], where: Standing) -> None:
    assert stands(*past) is where


@pytest.mark.parametrize(
    "event",
    [
        moved(WARD_B, "1"),
        corrected(WARD_B, "1"),
        move_reversed(WARD_A, "4"),
        reviewed(NO_LONGER),
        went_on_leave(),
        to_move_to(WARD_B, "1"),
        said_fit(NOON.date()),
    ],
    ids=lambda e: type(e).__name__,
)
def test_nothing_else_of_a_stay_moves_the_case(event: object) -> None:
    assert stands(opened, event) is HERE


def test_who_leaves_the_ward_has_left_hospital_on_the_case() -> None:
    assert following(HERE, AWAY) == [depart()]


def test_a_leaving_at_another_time_than_was_told_is_put_right_on_the_case() -> None:
    live = CaseOfSpell(case_id=CASE_ID, outcome=None)
    assert consequences(AWAY, AWAY, live, by=NURSE, at=NOON, left_at=hours(1)) == [depart(hours(1))]
    settled = CaseOfSpell(case_id=CASE_ID, outcome=Outcome.SETTLED, closed_by_people=True)
    assert consequences(AWAY, AWAY, settled, by=NURSE, at=NOON, left_at=hours(1)) == []


@pytest.mark.parametrize("where", [HERE, DIED, CANCELLED, AWAY])
def test_where_nothing_changed_nothing_follows(where: Standing) -> None:
    assert following(where, where, BY_STAY.get(where)) == []


def test_who_left_alive_after_all_left_when_the_stay_says() -> None:
    died = CaseOfSpell(case_id=CASE_ID, outcome=Outcome.DIED)
    found = consequences(DIED, AWAY, died, by=NURSE, at=NOON, left_at=hours(1))
    assert found == [reopen_case(), depart(hours(1))]


def test_a_death_closes_the_case() -> None:
    assert following(HERE, DIED) == [close_case(Outcome.DIED)]
    assert following(AWAY, DIED) == [close_case(Outcome.DIED)]


def test_a_cancelled_admission_closes_the_case() -> None:
    assert following(HERE, CANCELLED) == [close_case(Outcome.ADMISSION_CANCELLED)]
    assert following(AWAY, CANCELLED) == [close_case(Outcome.ADMISSION_CANCELLED)]


def test_an_admission_that_never_was_leaves_the_case_to_the_stay_before() -> None:
    for before, outcome in ((HERE, None), (AWAY, None), (DIED, Outcome.DIED)):
        again = CaseOfSpell(case_id=CASE_ID, outcome=outcome, again=True)
        found = consequences(before, CANCELLED, again, by=NURSE, at=NOON)
        back = GoBackToStay(case_id=CASE_ID, by=NURSE, at=NOON)
        assert found == ([reopen_case(), back] if outcome else [back])


def test_a_cancelled_discharge_brings_the_person_back_on_the_case() -> None:
    assert following(AWAY, HERE) == [come_back()]


def test_what_the_stay_had_closed_reopens_with_the_person_where_they_are() -> None:
    for before, outcome in BY_STAY.items():
        assert following(before, HERE, outcome) == [reopen_case(), come_back()]
        assert following(before, AWAY, outcome) == [reopen_case(), depart()]


def test_who_died_and_was_never_admitted_has_a_case_closed_for_that() -> None:
    assert following(DIED, CANCELLED, Outcome.DIED) == [reopen_case(), close_case(Outcome.ADMISSION_CANCELLED)]


@pytest.mark.parametrize(("before", "after"), list(permutations((HERE, AWAY, DIED, CANCELLED), 2)))
@pytest.mark.parametrize("outcome", [Outcome.SETTLED, Outcome.PERSON_DECLINED, Outcome.CANCELLED_BY_WARD])
def test_a_case_that_people_closed_stays_closed(before: Standing, after: Standing, outcome: Outcome) -> None:
    assert following(before, after, outcome) == []


def test_a_closing_is_undone_only_by_what_undoes_its_cause() -> None:
    assert following(AWAY, HERE, Outcome.ADMISSION_CANCELLED) == []
    assert following(DIED, HERE, Outcome.ADMISSION_CANCELLED) == []
    assert following(CANCELLED, HERE, Outcome.DIED) == []


def test_the_case_hears_when_it_was_said_and_by_whom() -> None:
    case = CaseOfSpell(case_id=CASE_ID, outcome=None)
    [heard] = consequences(HERE, AWAY, case, by=FEED, at=hours(5), told_at=hours(6))
    assert (heard.by, heard.at, heard.told_at) == (FEED, hours(5), hours(6))


@pytest.mark.parametrize("case", [[submitted()], [submitted(), accepted], [submitted(), accepted, left]])
@pytest.mark.parametrize(("before", "after"), list(permutations((HERE, AWAY, DIED, CANCELLED), 2)))
def test_no_case_that_the_stay_left_there_refuses_to_follow(
    case: list[object], before: Standing, after: Standing
) -> None:
    past = [*case, *([closed(BY_STAY[before])] if before in BY_STAY else [])]
    for command in following(before, after, BY_STAY.get(before)):
        past += CASE.decide(command, CASE.fold(given(*past, stream=STREAM)), KNOWN)
    stage = stage_after(*past)
    assert isinstance(stage, Away) == (after is AWAY)
    assert isinstance(stage, Ended) == (after in BY_STAY)


@pytest.mark.parametrize("before", [[submitted()], [submitted(), accepted], [submitted(), accepted, left]])
def test_after_a_wrong_death_the_case_stands_in_hospital_as_before_leaving(before: list[object]) -> None:
    past = [*before, closed(Outcome.DIED)]
    for command in following(DIED, HERE, Outcome.DIED):
        past += CASE.decide(command, CASE.fold(given(*past, stream=STREAM)), KNOWN)
    assert stage_after(*past) == stage_after(*(event for event in before if event != left))
