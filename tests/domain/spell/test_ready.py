"""The discharge ready date, days and nights of invented stays."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.domain.codes.criteria import Criterion
from app.domain.spell.criteria import Review
from app.domain.spell.ready import BANDS, NO_DELAY, NOT_RECORDED, Ready, known_by, ready
from tests.domain.given import given
from tests.domain.spell.stay import MEETS, NO_LONGER, reviewed

ADMITTED = datetime(2026, 11, 1, 14, 0, tzinfo=UTC)


def at(day: int, time: str = "10:00", month: int = 11) -> datetime:
    """A time in UTC of 2026, in November unless said."""
    return datetime.fromisoformat(f"2026-{month:02}-{day:02}T{time}:00+00:00")


def well(when: datetime) -> Review:
    return Review(when, reviewed(NO_LONGER))


def unwell(when: datetime) -> Review:
    return Review(when, reviewed(MEETS, Criterion.OXYGEN))


def left(*reviews: Review, ended_at: datetime, opened_at: datetime = ADMITTED) -> Ready:
    return ready(reviews, opened_at, ended_at, now=ended_at)


def here(*reviews: Review, now: datetime, opened_at: datetime = ADMITTED) -> Ready:
    return ready(reviews, opened_at, None, now)


def dates(result: Ready) -> list[int]:
    return [night.date.day for night in result.nights]


def test_leaving_on_the_ready_date_is_no_delay() -> None:
    result = left(well(at(3)), ended_at=at(3, "16:40"))
    assert (result.ready_date, result.days, result.band, result.nights) == (date(2026, 11, 3), 0, NO_DELAY, ())


def test_a_few_hours_over_midnight_are_one_day() -> None:
    result = left(well(at(3, "23:30")), ended_at=at(4, "00:30"))
    assert (result.days, result.band, dates(result)) == (1, "1 day", [3])


def test_leaving_without_any_review_counts_no_day_and_says_that_none_was_recorded() -> None:
    result = left(ended_at=at(9))
    assert (result.ready_date, result.days, result.band, result.nights) == (None, 0, NOT_RECORDED, ())


def test_who_leaves_while_still_meeting_the_criteria_has_no_ready_date_and_no_delay() -> None:
    result = left(unwell(at(3)), ended_at=at(4))
    assert (result.ready_date, result.days, result.band) == (None, 0, NO_DELAY)


def test_someone_here_who_was_never_reviewed_is_not_ready() -> None:
    result = here(now=at(5))
    assert (result.ready_date, result.ready_at, result.days, result.band) == (None, None, None, None)


def test_someone_here_is_ready_since_the_first_review_of_the_current_run() -> None:
    result = here(well(at(3)), well(at(4)), now=at(5))
    assert (result.ready_date, result.ready_at, result.days, dates(result)) == (date(2026, 11, 3), at(3), 2, [3, 4])


def test_a_relapse_keeps_the_nights_before_it_and_the_ready_date_starts_anew() -> None:
    result = left(well(at(2)), unwell(at(5)), well(at(9)), ended_at=at(10))
    assert (result.ready_date, result.days) == (date(2026, 11, 9), 1)
    assert [(night.date.day, night.counts_in_drd) for night in result.nights] == [
        (2, False),
        (3, False),
        (4, False),
        (9, True),
    ]
    assert (result.nights_in_all, result.earlier_nights, result.became_unwell) == (4, 3, 1)


def test_someone_here_who_became_unwell_is_not_ready_but_their_nights_are_kept() -> None:
    result = here(well(at(2)), unwell(at(5)), now=at(7))
    assert (result.ready_date, result.days, result.earlier_nights, result.became_unwell) == (None, None, 3, 1)


def test_unwell_and_well_again_on_one_day_counts_no_night_twice() -> None:
    result = left(well(at(2)), unwell(at(4, "08:00")), well(at(4, "18:00")), ended_at=at(6))
    assert (dates(result), result.days, result.earlier_nights) == ([2, 3, 4, 5], 2, 2)


def test_every_relapse_is_counted_and_coming_back_from_the_virtual_ward_is_none() -> None:
    twice = here(well(at(2)), unwell(at(3)), well(at(4)), unwell(at(4, "18:00")), well(at(5)), now=at(6))
    assert (twice.became_unwell, twice.earlier_nights) == (2, 1)
    back = ready([well(at(2)), well(at(5))], ADMITTED, None, at(6), breaks=[at(3)])
    assert (back.became_unwell, back.earlier_nights) == (0, 1)
    assert here(unwell(at(2)), well(at(3)), now=at(6)).became_unwell == 0


def test_a_review_at_exactly_midnight_belongs_to_the_day_that_begins() -> None:
    result = left(well(at(4, "00:00")), ended_at=at(6))
    assert (result.ready_date, result.days, dates(result)) == (date(2026, 11, 4), 2, [4, 5])


def test_leaving_at_exactly_midnight_is_leaving_on_the_day_that_begins() -> None:
    result = left(well(at(4)), ended_at=at(6, "00:00"))
    assert (result.days, dates(result)) == (2, [4, 5])


def test_in_summer_the_local_day_begins_at_23_00_utc() -> None:
    result = left(well(at(9, "23:30", month=7)), ended_at=at(11, "12:00", month=7), opened_at=at(1, month=7))
    assert (result.ready_date, result.days, dates(result)) == (date(2026, 7, 10), 1, [10])


@pytest.mark.parametrize(("day", "month"), [(29, 3), (25, 10)], ids=["spring", "autumn"])
def test_the_night_on_which_the_clocks_change_is_one_night(day: int, month: int) -> None:
    late = well(at(day - 1, "23:45", month=month))
    result = left(late, ended_at=at(day + 1, "06:00", month=month), opened_at=at(1, month=month))
    before = 0 if month == 10 else 1  # 23:45 UTC is past local midnight in October, not yet in March
    assert result.days == len(result.nights) == 1 + before


def test_a_review_after_leaving_or_before_the_admission_says_nothing_of_the_stay() -> None:
    result = left(well(at(1)), unwell(at(3)), well(at(8)), ended_at=at(6))
    assert (result.ready_date, result.nights) == (None, ())


def test_of_two_reviews_at_one_time_the_last_recorded_counts() -> None:
    assert left(well(at(3)), unwell(at(3)), ended_at=at(6)).ready_date is None
    assert left(unwell(at(3)), well(at(3)), ended_at=at(6)).ready_date == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (0, "no delay"),
        (1, "1 day"),
        (2, "2-3 days"),
        (3, "2-3 days"),
        (4, "4-6 days"),
        (6, "4-6 days"),
        (7, "7-13 days"),
        (13, "7-13 days"),
        (14, "14-20 days"),
        (20, "14-20 days"),
        (21, "21 days or more"),
        (90, "21 days or more"),
    ],
)
def test_each_number_of_days_has_its_published_band(days: int, band: str) -> None:
    assert left(well(at(3)), ended_at=at(3) + timedelta(days=days)).band == band
    assert len(BANDS) == 6


def test_what_was_not_yet_recorded_was_not_yet_known() -> None:
    past = given((at(3), reviewed(NO_LONGER)), (at(5), reviewed(NO_LONGER, review=32)))
    assert known_by(past, at(4)) == past[:1]


TIMES = st.integers(1, 500_000).map(lambda minutes: ADMITTED + timedelta(minutes=minutes))
STAYS = st.lists(st.tuples(TIMES, st.booleans()), unique_by=lambda each: each[0], max_size=12)


def _stay(told: list[tuple[datetime, bool]]) -> tuple[list[Review], datetime]:
    reviews = [well(when) if is_well else unwell(when) for when, is_well in told]
    return reviews, max((when for when, _ in told), default=ADMITTED) + timedelta(hours=31)


@for_all(STAYS)
def test_nights_from_the_ready_date_on_are_as_many_as_the_days(told: list[tuple[datetime, bool]]) -> None:
    reviews, ended_at = _stay(told)
    result = left(*reviews, ended_at=ended_at)
    assert result.days == sum(night.counts_in_drd for night in result.nights)
    assert result.nights_in_all == len({night.date for night in result.nights})


@for_all(STAYS, st.randoms(use_true_random=False))
def test_the_order_in_which_reviews_became_known_does_not_matter(
    told: list[tuple[datetime, bool]], order: Random
) -> None:
    reviews, ended_at = _stay(told)
    expected = left(*reviews, ended_at=ended_at)
    order.shuffle(reviews)
    assert left(*reviews, ended_at=ended_at) == expected
