"""Times as hospitals write them, to UTC."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from app.domain.local_time import LOCAL
from app.intake.adt.doubts import Doubts
from app.intake.adt.timestamps import Precision, Timestamp, read_date, read_time

utc = partial(datetime, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "at", "precision"),
    [
        ("2026", utc(2026, 1, 1), Precision.YEAR),
        ("202601", utc(2026, 1, 1), Precision.MONTH),
        ("20260115", utc(2026, 1, 15), Precision.DAY),
        ("2026011509", utc(2026, 1, 15, 9), Precision.HOUR),
        ("202601150930", utc(2026, 1, 15, 9, 30), Precision.MINUTE),
        ("20260115093015", utc(2026, 1, 15, 9, 30, 15), Precision.SECOND),
        ("20260115093015.25", utc(2026, 1, 15, 9, 30, 15, 250_000), Precision.FRACTION),
        ("20260115093015123", utc(2026, 1, 15, 9, 30, 15, 123_000), Precision.FRACTION),
        ("20220422003700", utc(2022, 4, 21, 23, 37), Precision.SECOND),
        ("20260701", utc(2026, 6, 30, 23), Precision.DAY),
        ("202607010930+0200", utc(2026, 7, 1, 7, 30), Precision.MINUTE),
        ("20260701093015-0530", utc(2026, 7, 1, 15, 0, 15), Precision.SECOND),
        ("20260701093015Z", utc(2026, 7, 1, 9, 30, 15), Precision.SECOND),
        ("2025-05-05 23:23:32", utc(2025, 5, 5, 22, 23, 32), Precision.SECOND),
        ("2025-05-05T23:23:32.5+01:00", utc(2025, 5, 5, 22, 23, 32, 500_000), Precision.FRACTION),
        ("2025-05-05", utc(2025, 5, 4, 23), Precision.DAY),
    ],
)
def test_a_time_is_read_with_its_precision_and_is_londons_without_a_zone(
    written: str, at: datetime, precision: Precision
) -> None:
    doubts = Doubts()
    assert read_time(written, "EVN-2", LOCAL, doubts) == Timestamp(at, precision)
    assert not doubts


def test_of_the_hour_that_comes_twice_the_first_is_meant() -> None:
    doubts = Doubts()
    assert read_time("20261025013000", "EVN-2", LOCAL, doubts) == Timestamp(utc(2026, 10, 25, 0, 30), Precision.SECOND)
    assert [doubt.code for doubt in doubts] == ["ambiguous-hour"]


def test_the_hour_that_comes_twice_is_plain_with_a_zone() -> None:
    doubts = Doubts()
    assert read_time("20261025013000+0000", "EVN-2", LOCAL, doubts) == Timestamp(
        utc(2026, 10, 25, 1, 30), Precision.SECOND
    )
    assert not doubts


def test_a_time_in_the_hour_left_out_in_spring_is_an_hour_later() -> None:
    doubts = Doubts()
    # 01:30 was never on the clock: 02:30 summer time is meant.
    assert read_time("20260329013000", "EVN-2", LOCAL, doubts) == Timestamp(utc(2026, 3, 29, 1, 30), Precision.SECOND)
    assert [doubt.code for doubt in doubts] == ["missing-hour"]


@pytest.mark.parametrize(
    "written",
    ["something wrong here",
     "20261301", "20260230", "2026011525", "20260115093060", "0001", "99991231", "202", "2026-1",
     "20260115+9900", "٢٠٢٦٠١١٥", "20000101+"],
)  # fmt: skip
def test_what_is_no_time_is_left_out_and_said_without_repeating_it(written: str) -> None:
    doubts = Doubts()
    assert read_time(written, "PV1-44", LOCAL, doubts) is None
    assert [doubt.code for doubt in doubts] == ["bad-time"]
    assert written not in doubts[0].words


def test_nothing_said_is_no_doubt() -> None:
    doubts = Doubts()
    assert read_time("", "PV1-44", LOCAL, doubts) is None
    assert read_date("", "PID-7", doubts) is None
    assert not doubts


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("19330805", date(1933, 8, 5)),
        ("19330805010000", date(1933, 8, 5)),
        ("20000101+", date(2000, 1, 1)),
        ("1933-08-05", date(1933, 8, 5)),
        ("19400229", date(1940, 2, 29)),
    ],
)
def test_of_a_day_only_the_day_is_read(written: str, day: date) -> None:
    assert read_date(written, "PID-7", Doubts()) == day


@pytest.mark.parametrize("written", ["female", "1933", "193308", "19330230", "99991231"])
def test_what_is_no_day_is_left_out_and_said(written: str) -> None:
    doubts = Doubts()
    assert read_date(written, "PID-7", doubts) is None
    assert [doubt.code for doubt in doubts] == ["bad-date"]
