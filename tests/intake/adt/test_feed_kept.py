"""Every message is kept as it came, once; the answer says that it is, and nothing about anybody."""

import asyncio
from random import Random

import pytest

from app.intake.adt.feed import Feed
from tests.intake.adt.feeding import IDA, Hospital, fetch, told
from tests.intake.adt.messages import RECEIVED_AT


async def test_a_message_is_kept_as_it_came_with_what_came_of_it(hospital: Hospital) -> None:
    raw = hospital.write("A01").replace(b"Marrow", "Márrow".encode("cp1252")) + b"ZIF|kept|\xff\x81too\r"
    assert await hospital.send(raw) == "AA"
    (kept,) = await hospital.kept()
    assert kept["raw"] == raw
    assert (kept["application"], kept["facility"], kept["control_id"]) == ("PAS", hospital.facility, "M1")
    assert (kept["trigger"], kept["received_at"]) == ("A01", RECEIVED_AT)
    assert (kept["answer"], kept["state"], kept["code"], kept["words"], kept["repeats"]) == (
        "AA",
        "applied",
        None,
        None,
        0,
    )


async def test_the_same_message_again_is_counted_and_changes_nothing(hospital: Hospital) -> None:
    raw = hospital.write("A01")
    await hospital.send(raw)
    head = await hospital.head()
    assert [await hospital.send(raw), await hospital.send(raw)] == ["AA", "AA"]
    assert await hospital.head() == head
    assert [kept["repeats"] for kept in await hospital.kept()] == [2]


async def test_the_same_message_on_many_lines_at_once_is_applied_once(hospital: Hospital) -> None:
    raw = hospital.write("A01")
    assert await asyncio.gather(*(hospital.send(raw) for _ in range(12))) == ["AA"] * 12
    assert [kept["repeats"] for kept in await hospital.kept()] == [11]
    assert await hospital.recorded() == ["person.registered.1", "spell.opened.1"]


async def test_the_same_id_with_another_body_is_another_message(hospital: Hospital) -> None:
    await hospital.tell("A01", control_id="SAME")
    assert await hospital.tell("A02", control_id="SAME", ward="BIRCH", bed="B1", at="11:30") == "applied"
    assert [kept["trigger"] for kept in await hospital.kept()] == ["A01", "A02"]
    assert await hospital.beds() == ["BIRCH B1 Marrow"]


async def test_a_waiting_message_again_still_waits(hospital: Hospital) -> None:
    raw = hospital.write("A03")
    assert [await hospital.send(raw), await hospital.send(raw)] == ["AA", "AA"]
    (kept,) = await hospital.kept()
    assert (kept["state"], kept["code"], kept["repeats"]) == ("waiting", "unknown-visit", 1)


@pytest.mark.parametrize(
    ("change", "answer"),
    [
        ((b"ADT^A01", b"ORU^R01"), "AR not-adt"),
        ((b"|M1|P", b"||P"), "AE no-control-id"),
        ((b"H1^^^RXX^MR~9304026318^^^NHS^NH", b""), "AE no-patient-identifier"),
        ((b"\rPID|", b"\rZID|"), "AE no-patient-identifier"),
    ],
)
async def test_what_is_refused_is_kept_too_and_refused_again_in_the_same_way(
    hospital: Hospital, change: tuple[bytes, bytes], answer: str
) -> None:
    raw = hospital.write("A01").replace(*change)
    assert [await hospital.send(raw), await hospital.send(raw)] == [answer, answer]
    (kept,) = await hospital.kept()
    assert f"{kept['answer']} {kept['code']}" == answer
    assert (kept["state"], kept["raw"], kept["repeats"]) == ("refused", raw, 1)
    assert kept["words"]
    assert await hospital.recorded() == []


@pytest.mark.parametrize("raw", [b"", b" \r\n", b"\0", b"hello", b"\xff\xfeMSH", b"PID|1||H1", bytes(range(256)) * 400])
async def test_what_is_no_message_is_refused_and_kept(anybodys: Hospital, raw: bytes) -> None:
    assert await anybodys.send(raw) in ("AR not-hl7", "AR empty-message")
    (kept,) = await anybodys.kept()
    assert (kept["state"], kept["answer"], kept["raw"]) == ("refused", "AR", raw)


async def test_the_answer_names_nobody(hospital: Hospital) -> None:
    for trigger in ("A01", "A03", "A03", "A99"):
        answer = (await hospital.feed.receive(hospital.write(trigger), RECEIVED_AT)).decode()
        for said in ("Marrow", "Ida", "H1^", "V1", "9304026318", "19400229", "Mill Lane", "01632", "ASH"):
            assert said not in answer


async def test_messages_belong_to_the_system_of_their_sender(hospital: Hospital, anybodys: Hospital) -> None:
    mine = told("A01", IDA, facility=hospital.facility, control_id="ONE")
    assert await hospital.send(mine) == "AA"
    assert await anybodys.send(mine) == "AA"
    assert [len(await each.kept()) for each in (hospital, anybodys)] == [1, 1]
    (spell,) = await fetch(hospital, "SELECT system_id FROM spell_1 WHERE system_id = $1")
    assert spell["system_id"] == hospital.place.system


async def test_an_unknown_sender_is_told_so_and_holds_up_nobody(hospital: Hospital) -> None:
    stranger = Hospital(hospital.place, Feed(hospital.place.database, hospital.place.hints))
    assert await stranger.send(told("A01", IDA, facility="ELSEWHERE", control_id="ONE")) == "AE unknown-sender"
    assert await stranger.send(b"hello") == "AR not-hl7"
    assert await stranger.kept() == []


async def test_long_names_of_a_sender_are_kept_short_and_told_apart_by_the_body(anybodys: Hospital) -> None:
    wide = ["".join(map(chr, Random(n).choices(range(0x10000, 0x1F000), k=5_000))) for n in range(3)]
    first, second = (
        told(trigger, facility=wide[0], control_id=wide[1]).replace(b"PAS", wide[2].encode())
        for trigger in ("A01", "A02")
    )
    assert [await anybodys.send(raw) for raw in (first, second, first)] == ["AA", "AA", "AA"]
    assert [kept["repeats"] for kept in await anybodys.kept()] == [1, 0]
