"""Whatever bytes come, they are understood or refused, and can be answered."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.local_time import LOCAL
from app.intake.adt.acknowledgement import acknowledge
from app.intake.adt.doubts import Doubts
from app.intake.adt.timestamps import read_time
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Refused, Understood
from tests.intake.adt.messages import RECEIVED_AT, adt
from tests.properties import a_few

VALID = adt(more="PV2|||||||||20260620\rZU1|1")
PIECES = [b"|", b"^", b"~", b"\\", b"&", b"\r", b"\n", b"\0", b'""', b"\xff\xfe", b"\xe9", b"PID|", b"MSH|", b"\\X41\\",
          b"99991231", b"\x0b", b"\x1c", "²".encode(), "٣".encode(), b"+9999"]  # fmt: skip


def answered(raw: bytes) -> None:
    reading = understand(raw, RECEIVED_AT)
    assert isinstance(reading, Understood | Refused)
    assert reading.raw == raw
    code = reading.ack if isinstance(reading, Refused) else "AA"
    answer = acknowledge(reading, code, "words")
    assert b"MSA" in answer.replace(b"\0", b"")


@a_few(100)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_fault(raw: bytes) -> None:
    answered(raw)


@a_few(100)
@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]))
def test_any_text_after_a_header_is_read_without_fault(text: str, codec: str) -> None:
    answered(("MSH|" + text).encode(codec, "surrogatepass"))


@a_few(200)
@given(st.lists(st.tuples(st.integers(0, len(VALID)), st.integers(0, 12), st.sampled_from(PIECES)), max_size=6))
def test_a_good_message_damaged_anywhere_is_read_without_fault(damage: list[tuple[int, int, bytes]]) -> None:
    raw = VALID
    for place, removed, piece in damage:
        raw = raw[:place] + piece + raw[place + removed :]
    answered(raw)


@a_few(100)
@given(st.integers(0, 200 * 365 * 24 * 60))
def test_every_wall_clock_time_is_an_instant(minutes: int) -> None:
    wall = datetime(1900, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    found = read_time(wall.strftime("%Y%m%d%H%M%S"), "EVN-2", LOCAL, Doubts())
    assert found
    assert found.at.tzinfo is UTC


@a_few(100)
@given(st.text(alphabet="0123456789-:+ TZ.", min_size=1, max_size=30))
def test_whatever_looks_like_a_time_is_read_or_doubted(text: str) -> None:
    doubts = Doubts()
    assert read_time(text, "EVN-2", LOCAL, doubts) or [doubt.code for doubt in doubts] == ["bad-time"]


HEADER = b"MSH|^~\\&|A|B|||20260601||ADT^A01|1|P|2.4\r"
MANY = 100_000


@pytest.mark.parametrize(
    "raw",
    [
        b"\r" * MANY,
        b" " * MANY,
        b"\r " * MANY,
        HEADER + b"x\r" * MANY,
        HEADER + b"PID|1||" + b"1^^^NHS~" * MANY,
        HEADER + b"PID|1||" + b"".join(b"%d^^^NHS~" % number for number in range(MANY)),
        HEADER + b"PID|1||H1||" + b"\\X41" * MANY,
        HEADER + b"PID|1||H1||" + b"\\F\\" * MANY,
        HEADER + b"PID|1||H1||" + b"^" * MANY + b"~" * MANY + b"&" * MANY,
        HEADER + b"PID|1||H1\r" * MANY,
        HEADER + b"PID|1||H1\r" + b"MRG|1\r" * MANY,
        HEADER + b"PID|1||H1\r" + b"MRG|1\rPV1|1\r" * MANY,
        b"MSH|" * MANY,
        b"\rMSH|" * MANY,
    ],
    ids=range(14),
)
def test_no_message_takes_long_whatever_it_repeats(raw: bytes) -> None:
    """A reading that grew with the square of the size would take minutes."""
    began = time.process_time()
    answered(raw)
    assert time.process_time() - began < 5
