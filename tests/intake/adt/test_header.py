"""Who sent a message, what happened, and when it happened by which field."""

from datetime import UTC, datetime

import pytest

from app.intake.adt.header import Header, sender_named
from app.intake.adt.timestamps import Precision
from tests.intake.adt.messages import EVN, MSH, RECEIVED_AT, adt, codes, understood


def test_the_header_says_who_sent_what() -> None:
    header = understood(adt()).header
    assert (header.sending_application, header.sending_facility) == ("PAS", "RXX01")
    assert (header.receiving_application, header.receiving_facility) == ("HOMEWARD", "HUB")
    assert (header.message_type, header.trigger, header.control_id) == ("ADT", "A01", "MSG0001")
    assert (header.processing_id, header.version) == ("P", "2.4")


def test_the_version_ends_before_its_country() -> None:
    assert understood(adt(msh=MSH.replace("|2.4", "|2.5^FR"))).header.version == "2.5"


def test_a_sender_of_several_parts_is_told_apart_by_all_of_them_whatever_its_delimiters() -> None:
    raw = adt(msh=MSH.replace("PAS", "PAS^NORTH"))
    assert understood(raw).header.sending_application == "PAS^NORTH"
    other = raw.translate(bytes.maketrans(b"^~", b"!*"))
    assert understood(other).header.sending_application == "PAS^NORTH"


def test_the_header_is_believed_where_the_event_names_another_trigger() -> None:
    reading = understood(adt(evn=EVN.replace("A01", "A08")))
    assert reading.header.trigger == "A01"
    assert codes(reading) == {"trigger-differs"}


def test_an_empty_event_code_is_no_contradiction() -> None:
    assert not understood(adt(evn=EVN.replace("A01", ""))).warnings


def test_the_event_names_the_trigger_where_the_header_is_silent() -> None:
    reading = understood(adt(msh=MSH.replace("ADT^A01", "ADT")))
    assert reading.header.trigger == "A01"
    assert codes(reading) == {"trigger-from-event"}


def test_a_structure_is_no_trigger_because_several_triggers_share_it() -> None:
    reading = understood(adt(msh=MSH.replace("ADT^A01", "ADT^^ADT_A01"), evn=""))
    assert reading.header.trigger is None
    assert codes(reading) == {"no-trigger"}


@pytest.mark.parametrize(
    ("evn", "source", "minute"),
    [
        (EVN, "EVN-6", 29),
        ("EVN|A01|20260601113100", "EVN-2", 31),
        ("EVN|A01|||||", "MSH-7", 30),
        ("", "MSH-7", 30),
        ("EVN|A01|20260601113100||||soon", "EVN-2", 31),
    ],
)
def test_the_time_of_the_event_is_the_best_there_is_and_says_where_it_is_from(
    evn: str, source: str, minute: int
) -> None:
    found = understood(adt(evn=evn)).event_time
    assert (found.source, found.at) == (source, datetime(2026, 6, 1, 10, minute, tzinfo=UTC))
    assert found.precision is Precision.SECOND


def test_without_any_time_the_receipt_is_taken_and_said() -> None:
    reading = understood(adt(msh=MSH.replace("20260601113000", "something wrong here"), evn=""))
    assert (reading.event_time.source, reading.event_time.at) == ("received", RECEIVED_AT)
    assert reading.sent_at is None
    assert codes(reading) == {"bad-time", "no-event-time"}


def test_a_time_more_than_a_day_ahead_is_passed_over_and_said() -> None:
    reading = understood(adt(evn="EVN|A01|20260601113100||||20270601112900"))
    assert reading.event_time.source == "EVN-2"
    assert codes(reading) == {"future-time"}


def test_a_clock_somewhat_fast_is_believed() -> None:
    reading = understood(adt(evn="EVN|A01|20260602113100"))
    assert reading.event_time.source == "EVN-2"
    assert not reading.warnings


@pytest.mark.parametrize(
    "raw",
    [
        adt(),
        b"\xef\xbb\xbf\r\n" + adt(),
        b"Sent by the engine\r" + adt(),
        b"FHS|^~\\&|OTHER|HOSPITAL\r" + adt(),
        adt().translate(bytes.maketrans(b"|^~\\&", b"$!*%@")),
        adt().decode().encode("utf-16"),
        adt().decode().encode("utf-16-le"),
        adt(msh=MSH.replace("PAS", "Zoë^PAS")).decode().encode("cp1252"),
        adt(msh=MSH),
        MSH.encode(),
    ],
    ids=range(10),
)
def test_the_sender_is_found_before_the_rest_is_read(raw: bytes) -> None:
    header = sender_named(raw)
    assert header.sending_application.endswith("PAS")
    assert (header.sending_facility, header.control_id) == ("RXX01", "MSG0001")


def test_the_sender_of_a_long_message_is_found_by_its_first_line() -> None:
    broken = MSH.encode().replace(b"PAS", b"P\xc3\x84S") + b"\rPID|1||H1\r" + b"\xff" * 100_000
    assert sender_named(broken).sending_application == "PÄS"


@pytest.mark.parametrize("raw", [b"", b"\0", b"GET / HTTP/1.1\r\n\r\n", b"MSH", b"PID|1||H1\r"])
def test_what_names_no_sender_has_an_empty_header(raw: bytes) -> None:
    assert sender_named(raw) == Header()
