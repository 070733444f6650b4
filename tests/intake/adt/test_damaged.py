"""Real and invented messages of every trigger, damaged in every way: read or refused, never a fault, never slow."""

import time
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.adt.acknowledgement import acknowledge
from app.intake.adt.files import messages_in
from app.intake.adt.header import sender_named
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Refused, Understood
from app.intake.settings import DEFAULT, FeedSettings
from tests.intake.adt.damage import DAMAGES, ODD_SETTINGS, Damage
from tests.intake.adt.messages import MSH, NHS_NUMBER, RECEIVED_AT, adt, segment
from tests.properties import a_few

PLANNED, FIT = segment("PV2", f8="20260601", f9="20260620", f47="20260607"), segment("ZU1", f22="Y", f24="20260530")
INVENTED = [
    adt(more=f"{PLANNED}\r{FIT}"),
    adt(msh=MSH.replace("A01", "A17"), more=f"PID|2||{NHS_NUMBER}^^^NHS\rPV1|2|I|OAK^^2" + "|" * 16 + "V2"),
    adt(msh=MSH.replace("A01", "A45"), more="MRG|H8^^^RXX^MR||A8||V8\rPV1|1|I\rMRG|H8||||V9||Marrow^Ida\rPV1|2|I"),
]


def _real() -> list[bytes]:
    """Two messages of each sender and trigger, so that none drowns the others."""
    samples = Path(__file__).parents[4] / "shared" / "data" / "adt"
    kept: dict[tuple[str, str | None], list[bytes]] = {}
    for path in sorted(samples.rglob("*")):
        for raw in messages_in(path) if path.suffix in (".hl7", ".txt", ".mllp") else ():
            header = sender_named(raw)
            kept.setdefault((header.sending_application, header.trigger), []).append(raw)
    return [raw for messages in kept.values() for raw in messages[:2]]


MESSAGES = [*INVENTED, *_real()]


def check(raw: bytes, by: FeedSettings) -> None:
    began = time.process_time()
    reading = understand(raw, RECEIVED_AT, by)
    assert time.process_time() - began < 2
    assert reading.raw == raw
    if isinstance(reading, Refused):
        assert reading.code
        assert reading.words
        assert b"MSA" in acknowledge(reading, reading.ack, reading.words).replace(b"\0", b"")
        return
    assert isinstance(reading, Understood)
    assert reading.subjects
    assert any(subject.patient.identifiers.every for subject in reading.subjects)
    assert reading.told_at <= RECEIVED_AT + timedelta(days=1)
    assert all(time.tzinfo for time in (reading.told_at, reading.event_time.at))
    assert len(set(reading.warnings)) == len(reading.warnings)
    assert b"MSA" in acknowledge(reading, "AA").replace(b"\0", b"")


@a_few(250)
@given(
    st.sampled_from(MESSAGES),
    st.lists(st.sampled_from(DAMAGES), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
    st.sampled_from(ODD_SETTINGS),
)
def test_a_damaged_message_is_read_or_refused_with_a_reason(
    raw: bytes, damages: list[Damage], chance: Random, by: FeedSettings
) -> None:
    for damage in damages:
        raw = damage(raw[:200_000], chance)
    sender_named(raw)
    check(raw, by)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_every_way_of_damage_is_done_to_every_message(damage: Damage) -> None:
    for number, raw in enumerate(MESSAGES):
        check(damage(raw, Random(number)), ODD_SETTINGS[number % len(ODD_SETTINGS)])


@pytest.mark.parametrize("by", ODD_SETTINGS, ids=range(len(ODD_SETTINGS)))
def test_the_settings_never_decide_whether_a_message_is_taken(by: FeedSettings) -> None:
    for raw in MESSAGES:
        usual, odd = understand(raw, RECEIVED_AT, DEFAULT), understand(raw, RECEIVED_AT, by)
        assert type(usual) is type(odd)
        assert usual.header == odd.header
        assert usual.header is None or usual.header.sending_application == sender_named(raw).sending_application
