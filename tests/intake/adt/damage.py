"""The ways in which a message can go wrong on its way, and the settings of feeds that are read oddly."""

from collections.abc import Callable
from random import Random

from app.domain.codes.patient_classes import PatientClass
from app.intake.settings import DEFAULT, FeedSettings, IdentifierTag, Trusted

Damage = Callable[[bytes, Random], bytes]

ODD_SETTINGS = (
    DEFAULT,
    FeedSettings(nhs_tags=(), hospital_tags=(), trusted=frozenset(), ward_component=2),
    FeedSettings(
        time_zone="America/St_Johns",
        nhs_tags=(IdentifierTag(authority="", type=""), IdentifierTag(type="MR")),
        hospital_tags=(IdentifierTag(authority="NHS"), IdentifierTag()),
        classes={"": PatientClass.INPATIENT, "²": PatientClass.OTHER, "I": PatientClass.PREADMIT},
        trusted=frozenset({Trusted.PLACE}),
    ),
    FeedSettings(time_zone="Pacific/Apia"),
)


def drop_segments(raw: bytes, by: Random) -> bytes:
    return b"\r".join(line for line in _lines(raw) if by.random() < 0.7)


def repeat_segments(raw: bytes, by: Random) -> bytes:
    return b"\r".join(line for line in _lines(raw) for _ in range(by.choice((1, 1, 2, 60))))


def reorder_segments(raw: bytes, by: Random) -> bytes:
    lines = _lines(raw)
    by.shuffle(lines)
    return b"\r".join(lines)


def swap_fields(raw: bytes, by: Random) -> bytes:
    fields = raw.split(b"|")
    one, other = by.randrange(len(fields)), by.randrange(len(fields))
    fields[one], fields[other] = fields[other], fields[one]
    return b"|".join(fields)


def cut_short(raw: bytes, by: Random) -> bytes:
    return raw[: by.randrange(len(raw) + 1)]


def fill_a_field_with_chance(raw: bytes, by: Random) -> bytes:
    return _with_field(raw, by, by.randbytes(by.randrange(40)))


def fill_a_field_with_a_trap(raw: bytes, by: Random) -> bytes:
    return _with_field(raw, by, by.choice(_TRAPS))


def fill_a_field_hugely(raw: bytes, by: Random) -> bytes:
    return _with_field(raw, by, by.choice((b"A", b"^", b"~", b"&", b"\\", b"9", b"1^^^NHS~", b"\\X41\\")) * 20_000)


def write_with_other_delimiters(raw: bytes, by: Random) -> bytes:
    others = by.sample(list(b"!@#$%^&*~|\\;:,.+=-_/?<>{}[]'`\" aZ7"), 5)
    return raw.translate(bytes.maketrans(b"|^~\\&", bytes(others)))


def name_other_delimiters(raw: bytes, by: Random) -> bytes:
    return raw.replace(b"^~\\&", by.choice((b"", b"^", b"^^^^", b"||||", b"\r", b"^~\\", b"&\\~^", b"\xff\xfe~&")), 1)


def strew_nul(raw: bytes, by: Random) -> bytes:
    return b"".join(bytes([byte, 0]) if by.random() < 0.1 else bytes([byte]) for byte in raw)


def write_in_another_charset(raw: bytes, by: Random) -> bytes:
    text = raw.decode("cp1252", "replace").replace("A", "Å")
    return text.encode(by.choice(("utf-16", "utf-16-be", "utf-32", "utf-7", "cp500", "cp1252", "utf-8")), "replace")


def claim_another_charset(raw: bytes, by: Random) -> bytes:
    head, end, rest = raw.partition(b"\r")
    fields = head.split(b"|")
    fields += [b""] * (18 - len(fields))
    fields[17] = by.choice((b"ASCII", b"UNICODE UTF-8", b"UNICODE UTF-16", b"8859/15", b"ISO IR87", b"~~", b"\xff"))
    return b"|".join(fields) + end + rest


DAMAGES: tuple[Damage, ...] = (
    drop_segments, repeat_segments, reorder_segments, swap_fields, cut_short, fill_a_field_with_chance,
    fill_a_field_with_a_trap, fill_a_field_hugely, write_with_other_delimiters, name_other_delimiters, strew_nul,
    write_in_another_charset, claim_another_charset,
)  # fmt: skip

_TRAPS = (
    b'""', b'""^""', b"00000000", b"99991231235959", b"18491231", b"20260229", b"20261025013000", b"20260329013000",
    b"20260601+9999", b"18500101-2359", b"21991231235959-2359", "٢٠٢٦".encode(), b"\\X\\", b"\\XZZ\\", b"\\.br\\",
    b"\\X0D0A1C\\", b"9999999999^^^NHS", b"\r", b"\n\n", b"\x0b\x1c", b"MSH|^~\\&|", b"ADT^A01^ADT_A01", b"-1",
)  # fmt: skip


def _lines(raw: bytes) -> list[bytes]:
    return raw.replace(b"\r\n", b"\r").replace(b"\n", b"\r").split(b"\r")


def _with_field(raw: bytes, by: Random, content: bytes) -> bytes:
    fields = raw.split(b"|")
    fields[by.randrange(len(fields))] = content
    return b"|".join(fields)
