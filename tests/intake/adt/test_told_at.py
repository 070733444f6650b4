"""When the source of a message said what it says, which is the order its news is believed in."""

from datetime import UTC, datetime

import pytest

from tests.intake.adt.messages import EVN, MSH, RECEIVED_AT, adt, codes, understood

SENT = "20260601113000"


def told(sent: str, noted: str, happened: str = "") -> datetime:
    return understood(adt(msh=MSH.replace(SENT, sent), evn=f"EVN|A01|{noted}||||{happened}")).told_at


def june(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 6, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("sent", "noted", "at"),
    [
        (SENT, "20260601114500", june(1, 10, 30)),
        ("2026060111", "20260601114500", june(1, 10)),
        ("20260601", "20260601114500", june(1, 10, 45)),
        ("", "20260601114500", june(1, 10, 45)),
        ("something wrong here", "20260601114500", june(1, 10, 45)),
        ("20270601113000", "20260601114500", june(1, 10, 45)),
        ("20260601", "20260530", datetime(2026, 5, 31, 23, tzinfo=UTC)),
        ("", "20260601", datetime(2026, 5, 31, 23, tzinfo=UTC)),
    ],
)
def test_the_header_says_when_unless_the_event_says_it_more_finely(sent: str, noted: str, at: datetime) -> None:
    assert told(sent, noted) == at


def test_it_is_not_when_it_happened() -> None:
    reading = understood(adt(evn=EVN.replace("20260601112900", "20260529080000")))
    assert (reading.told_at, reading.event_time.at) == (june(1, 10, 30), datetime(2026, 5, 29, 7, tzinfo=UTC))


def test_without_either_it_is_when_it_happened_or_else_was_received() -> None:
    assert told("", "", "20260601112900") == june(1, 10, 29)
    assert told("", "") == RECEIVED_AT


def test_a_header_from_the_future_is_said_even_where_the_event_has_its_time() -> None:
    assert codes(understood(adt(msh=MSH.replace(SENT, "20270601113000")))) == {"future-time"}
