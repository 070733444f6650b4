"""Reviews on the line's days, the exit plan by day 35, six weeks, and three times asked how they are."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.case.stay.due import follow_ups, next_review_on, no_exit_plan, over_time, review_overdue
from app.domain.case.stay.events import Remains
from app.domain.codes.service_lines import ServiceLine, UnitKind, counted_in
from app.domain.codes.stay_outcomes import Found, StayOutcome
from app.domain.practice import ServiceLines
from app.events.practice.shipped import shipped
from tests.domain.case.arriving.leaving import arrived, met
from tests.domain.case.events import back, left
from tests.domain.case.stay.weeks import (
    IN_BED,
    IN_STAY,
    SIX_WEEKS_ON,
    days,
    ended,
    exit_planned,
    extended,
    followed_up,
    reviewed,
    stay_after,
)
from tests.domain.case.way import case_after
from tests.domain.given import uid

REVIEWED_DAILY = (*IN_BED[:-1], (IN_BED[-1][0], replace(met(ServiceLine.IC_UNIT), review_daily=True)))
FIRST, SECOND = date(2026, 11, 16), date(2026, 11, 23)
DAILY = [(days(n), reviewed(220 + n)) for n in (1, 2, 3)]
TWICE = [(days(6), reviewed()), (days(16), reviewed(218))]
WEEK_FIVE = date(2026, 12, 14)


@pytest.mark.parametrize(
    ("since", "on"),
    [
        ([], FIRST),
        *((TWICE[:1], SECOND), (TWICE, None), (TWICE[1:], None)),
        *((DAILY[:2], FIRST), (DAILY[:2] + TWICE[:1], SECOND)),
        ([(days(3), ended())], None),
    ],
    ids=["first", "second", "all done", "late", "too early for any", "early and then in time", "ended"],
)
def test_reviews_are_due_on_the_days_of_the_line(since: list[Any], on: date | None) -> None:
    assert next_review_on(stay_after(*IN_STAY, *since)) == on


def test_in_a_bed_that_is_reviewed_daily_the_next_is_due_the_day_after_the_last() -> None:
    monday = IN_BED[-1][0].date()

    def due(*since: Any) -> list[int]:
        """In how many days of being met the next review is due."""
        on = next_review_on(stay_after(*REVIEWED_DAILY, *since))
        return [(on - monday).days] if on else []

    remains = reviewed(remains=Remains.MEETS)
    assert due() == [1], "of whoever came on Monday on Tuesday, and not in a week"
    assert due((days(0.1), remains)) == [1], "seen the same day"
    assert due((days(1), remains), (days(2), reviewed(218, Remains.MEETS))) == [3]
    assert due((days(50), remains)) == [51], "for as long as they stay"
    assert due((days(3), ended())) == []
    again = (days(9), replace(REVIEWED_DAILY[-1][1], contact_id=uid(302)))
    in_hospital = ((days(1), remains), (days(4), back), (days(8.9), left), (days(9), arrived()))
    assert due(*in_hospital, again) == [10], "nobody reviews them while they are in hospital"


def test_the_shipped_list_reviews_intermediate_care_beds_daily_and_home_care_on_its_days() -> None:
    lines = shipped(ServiceLines)
    daily = {rule.code for rule in lines.lines if rule.review_daily}
    assert {ServiceLine.IC_UNIT, ServiceLine.CHOSP, ServiceLine.IC_CARE_HOME} <= daily
    assert all(counted_in(code) is UnitKind.BEDS for code in daily)
    assert (lines.of(ServiceLine.REAB).review_daily, lines.of(ServiceLine.REAB).review_days) == (False, (7, 14, 28))


def test_a_review_is_overdue_by_the_days_since_but_not_of_who_is_in_hospital() -> None:
    stay = stay_after(*IN_STAY)
    assert [review_overdue(stay, FIRST + timedelta(days=n)) for n in (-1, 0, 2)] == [0, 0, 2]
    assert review_overdue(stay_after(*IN_STAY, (days(2), back)), FIRST + timedelta(days=5)) == 0


@pytest.mark.parametrize(
    ("since", "today", "missing"),
    [
        ([], WEEK_FIVE - timedelta(days=1), False),
        ([], WEEK_FIVE, True),
        ([(days(30), exit_planned())], WEEK_FIVE, False),
        ([(days(30), ended())], WEEK_FIVE, False),
    ],
)
def test_how_they_leave_is_known_by_day_35(since: list[Any], today: date, missing: bool) -> None:
    assert no_exit_plan(case_after(*IN_STAY, *since).stays, today) is missing


@pytest.mark.parametrize(
    ("since", "today", "over"),
    [
        ([], SIX_WEEKS_ON - timedelta(days=1), False),
        ([], SIX_WEEKS_ON, True),
        ([(days(30), extended())], SIX_WEEKS_ON, False),
        ([(days(30), extended())], date(2027, 1, 4), True),
        ([(days(39), ended())], SIX_WEEKS_ON, False),
    ],
)
def test_a_stay_is_over_time_after_six_weeks_or_its_extension(since: list[Any], today: date, over: bool) -> None:
    assert over_time(case_after(*IN_STAY, *since).stays, today) is over


def test_they_are_asked_three_times_after_the_end_and_who_died_never() -> None:
    gone = (*IN_STAY, (days(39), ended()))
    due = {7: date(2026, 12, 25), 30: date(2027, 1, 17), 91: date(2027, 3, 19)}
    assert follow_ups(stay_after(*IN_STAY)) == {}
    assert follow_ups(stay_after(*gone)) == due
    assert follow_ups(stay_after(*gone, followed_up())) == {day: on for day, on in due.items() if day != 7}
    assert follow_ups(stay_after(*gone, followed_up(found=Found.DIED))) == {}
    assert follow_ups(stay_after(*IN_STAY, (days(39), ended(StayOutcome.DIED)))) == {}
