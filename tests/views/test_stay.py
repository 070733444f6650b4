"""The row of a stay: what is due in it, for whom it is, and when nothing is to be done for it any more."""

from datetime import date
from typing import Any

import pytest

from app.domain.case.arriving.taking_back import Said
from app.domain.case.outcome import Outcome
from app.domain.case.remaining.events import StayNightContested, StayNightFrozen
from app.domain.case.stay.events import Remains
from app.domain.codes.delay_reasons import DelayReason
from app.domain.delay import How
from app.views.stay import StayRow, rows
from app.views.stay_night import rows as nights
from tests.domain.case.arriving.leaving import MET_AT, taken_back
from tests.domain.case.events import back, closed, given_to
from tests.domain.case.requests.asking import CARERS, EAST
from tests.domain.case.stay.weeks import (
    IN_BED,
    IN_STAY,
    SAID,
    SIX_WEEKS_ON,
    STAY,
    days,
    ended,
    exit_planned,
    extended,
    followed_up,
    reviewed,
    step_back,
    told,
)
from tests.domain.case.way import STREAM, SURVIVOR
from tests.domain.given import given

SETTLED = closed(Outcome.SETTLED)
ALL_ASKED = [(days(39 + day), followed_up(day, 220 + n)) for n, day in enumerate((7, 30, 91))]


def row(*past: Any) -> StayRow:
    [shown] = rows(given(*past, stream=STREAM))
    return shown


def test_a_stay_is_in_the_scope_of_its_service_and_for_who_runs_it() -> None:
    shown = row(*IN_STAY)
    assert (shown.id, shown.scope, shown.audience) == (STAY, str(EAST), str(CARERS))
    assert (shown.started_at, shown.review_on, shown.six_weeks_on) == (MET_AT, date(2026, 11, 16), SIX_WEEKS_ON)
    assert rows(given(*IN_STAY[:-1], stream=STREAM)) == []


def test_every_step_is_shown_on_it() -> None:
    shown = row(*IN_STAY, (days(6), reviewed()), (days(28), told()), (days(30), extended()), (days(31), exit_planned()))
    assert (shown.reviews, shown.reviewed_at, shown.review_on) == (1, days(6), date(2026, 11, 23))
    assert (shown.charging_told_at, shown.charged_from) == (days(28), SIX_WEEKS_ON)
    assert (shown.six_weeks_on, shown.lasts_until) == (SIX_WEEKS_ON, date(2027, 1, 4))
    assert (shown.exit_on, shown.exit_to) == (date(2026, 12, 18), "home_long_term")


def test_six_weeks_are_shown_through_a_time_in_hospital() -> None:
    shown = row(*IN_STAY, (days(7), reviewed()), (days(14), back))
    assert (shown.paused_at, shown.six_weeks_on, shown.gone) == (days(14), SIX_WEEKS_ON, False)


def test_follow_ups_are_due_after_the_end_until_all_are_answered() -> None:
    over = (*IN_STAY, (days(39), ended()), (days(39), SETTLED))
    shown = row(*over, ALL_ASKED[0])
    assert (shown.outcome, shown.score_in, shown.score_out, shown.gone) == ("lower", 9, 16, False)
    assert shown.follow_ups == [
        {"day": 7, "due_on": None, "found": "at_home"},
        {"day": 30, "due_on": "2027-01-17", "found": None},
        {"day": 91, "due_on": "2027-03-19", "found": None},
    ]
    assert row(*over, *ALL_ASKED).gone


@pytest.mark.parametrize(
    ("since", "gone"),
    [
        ([(days(1), taken_back(Said.FIRST_CONTACT))], True),
        ([(MET_AT, back)], True),
        ([(days(5), SETTLED)], True),
        ([(days(39), ended()), (days(40), step_back(215))], False),
    ],
    ids=["never met", "failed the same day", "closed by the hub", "not discharged after all"],
)
def test_a_stay_that_was_none_or_of_a_closed_case_is_gone_and_its_row_stays(since: list[Any], gone: bool) -> None:
    shown = row(*IN_STAY, *since)
    assert (shown.gone, shown.position) == (gone, len(IN_STAY) + len(since))


def test_a_stay_goes_with_its_person() -> None:
    assert row(*IN_STAY, (days(1), given_to())).person_id == SURVIVOR


def test_of_a_bed_it_keeps_since_when_it_is_not_needed_and_why() -> None:
    assert (row(*IN_STAY).ready_at, row(*IN_STAY).delay) == (None, None)
    ready = (*IN_BED, (days(3), reviewed(remains=Remains.NO_LONGER_MEETS)))
    shown = row(*ready)
    assert (shown.ready_date, shown.ready_at, shown.earlier_nights) == (date(2026, 11, 12), days(3), 0)
    assert shown.delay
    assert shown.delay["periods"] == [[days(3).isoformat().replace("+00:00", "Z"), None]]
    unwell = row(*ready, (days(5), reviewed(212, Remains.MEETS)))
    assert (unwell.ready_at, unwell.earlier_nights, unwell.remains) == (None, 2, "meets")
    never = row(*IN_BED, (MET_AT, back))
    assert (never.gone, never.delay) == (True, None)


def test_a_night_is_of_the_service_and_for_who_runs_it_and_shows_what_was_said_of_it() -> None:
    contested = StayNightContested(
        stay_id=STAY, night=date(2026, 11, 12), organisation_id=CARERS, reason=DelayReason.CT2, words=SAID
    )
    frozen = StayNightFrozen(
        stay_id=STAY,
        service_id=EAST,
        night=contested.night,
        reason=None,
        how=How.UNEXPLAINED,
        open=(),
        contest_until=days(10),
    )
    [night] = nights(given(*IN_BED, (days(4), frozen), (days(5), contested), stream=STREAM))
    assert (night.scope, night.audience, night.stay_id) == (str(EAST), str(CARERS), STAY)
    assert (night.night, night.reason, night.position) == (date(2026, 11, 12), None, len(IN_BED) + 2)
    assert night.contested == {str(CARERS): {"reason": "CT2", "words": SAID}}
    assert nights(given(*IN_BED, stream=STREAM)) == []
