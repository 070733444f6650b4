"""A discharge is taken back, and the case opens again only where that discharge had closed it; never over a death."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.case.closing import CaseReopened
from app.domain.case.outcome import Outcome
from app.domain.case.stay.events import StepTakenBack
from app.domain.case.stay.taking_back import CaseClosedSince, DeathStands, FollowedUpSince
from app.domain.codes.stay_outcomes import Found, StayOutcome
from app.domain.rejections import Rejection
from tests.domain.case.commands import close, reopen
from tests.domain.case.events import closed, reopened
from tests.domain.case.requests.asking import FACTS, WEST, sent
from tests.domain.case.stay.test_dying import IN_WEEK_TWO, report, since, told
from tests.domain.case.stay.weeks import IN_STAY, days, end, ended, follow_up, reviewed, step_back, take_back
from tests.domain.case.way import after, case_after
from tests.domain.given import uid

OVER = (*IN_STAY, (days(39), ended()), (days(39), closed(Outcome.SETTLED, asked=uid(215))))
SOUGHT_ON = (*IN_STAY, (days(20), sent(WEST)), (days(22), ended()))
"""Discharged while the next service is sought, so that the case goes on."""
died = replace(close(Outcome.DIED), at=days(23))
declined = (days(23), closed(Outcome.PERSON_DECLINED, asked=uid(231)))


def test_the_discharge_that_closed_the_case_opens_it_again() -> None:
    assert [type(each) for each in after(*OVER, then=take_back(215))] == [StepTakenBack, CaseReopened]


def test_of_a_case_that_the_hub_opened_again_the_discharge_is_taken_back_alone() -> None:
    opened = (*OVER, (days(40), reopened("Too early.")))
    assert after(*opened, then=take_back(215)) == [step_back(215)]


@pytest.mark.parametrize(
    ("past", "refusal"),
    [
        (told(*SOUGHT_ON, do=died), DeathStands),
        (told(*IN_WEEK_TWO, do=report()), DeathStands),
        ((*OVER, (days(45), since)), DeathStands),
        (told(*SOUGHT_ON, do=follow_up(found=Found.DIED, at=days(29.5))), FollowedUpSince),
        ((*SOUGHT_ON, declined), CaseClosedSince),
        ((*OVER, (days(40), reopened()), (days(41), closed(Outcome.SETTLED, asked=uid(231)))), CaseClosedSince),
    ],
    ids=["died after it", "died in the stay", "died since", "found dead", "closed by the hub", "closed once more"],
)
def test_what_closed_the_case_otherwise_is_put_right_first(past: tuple[Any, ...], refusal: type[Rejection]) -> None:
    discharge = next(each for each in case_after(*past).stays.values()).ended
    assert discharge
    with pytest.raises(refusal):
        after(*past, then=replace(take_back(215), step_id=discharge.step.step_id), facts=FACTS)


def test_once_the_hub_has_opened_the_case_the_discharge_is_taken_back() -> None:
    opened = (*SOUGHT_ON, declined, (days(24), reopened()))
    assert after(*opened, then=take_back(215)) == [step_back(215)]


def test_once_the_death_is_taken_back_so_is_the_discharge_before_it() -> None:
    lives = told(*told(*SOUGHT_ON, do=died), do=replace(reopen(), at=days(24)))
    assert after(*lives, then=take_back(215), facts=FACTS) == [step_back(215)]


def test_a_death_that_the_discharge_itself_told_goes_with_it() -> None:
    known = told(*IN_WEEK_TWO, do=end(outcome=StayOutcome.DIED, at=days(9)))
    recorded = after(*known, then=take_back(215), facts=FACTS)
    assert [type(each) for each in recorded][:2] == [StepTakenBack, CaseReopened]


def test_a_review_is_taken_back_without_opening_a_closed_case() -> None:
    past = (*IN_STAY, (days(7), reviewed()), (days(39), ended()), (days(39), OVER[-1][1]))
    assert after(*past, then=take_back(211)) == [step_back(211)]
