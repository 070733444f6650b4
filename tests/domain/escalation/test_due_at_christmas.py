"""Christmas 2026, with bank holidays on the Friday and on the Monday: nothing rings where nobody is there."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.bank_holidays import ENGLAND
from app.domain.calendar import NO_CALENDAR, is_open
from app.domain.escalation.cause import Cause
from app.domain.escalation.due import due_at, respond_by
from app.domain.practice.escalation import Answer
from tests.domain.case.tasks.work import OFFICE as OFFICE_HOURS
from tests.domain.case.tasks.work import finished, key
from tests.domain.escalation.test_causes import PLANNED, task
from tests.domain.escalation.test_contested_night import OPENED, contested, frozen
from tests.domain.escalation.test_due import a_line
from tests.domain.escalation.watching import OFFICE, Clock, Told, later, rules, story

CHRISTMAS_EVE, TUESDAY = date(2026, 12, 24), date(2026, 12, 29)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def test_the_holidays_are_those_of_which_the_stories_speak() -> None:
    assert [date(2026, 12, day) in ENGLAND for day in (24, 25, 28, 29)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("told_at", "said", "by"),
    [
        (at(CHRISTMAS_EVE, 16), {"respond_minutes": 120}, at(TUESDAY, 10)),
        (at(CHRISTMAS_EVE, 16), {"respond_minutes": 1440}, at(TUESDAY, 16)),
        (at(CHRISTMAS_EVE, 20), {"respond_minutes": 1440}, at(date(2026, 12, 30), 9)),
        (at(CHRISTMAS_EVE, 16), {"respond_minutes": 1500}, at(TUESDAY, 17)),
        (at(date(2026, 12, 26), 10), {"respond_minutes": 60}, at(TUESDAY, 10)),
        (at(date(2026, 12, 25), 10), {"respond_by": Answer.SAME_DAY}, at(TUESDAY, 17)),
        (at(CHRISTMAS_EVE, 16), {"respond_by": Answer.NEXT_BOARD_ROUND}, at(TUESDAY, 12)),
        (at(date(2026, 12, 21), 16), {"respond_by": Answer.WEEKLY_REVIEW}, at(TUESDAY, 17)),
        (at(CHRISTMAS_EVE, 16), {"respond_minutes": 120, "wall_clock": True}, at(CHRISTMAS_EVE, 18)),
        (at(CHRISTMAS_EVE, 16), {"respond_minutes": 1440, "wall_clock": True}, at(date(2026, 12, 25), 16)),
    ],
)
def test_an_answer_is_waited_for_until_its_owner_has_been_there(
    told_at: datetime, said: dict[str, Any], by: datetime
) -> None:
    line = a_line(**{"respond_minutes": None} | said)
    assert respond_by(line, told_at, OFFICE_HOURS, ENGLAND) == by


@pytest.mark.parametrize(
    ("since", "days", "due"),
    [
        (at(CHRISTMAS_EVE, 12), 1, at(TUESDAY, 12)),
        (at(CHRISTMAS_EVE, 20), 1, at(date(2026, 12, 30), 9)),
        (at(date(2026, 12, 23), 20), 1, at(TUESDAY, 9)),
        (at(date(2026, 12, 26), 10), 2, at(date(2026, 12, 31), 9)),
        (at(TUESDAY, 12), -1, at(CHRISTMAS_EVE, 12)),
        (at(TUESDAY, 20), -1, at(TUESDAY, 9)),
        (at(date(2026, 12, 26), 12), -1, at(CHRISTMAS_EVE, 12)),
    ],
)
def test_a_line_in_working_days_passes_over_them(since: datetime, days: int, due: datetime) -> None:
    line = a_line(after_working_days=days)
    assert due_at(line, Cause(trigger="any", since=since), OFFICE_HOURS, ENGLAND) == due


def test_a_working_day_of_who_works_round_the_clock_is_a_day() -> None:
    line = a_line(after_working_days=1)
    since = at(CHRISTMAS_EVE, 12)
    assert due_at(line, Cause(trigger="any", since=since), NO_CALENDAR, ENGLAND) == since + timedelta(days=1)


def test_the_home_hub_that_was_told_on_christmas_eve_is_silent_from_tuesday_noon_and_nobody_is_rung_before() -> None:
    weeks = at(CHRISTMAS_EVE, 12) - later()
    told: list[Told] = [*PLANNED, task("X1"), task("X2", precedes="confirm"), (later(3), finished(key("X1")))]
    moved = [(when + weeks - timedelta(hours=3), event) for when, event in told]
    clock = Clock(story(*moved), rules(calendars={OFFICE: OFFICE_HOURS}, days_off=ENGLAND))
    clock.look_at(at(CHRISTMAS_EVE, 12) + timedelta(hours=n) for n in range(24 * 7))
    assert ("home_hub_silent", at(CHRISTMAS_EVE, 12), at(TUESDAY, 12)) in clock.raised
    climbs = [when for when, event in clock.log if type(event).__name__ == "EscalationClimbed"]
    assert climbs
    by_hub = [each.terms.respond_by for each in clock.past.items.values() if each.terms.owner_id == OFFICE]
    minute = timedelta(minutes=1)
    assert all(is_open(OFFICE_HOURS, by - minute, ENGLAND) for by in by_hub)


def test_a_contest_is_told_on_the_last_working_day_before_a_snapshot_after_the_holidays() -> None:
    snapshot, since = at(TUESDAY, 12), at(date(2026, 12, 23), 12)
    told = [(when + (since - later()), event) for when, event in (OPENED, frozen(until=snapshot), contested())]
    clock = Clock(story(*told), rules(calendars={OFFICE: OFFICE_HOURS}, days_off=ENGLAND), of_stay=True)
    clock.look_at([at(CHRISTMAS_EVE, 11, 59), at(CHRISTMAS_EVE, 12)])
    assert ("contested_night", snapshot, at(CHRISTMAS_EVE, 12)) in clock.raised
    assert clock.the("contested_night").terms.respond_by == at(CHRISTMAS_EVE, 17)
    clock.look_at([at(CHRISTMAS_EVE, 17)])
    assert clock.the("contested_night").terms.respond_by == at(TUESDAY, 17), "the level above is there on Tuesday"
