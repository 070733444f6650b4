"""What was understood of a message, in words for who looks at it."""

import pytest

from app.intake.adt.raw_lines import raw_lines
from app.intake.adt.showing import shown
from app.intake.adt.trigger_words import trigger_words
from app.intake.adt.triggers import APPLIED
from app.intake.adt.understanding import understand
from app.intake.senders import sender_of
from tests.intake.adt.feeding import Hospital
from tests.intake.adt.messages import MSH, NHS_NUMBER, RECEIVED_AT, adt, segment


async def facts_of(hospital: Hospital, raw: bytes) -> dict[str, str]:
    """All that is shown of a message about one person."""
    async with hospital.place.database.reads.acquire() as connection:
        sender = await sender_of(connection, "PAS", hospital.facility)
        parts = await shown(connection, sender, understand(raw, RECEIVED_AT, sender.settings))
    return {fact.label: fact.value for part in parts for fact in part.facts}


async def test_all_of_a_stay_is_told_in_words(hospital: Hospital) -> None:
    pv1 = segment("PV1", f2="E", f3="ASH^Bay 2^Bed 4", f6="NOWHERE^^1", f19="V1", f36="4", f37="79",
                  f44="20260530", f45="202606011030")  # fmt: skip
    more = f"{segment('PV2', f9='20260604')}\r{segment('ZU1', f22='Y', f24='20260601')}\r"
    said = await facts_of(hospital, adt(pv1=pv1, more=more))
    assert said["Class"] == "Emergency (sent as E)"
    assert said["Place"] == "ASH, Bay 2, Bed 4 – Ash ward here"
    assert said["Was before in"] == "NOWHERE, 1 – a ward unknown here"
    assert (said["Admitted"], said["Discharged"]) == ("30 May 2026", "1 June 2026 10:30 (method 4, to 79)")
    assert said["Discharge expected"] == "4 June 2026"
    assert said["Medically fit, as the hospital says"] == "Yes, since 1 June 2026"


async def test_numbers_that_join_nothing_and_what_is_taken_back_are_said_to_be_so(hospital: Hospital) -> None:
    numbers = "H1^^^RXX^MR~9999999999^^^NHS^NH~P7^^^GB^PPN"
    pid = segment("PID", f3=numbers, f5='""', f11='""', f13='""', f29="202605312300", f30="Y")
    said = await facts_of(hospital, adt(pid=pid))
    assert said["NHS number"] == "9999999999 (does not check)"
    assert said["Hospital number"] == "H1 (RXX MR)"
    assert said["Other numbers"] == "P7 (GB PPN)"
    assert {said["Name"], said["Home"], said["Phone"]} == {"Taken back by the sender"}
    assert said["Death"] == "Died 31 May 2026 23:00"


async def test_what_is_given_up_in_a_merge_is_shown_beside_what_it_is_given_up_for(hospital: Hospital) -> None:
    mrg = f"MRG|H9^^^RXX^MR~{NHS_NUMBER}^^^NHS^NH||||V8||Marrow^Ada"
    said = await facts_of(hospital, adt(msh=MSH.replace("A01", "A40"), more=mrg))
    assert said["What happened"] == "A40 two records merged"
    assert said["Given up for these"] == f"MARROW, Ada, H9 (RXX MR), {NHS_NUMBER}"
    assert said["Visit number before"] == "V8"


async def test_of_a_message_that_cannot_be_read_as_much_is_shown_as_could_be(hospital: Hospital) -> None:
    said = await facts_of(hospital, adt(msh=MSH.replace("ADT^A01", "ORU^R01")))
    assert said == {"What happened": "R01", "Sender": "PAS at RXX01", "Message number": "MSG0001"}
    assert await facts_of(hospital, b"nonsense") == {}


@pytest.mark.parametrize("trigger", sorted(APPLIED))
def test_every_trigger_that_may_change_something_has_words(trigger: str) -> None:
    assert trigger_words(trigger) != trigger


def test_the_lines_of_a_message_are_read_in_its_own_characters() -> None:
    assert raw_lines("MSH|^~\\&|é\r\nPID|ü\n\rZZZ".encode("cp1252")) == ["MSH|^~\\&|é", "PID|ü", "ZZZ"]
    assert raw_lines(b"") == []
