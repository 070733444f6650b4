"""Every ADT message of eight public collections is read, or refused for a reason that is known."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.intake.adt.files import messages_in
from app.intake.adt.sender import send
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Refused
from tests.intake.adt.lines import Hub, listening
from tests.intake.adt.messages import RECEIVED_AT

SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "adt"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason=f"the sample messages are not at {SAMPLES}")


def samples() -> Iterator[bytes]:
    for path in sorted(SAMPLES.rglob("*")):
        if path.suffix in (".hl7", ".txt", ".mllp"):
            yield from messages_in(path)


@needs_samples
def test_at_least_95_of_100_real_adt_messages_are_understood_and_the_rest_refused_for_a_known_reason() -> None:
    found = [understand(raw, RECEIVED_AT) for raw in samples()]
    assert len(found) >= 1400
    refusals = [reading.code for reading in found if isinstance(reading, Refused)]
    assert set(refusals) <= {"not-adt", "no-control-id", "no-patient-identifier"}
    adt = len(found) - refusals.count("not-adt")
    assert (len(found) - len(refusals)) / adt >= 0.95


@needs_samples
async def test_every_real_message_sent_over_the_wire_is_answered_on_one_line() -> None:
    async with listening(hub := Hub()) as listener:
        sent = [one async for one in send(samples(), listener.host, listener.port)]
    assert hub.received == [one.message for one in sent] == list(samples())
    for one in sent:
        reading = understand(one.message, RECEIVED_AT)
        assert one.code == (reading.ack if isinstance(reading, Refused) else "AA")
        assert one.control_id == (reading.header.control_id if reading.header else "")
