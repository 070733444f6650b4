"""Sending: each message until it is answered, in order; and the messages in a file, however it was saved."""

import asyncio
import socket
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from app.intake.adt.acknowledgement import acknowledge
from app.intake.adt.files import messages_in
from app.intake.adt.listener import MllpListener
from app.intake.adt.sender import Sent, send
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Refused
from app.intake.adt.wire import frame
from tests.intake.adt.messages import MSH, adt

ONE, TWO, THREE = (adt(msh=MSH.replace("MSG0001", control_id)) for control_id in ("ONE", "TWO", "THREE"))


async def receive(raw: bytes, received_at: datetime) -> bytes:
    reading = understand(raw, received_at)
    if isinstance(reading, Refused):
        return acknowledge(reading, reading.ack, reading.words)
    return acknowledge(reading, "AA")


def told(sent: Sent) -> tuple[str, str, str]:
    return sent.code, sent.control_id, sent.words


async def test_each_message_has_its_answer_in_order() -> None:
    async with MllpListener("127.0.0.1", 0, receive) as listener:
        sent = [one async for one in send([ONE, b"hello", TWO], "127.0.0.1", listener.port)]
    assert [told(one) for one in sent] == [
        ("AA", "ONE", ""),
        ("AR", "", "This is not an HL7 version 2 message: no line begins with MSH."),
        ("AA", "TWO", ""),
    ]
    assert [one.message for one in sent] == [ONE, b"hello", TWO]


async def test_messages_may_come_one_by_one() -> None:
    async def coming() -> AsyncIterator[bytes]:
        for message in (ONE, TWO):
            await asyncio.sleep(0)
            yield message

    async with MllpListener("127.0.0.1", 0, receive) as listener:
        assert [one.control_id async for one in send(coming(), "127.0.0.1", listener.port)] == ["ONE", "TWO"]


async def test_a_message_is_sent_again_when_the_line_breaks_before_its_answer() -> None:
    calls = 0

    async def breaks_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal calls
        calls += 1
        await reader.readuntil(b"\x1c\r")
        if calls > 1:
            writer.write(frame(await receive(ONE, datetime.now().astimezone())))
            await writer.drain()
        writer.close()

    async with await asyncio.start_server(breaks_once, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        assert [told(one) async for one in send([ONE], "127.0.0.1", port)] == [("AA", "ONE", "")]
    assert calls == 2


async def test_an_answer_that_comes_in_pieces_is_read_whole() -> None:
    async def dribbles(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\x1c\r")
        for byte in frame(await receive(ONE, datetime.now().astimezone())):
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(0)
        writer.close()

    async with await asyncio.start_server(dribbles, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        assert [told(one) async for one in send([ONE], "127.0.0.1", port)] == [("AA", "ONE", "")]


async def test_the_sender_waits_for_a_hub_that_starts_later(monkeypatch: pytest.MonkeyPatch) -> None:
    tried, connect = asyncio.Event(), asyncio.open_connection

    async def connect_and_say(host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        try:
            return await connect(host, port)
        finally:
            tried.set()

    monkeypatch.setattr(asyncio, "open_connection", connect_and_say)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    async def sending() -> list[str]:
        return [one.code async for one in send([ONE], "127.0.0.1", port)]

    task = asyncio.create_task(sending())
    await tried.wait()
    assert not task.done()
    async with MllpListener("127.0.0.1", port, receive):
        assert await task == ["AA"]


async def test_the_sender_gives_up_when_told_to() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ConnectionRefusedError):
        [one async for one in send([ONE], "127.0.0.1", port, give_up_after=0.2)]


@pytest.mark.parametrize(
    "content",
    [
        ONE + TWO + THREE,
        (ONE + TWO + THREE).replace(b"\r", b"\n"),
        (ONE + TWO + THREE).replace(b"\r", b"\r\n"),
        b"\xef\xbb\xbf" + ONE + b"\r\n\r\n" + TWO + b"\n\n" + THREE,
        b"FHS|^~\\&|PAS\rBHS|^~\\&|PAS\r" + ONE + TWO + b"BTS|2\rBHS|^~\\&|PAS\r" + THREE + b"BTS|1\rFTS|2\r",
        frame(ONE) + frame(TWO) + frame(THREE),
        frame(ONE) + b"\n" + frame(TWO) + b"\n\x0b" + THREE,
    ],
    ids=["CR", "LF", "CRLF", "BOM and blank lines", "batches", "framed", "framed, the last unfinished"],
)
def test_a_file_holds_its_messages_however_it_was_saved(content: bytes, tmp_path: Path) -> None:
    (path := tmp_path / "messages.hl7").write_bytes(content)
    found = [understand(raw, datetime.now().astimezone()) for raw in messages_in(path)]
    assert [reading.header and reading.header.control_id for reading in found] == ["ONE", "TWO", "THREE"]
    assert not any(isinstance(reading, Refused) for reading in found)


def test_a_file_without_messages_holds_none(tmp_path: Path) -> None:
    (path := tmp_path / "notes.txt").write_bytes(b"Nothing to send.\n")
    assert list(messages_in(path)) == []
