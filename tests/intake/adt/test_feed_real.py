"""Everything eight public collections hold, sent into a database: answered, kept, and applied where its ward is known.

Once over the wire with every second ward known; and source by source with none of the wards known, and with all.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest

from app.database import Database
from app.intake.adt.files import messages_in
from app.intake.adt.listener import MllpListener
from app.intake.adt.sender import Sent, send
from app.intake.adt.understanding import NOT_ADT, understand
from app.intake.adt.understood import Understood
from app.intake.senders import ANY
from tests.intake.adt.feeding import Hospital, assert_sound
from tests.intake.adt.systems import a_hospital, add_wards

SUFFIXES = (".hl7", ".txt", ".mllp")


@pytest.fixture
def messages(shared_data: Path) -> list[bytes]:
    """All of them, in the order of their files."""
    files = sorted(path for path in (shared_data / "adt").rglob("*") if path.suffix in SUFFIXES)
    return [raw for path in files for raw in messages_in(path)]


@pytest.fixture
async def furnished(anybodys: Hospital, messages: list[bytes]) -> Hospital:
    """A system with every second ward that the messages name: the others are unknown to it."""
    named = Counter(ward for raw in messages for ward in wards_in(raw))
    await add_wards(anybodys.place, {ward: "1" for ward, _ in named.most_common()[::2]})
    return anybodys


async def test_every_real_message_is_answered_and_kept_and_sent_again_changes_nothing(
    furnished: Hospital, messages: list[bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    async with MllpListener("127.0.0.1", 0, furnished.feed.receive) as listener:
        sent = [one async for one in send(messages, listener.host, listener.port)]
        head, kept = await furnished.head(), await furnished.kept()
        again = [one async for one in send(messages, listener.host, listener.port)]
    with capsys.disabled():
        sys.stdout.write(f"\n{report(sent, kept)}\n")

    assert [one.message for one in sent] == messages
    answers = [(one.code, one.control_id, one.words) for one in sent]
    assert [(one.code, one.control_id, one.words) for one in again] == answers
    refused = Counter(each["code"] for each in kept if each["state"] == "refused")
    assert set(refused) <= {"not-adt", "no-control-id", "no-patient-identifier"}
    adt = [one for one in sent if NOT_ADT.words != one.words]
    assert sum(one.code == "AA" for one in adt) >= 0.95 * len(adt)

    assert {each["raw"] for each in kept} == set(messages)
    assert await furnished.head() == head
    assert sum(each["repeats"] for each in await furnished.kept()) == 2 * len(messages) - len(kept)
    assert sum(each["state"] == "applied" for each in kept) > 100
    await assert_sound(furnished.place.database, furnished.place.system)


@pytest.mark.parametrize("known", [False, True], ids=["no ward known", "all wards known"])
async def test_every_source_is_taken_in_the_order_of_its_files(
    own_database: Database, shared_data: Path, known: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    table = dict[str, Counter[str]]()
    for source, messages in by_source(shared_data / "adt").items():
        async with own_database.turns.acquire() as connection:
            await connection.execute("DELETE FROM feed")
        hospital = await a_hospital(own_database, application=ANY, facility=ANY)
        named = dict.fromkeys(ward for raw in messages for ward in wards_in(raw))
        await add_wards(hospital.place, dict.fromkeys(named, "1") if known else {})
        answers = Counter([(await hospital.send(raw))[:2] for raw in messages])
        kept = await hospital.kept()
        assert set(answers) <= {"AA", "AE", "AR"}
        assert all(each["code"] and each["words"] for each in kept if each["state"] in ("waiting", "refused"))
        await assert_sound(own_database, hospital.place.system)
        table[source] = Counter(each["state"] for each in kept)
        table[source]["waiting for a ward"] = sum(each["code"] == "unknown-ward" for each in kept)
    with capsys.disabled():
        sys.stdout.write(f"\n{by_state(table)}\n")
    every = sum(table.values(), Counter[str]())
    assert every["applied"] > 100 if known else every["waiting"] > 100
    assert known or every["applied"] < 0.2 * every.total()


def by_source(folder: Path) -> dict[str, list[bytes]]:
    """The messages of each collection, in the order of its files."""
    found = defaultdict[str, list[bytes]](list)
    for path in sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES):
        found[path.relative_to(folder).parts[0]] += messages_in(path)
    return found


def by_state(table: dict[str, Counter[str]]) -> str:
    """One line a source: how many of its messages came to what."""
    states = ["applied", "recorded", "waiting", "refused", "waiting for a ward"]
    lines = [f"{source:24}" + "".join(f"{counts[state]:10}" for state in states) for source, counts in table.items()]
    return "\n".join(["source".ljust(24) + "".join(f"{state[-9:]:>10}" for state in states), *lines])


def wards_in(raw: bytes) -> Iterator[str]:
    """What a message calls the ward it names, if it names one."""
    reading = understand(raw, datetime.now(UTC))
    if isinstance(reading, Understood) and reading.visit and reading.visit.place and reading.visit.place.ward:
        yield reading.visit.place.ward


def report(sent: list[Sent], kept: list[asyncpg.Record]) -> str:
    """Totals by answer, and by what came of each message."""
    answers = Counter(one.code for one in sent)
    states = Counter(": ".join(filter(None, (each["state"], each["code"]))) for each in kept)
    lines = [f"{count:6} {what}" for what, count in [*sorted(answers.items()), *sorted(states.items())]]
    return "\n".join([f"{len(sent):6} messages, {len(kept)} different", *lines])
