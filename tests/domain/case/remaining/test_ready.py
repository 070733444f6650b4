"""Since when somebody in a community bed is ready to leave it, and the nights since: the rule of hospital beds."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.case.outcome import Outcome
from app.domain.case.remaining.ready import ready_of
from app.domain.local_time import local_date
from tests.domain.case.arriving.leaving import MET_AT, met
from tests.domain.case.events import back, closed, left, reopened
from tests.domain.case.remaining.bed import MEETS, NO_LONGER, READY, READY_ON
from tests.domain.case.stay.weeks import IN_BED, days, ended, reviewed, stay_after, step_back
from tests.domain.given import uid


def nights(*past: Any, now: float = 10) -> tuple[date | None, int, int | None]:
    """The ready date, all nights, and the days by so many days after first contact."""
    known = ready_of(stay_after(*past), days(now))
    return known.ready_date, known.nights_in_all, known.days


def test_ready_since_the_review_that_says_so_and_each_midnight_since_is_a_night() -> None:
    assert nights(*IN_BED) == (None, 0, None)
    assert nights(*READY) == (READY_ON, 7, 7)
    again = (*READY, (days(5), reviewed(212, NO_LONGER)))
    assert nights(*again) == (READY_ON, 7, 7)


def test_who_meets_the_requirements_again_is_not_ready_and_a_relapse_hides_nights_from_the_days() -> None:
    unwell = (*READY, (days(5), reviewed(212, MEETS)))
    assert nights(*unwell) == (None, 2, None)
    assert nights(*unwell, (days(8), reviewed(213, NO_LONGER))) == (READY_ON + timedelta(days=5), 4, 2)


def test_of_who_left_the_final_run_counts_to_the_day_of_leaving() -> None:
    assert nights(*READY, (days(6), ended())) == (READY_ON, 3, 3)
    assert nights(*READY, (days(5), reviewed(212, MEETS)), (days(6), ended())) == (None, 2, 0)


def test_a_late_review_counts_from_its_own_time_and_one_taken_back_never_was() -> None:
    late = (*READY, (days(1), reviewed(212, NO_LONGER)))
    assert nights(*late) == (READY_ON - timedelta(days=2), 9, 9)
    assert nights(*late, (days(6), step_back(212))) == (READY_ON, 7, 7)


def test_nobody_is_in_two_beds_a_time_in_hospital_ends_it_and_the_next_review_begins_anew() -> None:
    away = (*READY, (days(5), back))
    assert nights(*away) == (READY_ON, 2, 2)
    assert nights(*away, (days(6), reviewed(212, NO_LONGER))) == (READY_ON, 2, 2)
    there_again = (*away, (days(6), reviewed(212, NO_LONGER)), (days(7), left), (days(7.1), met_again()))
    assert nights(*there_again) == (None, 2, None)
    assert nights(*there_again, (days(8), reviewed(213, NO_LONGER))) == (local_date(days(8)), 4, 2)


def met_again() -> Any:
    return replace(met(stay_after(*IN_BED).line), contact_id=uid(299))


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ([(days(6), closed(Outcome.DIED))], (READY_ON, 3, 3)),
        ([(days(6), closed(Outcome.SETTLED)), (days(7), reopened())], (READY_ON, 7, 7)),
    ],
    ids=["closed", "reopened"],
)
def test_with_the_case_the_nights_end_and_go_on_when_it_opens_again(since: list[Any], expected: Any) -> None:
    assert nights(*READY, *since) == expected


def test_what_was_said_before_first_contact_is_of_another_bed() -> None:
    assert nights(*IN_BED, (MET_AT - timedelta(hours=1), reviewed(remains=NO_LONGER))) == (None, 0, None)
