"""The answer names the message and its fate, and nothing of the person."""

from app.intake.adt.acknowledgement import acknowledge
from app.intake.adt.doubts import Doubts
from app.intake.adt.message import Message
from app.intake.adt.reading import read
from tests.intake.adt.messages import MSH, NHS_NUMBER, adt, refused, understood


def answer(raw: bytes, codec: str = "utf-8") -> Message:
    found = read(raw.decode(codec), Doubts())
    assert found is not None
    return found


def test_an_accepted_message_is_answered_to_its_sender_with_its_control_id() -> None:
    found = answer(acknowledge(understood(adt()), "AA"))
    msh, msa = found.segment("MSH"), found.segment("MSA")
    assert [msh.text(n) for n in (3, 4, 5, 6)] == ["HOMEWARD", "HUB", "PAS", "RXX01"]
    assert [msh.text(9, n) for n in (1, 2, 3)] == ["ACK", "A01", "ACK"]
    assert (msh.text(7), msh.text(11), msh.text(12)) == ("20260601120000+0000", "P", "2.4")
    assert (msa.text(1), msa.text(2), msa.text(3)) == ("AA", "MSG0001", "")
    assert not found.segment("ERR")


def test_a_refused_message_is_answered_with_a_code_and_words() -> None:
    found = refused(adt(pid=""))
    said = answer(acknowledge(found, found.ack, found.words))
    assert (said.segment("MSA").text(1), said.segment("MSA").text(2)) == ("AE", "MSG0001")
    assert said.segment("MSA").text(3) == found.words
    err = said.segment("ERR")
    assert (err.text(3), err.text(4), err.text(5), err.text(8)) == ("101", "E", "no-patient-identifier", found.words)


def test_what_could_not_be_read_is_answered_too() -> None:
    found = refused(b"hello")
    said = answer(acknowledge(found, found.ack, found.words))
    assert said.segment("MSH").text(3) == "HOMEWARD"
    assert (said.segment("MSA").text(1), said.segment("MSA").text(2)) == ("AR", "")


def test_the_answer_is_written_with_standard_delimiters_whatever_the_message_had() -> None:
    raw = adt(msh=MSH.replace("PAS", "P|S^NORTH")).translate(bytes.maketrans(b"|^~\\&", b"$!*%@"))
    raw = raw.replace(b"P$S", b"P|S")
    said = answer(acknowledge(understood(raw), "AA"))
    assert said.segment("MSH").raw(5) == "P\\F\\S^NORTH"


def test_an_escaped_control_id_comes_back_as_it_went() -> None:
    said = acknowledge(understood(adt(msh=MSH.replace("MSG0001", "A\\T\\B"))), "AA")
    assert b"MSA|AA|A\\T\\B\r" in said


def test_the_answer_is_in_the_senders_character_set() -> None:
    header = MSH.replace("PAS", "Zoë") + "|" * 6 + "8859/1"
    said = acknowledge(understood(adt(msh=header).decode().encode("cp1252")), "AA", "naïve – 猫")
    assert "Zoë" in said.decode("cp1252")
    assert "naïve – ?" in said.decode("cp1252")
    assert answer(said, "cp1252").segment("MSH").text(18) == "8859/1"


def test_the_answer_repeats_nothing_about_the_person() -> None:
    for reading in (understood(adt()), refused(adt(msh=MSH.replace("MSG0001", "")))):
        said = acknowledge(reading, "AE", "Try again later.").decode()
        for told in (NHS_NUMBER, "H123456", "Marrow", "Ida", "1940", "Mill", "ZZ9", "ELM", "V778899"):
            assert told.encode() in reading.raw
            assert told not in said


def test_the_same_receipt_is_answered_with_the_same_bytes() -> None:
    assert acknowledge(understood(adt()), "AA") == acknowledge(understood(adt()), "AA")


def test_an_answer_cannot_break_out_of_its_frame() -> None:
    raw = adt(msh=MSH.replace("MSG0001", "M\x1cS\x0bG"))
    said = acknowledge(understood(raw), "AE", "one\rMSA|AA")
    assert said.count(b"\r") == 3
    assert not {0x0B, 0x1C} & set(said)
