"""Over a real socket, every message is answered, in order, however its frame strays."""

import asyncio
from importlib import import_module

import pytest

from app.intake.adt.wire import frame
from tests.intake.adt.lines import MEGABYTE, Hub, calling, listening, message
from tests.intake.adt.messages import MSH, adt


async def test_two_messages_in_one_packet_are_answered_in_order() -> None:
    async with listening(hub := Hub()) as listener, calling(listener) as peer:
        await peer.say(frame(message("ONE")) + frame(message("TWO")))
        assert [await peer.answer(), await peer.answer()] == ["AA|ONE", "AA|TWO"]
    assert hub.received == [message("ONE"), message("TWO")]


async def test_a_message_that_comes_byte_by_byte_is_one_message() -> None:
    async with listening(hub := Hub()) as listener, calling(listener) as peer:
        for byte in frame(message("DRIP")):
            await peer.say(bytes([byte]))
            await asyncio.sleep(0)
        assert await peer.answer() == "AA|DRIP"
    assert hub.received == [message("DRIP")]


@pytest.mark.parametrize(
    "stream",
    [
        b"\x0b" + message("M") + b"\x1c\n",
        b"\x0b" + message("M") + b"\x1c",
        message("M") + b"\x1c\r",
        b"\x0b\x1c\r\x0b\x1c\r" + frame(message("M")),
        b"noise\r\n" + frame(message("M")),
    ],
    ids=["FS LF", "FS alone", "no start block", "keep-alives", "noise"],
)
async def test_a_stray_frame_is_answered_and_the_line_stays_open(stream: bytes) -> None:
    async with listening(Hub()) as listener, calling(listener) as peer:
        await peer.say(stream)
        assert await peer.answer() == "AA|M"
        await peer.say(frame(message("NEXT")))
        assert await peer.answer() == "AA|NEXT"


async def test_accents_in_latin_1_are_received_as_they_came_and_answered() -> None:
    raw = adt(msh=MSH + "|" * 6 + "8859/1").replace(b"Marrow", b"Zo\xeb")
    async with listening(hub := Hub()) as listener, calling(listener) as peer:
        await peer.say(frame(raw))
        assert await peer.answer() == "AA|MSG0001"
    assert hub.received == [raw]


async def test_what_is_unreadable_is_answered_and_the_line_stays_open() -> None:
    async with listening(Hub()) as listener, calling(listener) as peer:
        await peer.say(frame(b"hello"))
        assert await peer.answer() == "AR||not-hl7"
        await peer.say(frame(message("NEXT")))
        assert await peer.answer() == "AA|NEXT"


async def test_ten_megabytes_are_refused_with_a_reason_and_the_line_stays_open() -> None:
    async with listening(hub := Hub()) as listener, calling(listener) as peer:
        await peer.say(frame(message("HUGE") + b"OBX|" + b"x" * (10 * MEGABYTE)))
        assert await peer.answer() == "AR|HUGE|message-too-large"
        await peer.say(frame(message("NEXT")))
        assert await peer.answer() == "AA|NEXT"
    assert hub.received == [message("NEXT")]


async def test_three_megabytes_are_received() -> None:
    raw = message("BIG") + b"OBX|" + b"x" * (3 * MEGABYTE)
    async with listening(hub := Hub()) as listener, calling(listener) as peer:
        await peer.say(frame(raw))
        assert await peer.answer() == "AA|BIG"
    assert hub.received == [raw]


async def test_a_message_without_end_is_refused_after_a_while_and_the_line_closed() -> None:
    async with listening(hub := Hub(), read_timeout=0.3) as listener, calling(listener) as peer:
        await peer.say(b"\x0b" + message("HALF"))
        assert await peer.answer() == "AE|HALF|message-unfinished"
        assert await peer.left_alone()
    assert hub.received == []


async def test_a_message_larger_than_anybody_waits_for_is_refused_and_the_line_closed() -> None:
    async with listening(Hub(), limit=1000) as listener, calling(listener) as peer:
        await peer.say(b"\x0b" + message("ENDLESS") + b"x" * 100_000)
        assert await peer.answer() == "AR|ENDLESS|message-too-large"
        assert await peer.left_alone()


async def test_endless_noise_closes_the_line() -> None:
    async with listening(Hub(), limit=1000) as listener, calling(listener) as peer:
        await peer.say(b"x" * 100_000)
        assert await peer.left_alone()


async def test_a_silent_line_is_closed_after_a_while() -> None:
    async with listening(Hub(), idle_timeout=0.05) as listener, calling(listener) as peer:
        assert await peer.left_alone()


async def test_a_sender_that_stops_writing_still_gets_its_answer() -> None:
    async with listening(Hub()) as listener, calling(listener) as peer:
        await peer.say(b"\x0b" + message("LAST") + b"\x1c")
        peer.writer.write_eof()
        assert await peer.answer() == "AA|LAST"
        assert await peer.left_alone()


async def test_another_projects_client_is_answered() -> None:
    def talk(port: int) -> bytes:
        with import_module("hl7.client").MLLPClient("127.0.0.1", port) as client:  # python-hl7 carries no types
            answer: bytes = client.send_message(message("PEER"))
            return answer

    async with listening(Hub()) as listener:
        assert b"MSA|AA|PEER\r" in await asyncio.to_thread(talk, listener.port)
