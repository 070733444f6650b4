"""When the weekly snapshot is taken: on the wall's clock, by what was set when its time came, and once a week."""

from datetime import UTC, datetime, time, timedelta

from app.domain.codes.weekdays import Weekday
from app.domain.delay.schedule import ALWAYS, Weekly, instants_between
from app.events.practice import shipped_rule

THURSDAYS = Weekly(Weekday.THU, time(12))
WEDNESDAYS = Weekly(Weekday.WED, time(9, 30))
ONE_WEEK = timedelta(days=7)


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def test_noon_is_noon_on_the_wall_before_and_after_the_clocks_go_back() -> None:
    assert instants_between([(ALWAYS, THURSDAYS)], at(19, 0), at(30, 0)) == [at(22, 11), at(29, 12)]


def test_both_ends_count_and_nothing_beyond_them() -> None:
    assert instants_between([(ALWAYS, THURSDAYS)], at(22, 11), at(22, 11)) == [at(22, 11)]
    assert instants_between([(ALWAYS, THURSDAYS)], at(22, 11, 1), at(29, 11, 59)) == []


def test_each_is_taken_by_what_was_set_when_its_time_came() -> None:
    set_on_friday = [(ALWAYS, THURSDAYS), (at(23, 9), WEDNESDAYS)]
    assert instants_between(set_on_friday, at(19, 0), at(31, 0)) == [at(22, 11), at(28, 9, 30)]


def test_a_time_that_is_set_after_it_has_passed_adds_no_second_snapshot_to_the_week() -> None:
    moved_back = [(ALWAYS, THURSDAYS), (at(22, 14), Weekly(Weekday.THU, time(9)))]
    assert instants_between(moved_back, at(19, 0), at(23, 0)) == [at(22, 11)]


def test_an_hour_that_is_set_later_on_a_day_that_had_its_snapshot_adds_no_second_one_to_the_day() -> None:
    moved_on = [(ALWAYS, THURSDAYS), (at(22, 13), Weekly(Weekday.THU, time(16)))]
    assert instants_between(moved_on, at(19, 0), at(30, 0)) == [at(22, 11), at(29, 16)]
    assert instants_between(moved_on, at(22, 12), at(30, 0)) == [at(29, 16)], "also where the look begins after it"
    before_it_came = [(ALWAYS, THURSDAYS), (at(22, 10), Weekly(Weekday.THU, time(16)))]
    assert instants_between(before_it_came, at(19, 0), at(23, 0)) == [at(22, 15)]


def test_what_was_set_before_the_time_asked_for_counts_only_as_far_as_it_stands() -> None:
    long_ago = [(ALWAYS, THURSDAYS), (at(1, 9), WEDNESDAYS), (at(5, 9), THURSDAYS)]
    assert instants_between(long_ago, at(19, 0), at(23, 0)) == [at(22, 11)]


def test_the_snapshot_until_which_a_night_is_contested_is_one_of_them() -> None:
    rule, night = shipped_rule(), at(20, 12).date()
    assert [rule.contest_until(night), rule.contest_until(night + timedelta(days=1))] == [
        at(22, 11),
        at(22, 11) + ONE_WEEK + timedelta(hours=1),
    ]
