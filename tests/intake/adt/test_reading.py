"""A message is read whatever its line ends, delimiters, character set and envelope."""

import pytest

from app.intake.adt.doubts import Doubts
from app.intake.adt.escapes import STANDARD, Delimiters, escape, unescape
from app.intake.adt.message import Message
from app.intake.adt.patient import Address
from app.intake.adt.reading import read
from tests.intake.adt.messages import MSH, NHS_NUMBER, PID, RECEIVED_AT, adt, codes, name, refused, segment, understood


def message(text: str) -> Message:
    found = read(text, Doubts())
    assert found is not None
    return found


@pytest.mark.parametrize("line_end", ["\r", "\n", "\r\n", "\r\r\n"])
def test_any_line_end_ends_a_segment(line_end: str) -> None:
    raw = adt().replace(b"\r", line_end.encode())
    assert understood(raw).patient.identifiers.nhs_number == NHS_NUMBER


def test_a_byte_order_mark_and_blank_lines_before_the_header_are_no_matter() -> None:
    reading = understood(b"\xef\xbb\xbf\r\n\r\n" + adt())
    assert reading.header.control_id == "MSG0001"
    assert not reading.warnings


def test_text_before_the_header_is_left_out_and_said() -> None:
    assert codes(understood(b"Sent by the engine\r" + adt())) == {"text-before-header"}


def test_delimiters_are_those_the_message_names() -> None:
    raw = adt().translate(bytes.maketrans(b"|^~\\&", b"$!*%@"))
    reading = understood(raw)
    assert reading.patient.identifiers.nhs_number == NHS_NUMBER
    assert reading.visit
    assert reading.visit.place
    assert reading.visit.place.bed == "Bed 4"


def test_an_escape_character_written_twice_is_one() -> None:
    assert message("MSH|^~\\\\&|A").delimiters == STANDARD


@pytest.mark.parametrize("encoding", ["", "^", "abcd", "^~ \\"])
def test_unusable_delimiters_are_the_standard_ones_and_said(encoding: str) -> None:
    reading = understood(adt(msh=MSH.replace("^~\\&", encoding)))
    assert reading.patient.identifiers.nhs_number == NHS_NUMBER
    assert "odd-delimiters" in codes(reading)


def test_a_line_that_begins_with_no_segment_name_belongs_to_the_one_before() -> None:
    reading = understood(adt(pid=PID.replace("1 Mill Lane", "The Mill\n1 Mill Lane")))
    assert isinstance(reading.patient.address, Address)
    assert reading.patient.address.lines == ("The Mill\n1 Mill Lane", "Ambleford")
    assert codes(reading) == {"broken-line"}


def test_z_segments_are_kept_as_they_came() -> None:
    found = message(adt(more="ZU1|20260601||X^Y\\T\\Z").decode())
    assert found.segment("ZU1").line == "ZU1|20260601||X^Y\\T\\Z"


def test_what_is_absent_reads_as_nothing() -> None:
    absent = message("MSH|^~\\&|A").segment("PV1")
    assert not absent
    assert absent.text(44) == ""
    assert absent.repetitions(3) == []


def test_null_is_not_the_same_as_empty() -> None:
    found = message('MSH|^~\\&|A\rPID|1||""|||""^""')
    pid = found.segment("PID")
    assert pid.first(3).is_null
    assert pid.first(6).is_null
    assert not pid.first(2).is_null
    assert pid.text(3) == ""


def test_a_message_about_two_people_has_a_group_for_each() -> None:
    found = message("MSH|^~\\&|A\rEVN|A17\rPID|1||A1\rPV1|1|I\rPID|2||B2\rPV1|2|E")
    assert [(group.segment("PID").text(3), group.segment("PV1").text(2)) for group in found.people()] == [
        ("A1", "I"),
        ("B2", "E"),
    ]


def test_a_batch_envelope_around_one_message_is_no_matter() -> None:
    raw = b"FHS|^~\\&|PAS\rBHS|^~\\&|PAS\r" + adt() + b"BTS|1\rFTS|1\r"
    assert not understood(raw).warnings


def test_several_messages_in_one_are_refused_so_that_none_is_lost() -> None:
    assert refused(adt() + adt()).code == "several-messages"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"a\F\b\S\c\T\d\R\e\E\f", r"a|b^c&d~e\f"),
        (r"one\.br\two\.sp\three", "one\ntwo\nthree"),
        (r"caf\XC3A9\ or caf\XE9\ ", "café or café "),
        (r"\H\loud\N\ ", "loud "),
        (r"C:\wards\T\ ", r"C:\wards& "),
        (r"\unknown\ and \X1\ and \ ", r"\unknown\ and \X1\ and \ "),
        (r"\X00\ ", " "),
    ],
)
def test_escapes_are_what_their_sender_meant(written: str, meant: str) -> None:
    assert unescape(written, STANDARD) == meant


def test_an_escaped_delimiter_divides_nothing() -> None:
    reading = understood(adt(pid=PID.replace("Marrow^", "Marrow \\T\\ Reed \\S\\ Co^")))
    assert name(reading).family == "Marrow & Reed ^ Co"


def test_what_is_escaped_reads_back_and_cannot_end_a_segment_or_a_frame() -> None:
    assert unescape(escape("a|b^c&d~e\\f"), STANDARD) == "a|b^c&d~e\\f"
    assert escape("a\rMSA|AA\x1c\r\x0b") == "a MSA\\F\\AA "


def test_escapes_are_written_with_the_delimiters_of_the_message() -> None:
    assert unescape("a%S%b", Delimiters("$", "!", "*", "%", "@")) == "a!b"


def named(family: bytes, charset: bytes) -> bytes:
    header = MSH.encode() + b"|" * 6 + charset + b"\r"
    return header + PID.encode().replace(b"Marrow", family) + b"\r"


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("", "utf-8"),
        ("", "cp1252"),
        ("ASCII", "cp1252"),
        ("UNICODE", "utf-8"),
        ("UNICODE UTF-8", "utf-8"),
        ("8859/1", "cp1252"),
        ("8859/15", "iso8859-15"),
        ("8859/1~UNICODE", "cp1252"),
    ],
)
def test_accents_are_read_by_the_character_set_claimed_or_by_what_fits(charset: str, codec: str) -> None:
    reading = understood(named("Zoë€".encode(codec), charset.encode()))
    assert name(reading).family == "Zoë€"
    assert reading.header.codec == codec
    assert not reading.warnings


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_zero_bytes(codec: str) -> None:
    assert understood(adt().decode().encode(codec)).patient.identifiers.nhs_number == NHS_NUMBER


def test_bytes_outside_the_character_set_are_replaced_and_said() -> None:
    reading = understood(named(b"Zo\xeb", b"UNICODE UTF-8"))
    assert name(reading).family == "Zo�"
    assert "undecodable-bytes" in codes(reading)
    assert reading.raw == named(b"Zo\xeb", b"UNICODE UTF-8")


def test_an_unknown_character_set_is_said_and_read_by_what_fits() -> None:
    assert "unknown-charset" in codes(understood(named("Zoë".encode(), b"ISO IR87")))


def test_nul_is_left_out_and_said() -> None:
    reading = understood(adt().replace(b"Marrow", b"Mar\0row"))
    assert "Marrow" in str(reading.patient.name)
    assert codes(reading) == {"control-characters"}


@pytest.mark.parametrize(
    ("raw", "code", "ack"),
    [
        (b"", "empty-message", "AR"),
        (b" \r\n ", "empty-message", "AR"),
        (b"GET / HTTP/1.1\r\nHost: hub\r\n", "not-hl7", "AR"),
        (b"MSHA", "not-hl7", "AR"),
        (b"EVN|A01\rPID|1||H1", "not-hl7", "AR"),
        (b"MSH|", "not-adt", "AR"),
        (adt(msh=MSH.replace("ADT^A01", "ORU^R01")), "not-adt", "AR"),
        (adt(msh=MSH.replace("MSG0001", "")), "no-control-id", "AE"),
        (adt(pid=""), "no-patient-identifier", "AE"),
        (adt(pid='PID|1||""^^^RXX^MR||Marrow^Ida'), "no-patient-identifier", "AE"),
        (adt()[:70], "no-patient-identifier", "AE"),
    ],
)
def test_what_cannot_be_used_at_all_is_refused_with_a_reason(raw: bytes, code: str, ack: str) -> None:
    found = refused(raw)
    assert (found.code, found.ack) == (code, ack)
    assert found.words
    assert found.received_at == RECEIVED_AT


def test_a_refusal_knows_the_control_id_where_there_is_one() -> None:
    assert refused(adt(pid="")).control_id == "MSG0001"
    assert refused(adt(msh=MSH.replace("MSG0001", ""))).control_id is None
    assert refused(b"").control_id is None


def test_a_number_in_the_external_field_alone_is_identifier_enough() -> None:
    assert understood(adt(pid=segment("PID", f2="X77"))).patient.identifiers.every[0].value == "X77"
