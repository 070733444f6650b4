"""Frames are found in the bytes however these arrive."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.intake.adt.wire import Block, Framer, Lost, frame

LIMIT = 1000


def found_in(*pieces: bytes, limit: int = LIMIT) -> list[Block | Lost]:
    framer = Framer(limit)
    found: list[Block | Lost] = []
    for piece in pieces:
        framer.feed(piece)
        while one := framer.take():
            found.append(one)
    return found


def test_two_messages_in_one_packet_are_two() -> None:
    assert found_in(frame(b"MSH|1") + frame(b"MSH|2")) == [Block(b"MSH|1"), Block(b"MSH|2")]


@pytest.mark.parametrize("end", [b"\x1c\r", b"\x1c\n", b"\x1c\r\n", b"\x1c\r\r\n"])
def test_a_frame_ends_in_any_of_the_ways_senders_end_it(end: bytes) -> None:
    stream = b"\x0bMSH|1" + end + b"\x0bMSH|2" + end
    assert found_in(stream) == [Block(b"MSH|1"), Block(b"MSH|2")]


def test_an_end_block_without_its_carriage_return_ends_the_frame_when_the_next_begins() -> None:
    assert found_in(b"\x0bMSH|1\x1c\x0bMSH|2\x1c\r") == [Block(b"MSH|1"), Block(b"MSH|2")]


def test_an_end_block_that_nothing_follows_has_perhaps_ended_the_frame() -> None:
    framer = Framer(LIMIT)
    framer.feed(b"\x0bMSH|1\x1c")
    assert framer.take() is None
    assert framer.perhaps_ended
    assert framer.give_up() == Block(b"MSH|1")
    assert not framer.unfinished


def test_an_end_character_within_the_text_ends_nothing() -> None:
    assert found_in(b"\x0bMSH|a\x1cb\x1c\r") == [Block(b"MSH|a\x1cb")]


def test_a_vertical_tab_within_the_text_begins_nothing() -> None:
    assert found_in(b"\x0bMSH|a\x0bb\x1c\r") == [Block(b"MSH|a\x0bb")]


def test_a_new_start_before_the_end_leaves_the_first_unfinished_and_keeps_the_second() -> None:
    assert found_in(b"\x0bMSH|1\r\x0bMSH|2\x1c\r") == [Lost("unfinished", b"MSH|1\r"), Block(b"MSH|2")]


@pytest.mark.parametrize("empty", [b"\x0b\x1c\r", b"\x0b\r\x1c\r", b"\r\n", b"\x0b \x1c\n"])
def test_empty_frames_are_passed_over(empty: bytes) -> None:
    assert found_in(empty + frame(b"MSH|1") + empty) == [Block(b"MSH|1")]


def test_noise_before_a_frame_is_skipped_and_counted() -> None:
    framer = Framer(LIMIT)
    framer.feed(b"noise!\r\n" + frame(b"MSH|1"))
    assert framer.take() == Block(b"MSH|1")
    assert framer.skipped == len(b"noise!")


def test_a_message_without_a_start_block_is_taken_from_its_header() -> None:
    assert found_in(b"MSH|1\x1c\r", b"\r\nM", b"SH|2\x1c\r") == [Block(b"MSH|1"), Block(b"MSH|2")]


def test_a_message_of_just_the_limit_is_taken_and_one_byte_more_is_not() -> None:
    at_limit, over = b"MSH|" + b"x" * (LIMIT - 4), b"MSH|" + b"x" * (LIMIT - 3)
    assert found_in(frame(at_limit) + frame(over) + frame(b"MSH|2")) == [
        Block(at_limit),
        Lost("too-large", over),
        Block(b"MSH|2"),
    ]


def test_what_is_too_large_is_swallowed_and_not_kept() -> None:
    framer = Framer(LIMIT)
    framer.feed(b"\x0bMSH|")
    for _ in range(100):
        framer.feed(b"x" * LIMIT)
        assert framer.take() is None
    assert framer.swallowed > 90 * LIMIT
    framer.feed(b"\x1c\r" + frame(b"MSH|2"))
    lost = framer.take()
    assert isinstance(lost, Lost)
    assert (lost.reason, lost.head[:5], len(lost.head) <= 4096) == ("too-large", b"MSH|x", True)
    assert framer.take() == Block(b"MSH|2")


@settings(deadline=None)
@given(
    st.lists(st.binary(max_size=30).map(lambda text: b"MSH|" + text.translate(None, b"\x0b\x1c")), max_size=5),
    st.lists(st.integers(1, 7), min_size=1),
)
def test_however_the_bytes_are_cut_the_messages_are_the_same(messages: list[bytes], cuts: list[int]) -> None:
    stream = b"".join(frame(message) for message in messages)
    pieces: list[bytes] = []
    while stream:
        cut = cuts[len(pieces) % len(cuts)]
        pieces.append(stream[:cut])
        stream = stream[cut:]
    assert found_in(*pieces) == [Block(message) for message in messages]


@settings(deadline=None)
@given(st.lists(st.binary(max_size=40), max_size=10))
def test_after_any_noise_the_next_frame_but_one_is_found(noise: list[bytes]) -> None:
    pieces = [*noise, b"\x1c\r", frame(b"MSH|1"), frame(b"MSH|2")]
    assert found_in(*pieces)[-1] == Block(b"MSH|2")
