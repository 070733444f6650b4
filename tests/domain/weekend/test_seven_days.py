"""Seven days: weekdays beside weekends and bank holidays, by what there is on one day of each kind."""

from datetime import date

from app.bank_holidays import ENGLAND
from app.domain.codes.delay_reasons import DelayReason
from app.domain.weekend.seven_days import KindMeasured, KindOfDay, Leavings, NightsOf, seven_days

MONDAY, SATURDAY = date(2026, 12, 21), date(2026, 12, 26)
"""The week of Christmas: Friday the 25th is a bank holiday."""
SUNDAY = date(2026, 12, 27)
IP1, HP4 = DelayReason.IP1, DelayReason.HP4


def compared(leavings: list[Leavings], nights: list[NightsOf]) -> list[KindMeasured]:
    return seven_days(MONDAY, SUNDAY, leavings, nights, ENGLAND)


def test_a_bank_holiday_counts_with_the_weekend_and_each_kind_by_the_day() -> None:
    left = [
        Leavings(on=MONDAY, left=6, ready=4, same_day=1, days=6),
        Leavings(on=date(2026, 12, 24), left=2, ready=2, same_day=1, days=0),
        Leavings(on=date(2026, 12, 25), left=1, ready=1, same_day=0, days=5),
        Leavings(on=SATURDAY, left=2, ready=0, same_day=0, days=0),
    ]
    weekdays, weekend = compared(left, [])
    assert [weekdays.kind, weekend.kind] == [*KindOfDay]
    assert (weekdays.days_of_kind, weekdays.left, weekdays.left_a_day, weekdays.same_day) == (4, 8, 2.0, 2)
    assert (weekend.days_of_kind, weekend.left, weekend.left_a_day, weekend.same_day) == (3, 3, 1.0, 0)
    assert (weekdays.to_leave, weekend.to_leave) == (1.0, 5.0)


def test_nights_are_counted_by_reason_the_most_first_and_the_unexplained_with_them() -> None:
    nights = [
        NightsOf(on=MONDAY, reason=IP1, nights=2),
        NightsOf(on=date(2026, 12, 22), reason=HP4, nights=3),
        NightsOf(on=date(2026, 12, 23), reason=IP1, nights=3),
        NightsOf(on=SUNDAY, reason=None, nights=3),
    ]
    weekdays, weekend = compared([], nights)
    assert [*weekdays.by_reason.items()] == [(IP1, 5), (HP4, 3)]
    assert (weekdays.nights, weekdays.nights_a_day) == (8, 2.0)
    assert (dict(weekend.by_reason), weekend.nights_a_day) == ({None: 3}, 1.0)


def test_where_nobody_left_there_is_no_mean_and_what_lies_outside_counts_nowhere() -> None:
    outside = Leavings(on=date(2026, 12, 28), left=9, ready=9, same_day=0, days=9)
    weekdays, weekend = compared([outside], [])
    assert (weekdays.left, weekend.left, weekdays.to_leave, weekend.to_leave) == (0, 0, None, None)
