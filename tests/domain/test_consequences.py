"""What news of a stay means for the person's case."""

from typing import Any

import pytest

from app.domain.case import CASE
from app.domain.case.outcome import Outcome
from app.domain.consequences import CaseOfSpell, consequences
from app.domain.spell import SpellEnded, WayOut
from tests.domain.case.way import (
    CASE_ID,
    KNOWN,
    STREAM,
    accepted,
    closed,
    come_back,
    depart,
    left,
    stage_after,
    submitted,
)
from tests.domain.case.way import close as close_case
from tests.domain.case.way import reopen as reopen_case
from tests.domain.given import NOON, NURSE, given
from tests.domain.spell.stay import (
    NO_LONGER,
    WARD_A,
    WARD_B,
    corrected,
    end_reversed,
    ended,
    move_reversed,
    moved,
    opened,
    reopened,
    reviewed,
    voided,
)

LEFT_ALIVE = set(WayOut) - {WayOut.DIED}


def following(event: object, outcome: Outcome | None = None) -> list[Any]:
    """The commands that follow for a case with this outcome, or for a live one."""
    return list(consequences(event, CaseOfSpell(case_id=CASE_ID, outcome=outcome), by=NURSE, at=NOON))


@pytest.mark.parametrize("how", LEFT_ALIVE)
def test_who_leaves_the_ward_has_left_hospital_on_the_case(how: WayOut) -> None:
    assert following(SpellEnded(how=how)) == [depart()]


def test_a_death_closes_the_case() -> None:
    assert following(ended(WayOut.DIED)) == [close_case(Outcome.DIED)]


def test_a_cancelled_admission_closes_the_case() -> None:
    assert following(voided) == [close_case(Outcome.ADMISSION_CANCELLED)]


def test_a_cancelled_discharge_brings_the_person_back_on_the_case() -> None:
    assert following(end_reversed()) == [come_back()]


def test_a_death_recorded_wrongly_reopens_the_case_with_the_person_in_hospital() -> None:
    assert following(end_reversed(), Outcome.DIED) == [reopen_case(), come_back()]


def test_an_admission_that_took_place_after_all_reopens_the_case_with_the_person_in_hospital() -> None:
    assert following(reopened(WARD_A, "4"), Outcome.ADMISSION_CANCELLED) == [reopen_case(), come_back()]


@pytest.mark.parametrize(
    "event",
    [ended(), ended(WayOut.DIED), voided, end_reversed(), reopened(WARD_A, "4")],
    ids=lambda e: type(e).__name__,
)
@pytest.mark.parametrize("outcome", [Outcome.SETTLED, Outcome.PERSON_DECLINED, Outcome.CANCELLED_BY_WARD])
def test_a_case_that_people_closed_stays_closed(event: object, outcome: Outcome) -> None:
    assert following(event, outcome) == []


def test_a_closing_is_undone_only_by_what_undoes_its_cause() -> None:
    assert following(end_reversed(), Outcome.ADMISSION_CANCELLED) == []
    assert following(reopened(WARD_A, "4"), Outcome.DIED) == []
    assert following(reopened(WARD_A, "4")) == []


@pytest.mark.parametrize(
    "event",
    [opened, moved(WARD_B, "1"), corrected(WARD_B, "1"), move_reversed(WARD_A, "4"), reviewed(NO_LONGER)],
    ids=lambda e: type(e).__name__,
)
def test_nothing_else_of_a_stay_moves_the_case(event: object) -> None:
    assert following(event) == []


@pytest.mark.parametrize("before", [[submitted()], [submitted(), accepted], [submitted(), accepted, left]])
def test_after_a_wrong_death_the_case_stands_in_hospital_as_before_leaving(before: list[object]) -> None:
    past = [*before, closed(Outcome.DIED)]
    for command in following(end_reversed(), Outcome.DIED):
        past += CASE.decide(command, CASE.fold(given(*past, stream=STREAM)), KNOWN)
    assert stage_after(*past) == stage_after(*(event for event in before if event != left))
