"""A fault of our own is never the sender's; stopping loses no message; one line never harms another."""

import asyncio
import socket
import struct

import pytest
import uvloop

from app.intake.adt.wire import frame
from tests.intake.adt.lines import MEGABYTE, Hub, calling, listening, message, until


async def test_a_fault_of_our_own_holds_the_answer_until_it_is_mended() -> None:
    hub = Hub()
    hub.faults = [RuntimeError("the database is down"), OSError("still down")]
    async with listening(hub) as listener, calling(listener) as peer:
        await peer.say(frame(message("ONE")) + frame(message("TWO")))
        assert [await peer.answer(), await peer.answer()] == ["AA|ONE", "AA|TWO"]
    assert hub.tries == 4
    assert hub.received == [message("ONE"), message("TWO")]


async def test_a_held_message_is_let_go_when_its_sender_leaves() -> None:
    hub = Hub()
    hub.faults = [RuntimeError("the database is down") for _ in range(10_000)]
    async with listening(hub, max_connections=1) as listener:
        async with calling(listener) as peer:
            await peer.say(frame(message("HELD")))
            await until(lambda: hub.tries > 1)
        await until(lambda: listener.connections == 0)
        hub.faults.clear()
        async with calling(listener) as peer:
            await peer.say(frame(message("AGAIN")))
            assert await peer.answer() == "AA|AGAIN"
    assert hub.received == [message("AGAIN")]


def test_a_sender_that_is_gone_before_its_answer_is_a_line_lost_and_no_fault(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def reset_while_received() -> None:
        hub = Hub()
        hub.gate.clear()
        async with listening(hub) as listener:
            with socket.create_connection(("127.0.0.1", listener.port)) as sender:
                sender.sendall(frame(message("ONE")))
                await until(lambda: hub.tries == 1)
                sender.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            await asyncio.sleep(0.05)
            hub.gate.set()
            await until(lambda: listener.connections == 0)
        assert hub.received == [message("ONE")]

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as as_a_child_runs:
        as_a_child_runs.run(reset_while_received())
    assert "mllp connection lost" in (logged := "".join(capsys.readouterr()))
    assert "broke" not in logged


async def test_a_held_line_delays_no_other() -> None:
    hub = Hub()
    hub.gate.clear()
    async with listening(hub) as listener, calling(listener) as held, calling(listener) as other:
        await held.say(frame(message("HELD")))
        await other.say(frame(b""))
        await other.say(b"\x0bMSH|^~\\&|A|B" + b"x" * 5 * MEGABYTE + b"\x1c\r")
        assert await other.answer() == "AR||message-too-large"
        hub.gate.set()
        assert await held.answer() == "AA|HELD"


async def test_stopping_finishes_the_message_in_hand_and_closes_the_idle_lines() -> None:
    hub = Hub()
    hub.gate.clear()
    async with listening(hub) as listener, calling(listener) as busy, calling(listener) as idle:
        await busy.say(frame(message("IN HAND")) + frame(message("NOT YET")))
        await until(lambda: hub.tries == 1)
        stopping = asyncio.create_task(listener.stop())
        assert await idle.left_alone()
        assert not stopping.done()
        hub.gate.set()
        assert await busy.answer() == "AA|IN HAND"
        assert await busy.left_alone()
        await stopping
    assert hub.received == [message("IN HAND")]


async def test_stopping_does_not_wait_for_ever() -> None:
    hub = Hub()
    hub.gate.clear()
    async with listening(hub, stop_timeout=0.05) as listener, calling(listener) as peer:
        await peer.say(frame(message("STUCK")))
        await until(lambda: hub.tries == 1)
        await listener.stop()
        assert await peer.left_alone()
    assert hub.received == []


async def test_stopping_ends_the_wait_for_a_fault_to_be_mended() -> None:
    hub = Hub()
    hub.faults = [RuntimeError("the database is down")]
    async with listening(hub, first_pause=60) as listener, calling(listener) as peer:
        await peer.say(frame(message("HELD")))
        await until(lambda: hub.tries == 1)
        async with asyncio.timeout(30):
            await listener.stop()
        assert await peer.left_alone()


async def test_one_connection_too_many_is_closed_and_the_others_go_on() -> None:
    async with listening(Hub(), max_connections=1) as listener, calling(listener) as first:
        await first.say(frame(message("ONE")))
        assert await first.answer() == "AA|ONE"
        async with calling(listener) as second:
            assert await second.left_alone()
        await first.say(frame(message("TWO")))
        assert await first.answer() == "AA|TWO"


async def test_the_log_says_nothing_of_the_message(capsys: pytest.CaptureFixture[str]) -> None:
    hub = Hub()
    hub.faults = [RuntimeError("INSERT failed for Marrow")]
    async with listening(hub) as listener, calling(listener) as peer:
        await peer.say(b"Marrow" + frame(message("ONE")) + b"\x0b" + message("TWO") + frame(message("THREE")))
        assert [await peer.answer() for _ in range(3)] == ["AA|ONE", "AE|TWO|message-unfinished", "AA|THREE"]
    logged = "".join(capsys.readouterr())
    assert "held after a fault" in logged
    assert "Marrow" not in logged
