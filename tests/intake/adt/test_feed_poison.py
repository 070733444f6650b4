"""PROMISES 13: no message, whatever is in it, holds up the line: each is answered and kept; log and rows stay sound."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.adt.triggers import APPLIED
from tests.intake.adt.feeding import IDA, OTTO, Hospital, Someone, assert_sound
from tests.intake.adt.telling import retiring
from tests.properties import a_few

HUGE = "x" * 100_000
NASTY = [
    "", '""', "\0", "A\0B", "\\X00\\", "\\XEDA080\\", "\\XFF\\", "\x1c\x0b\x07\x7f\x85", "\u202e\u2028\ufeff",
    "𐍈" * 300, "ASH^^A1-02", "^^^^", "~" * 500, "&" * 500, "\\" * 99, "' OR 1=1 --", "$1 %s {0}", "null", "-1",
    "18500101", "21991231235959", "00010101", "99991231", "20260601130000+1400", "20260601130000-1200",
    "20261025013000", "20260329013000", "20260602125959", "20260603130000", "A03", "ADT^A11", "Y", "4", "O", HUGE,
]  # fmt: skip
FIELDS = {
    "MSH": [2, 3, 4, 9, 12, 17],
    "EVN": [2, 6],
    "PID": [3, 5, 7, 8, 11, 13, 29, 30],
    "PV1": [2, 3, 6, 19, 36, 37, 42, 44, 45],
    "PV2": [3, 8, 9, 47],
    "ZU1": [22, 24],
    "MRG": [1, 4, 5, 6, 7],
}
TRIGGERS = [*sorted(APPLIED), "A60", "Z99"]
WHOLE = {
    "pending": "BIRCH^^B1",
    "prior": "BIRCH^^B1",
    "expected": "16:00",
    "edd": "20260605",
    "back_by": "18:00",
    "fit": "Y",
    "fit_since": "20260531",
    "more": retiring("H9^^^RXX^MR", visit="V9"),
}
mutations = st.lists(
    st.one_of(
        st.tuples(st.just("bytes"), st.integers(0, 600), st.binary(max_size=4)),
        st.tuples(st.sampled_from(["drop", "double", "swap"]), st.integers(0, 6), st.integers(0, 6)),
        st.tuples(
            st.just("field"),
            st.tuples(st.integers(0, 6), st.integers(1, 47)),
            st.one_of(st.sampled_from(NASTY), st.text(max_size=30)),
        ),
    ),
    max_size=3,
)
messages = st.tuples(
    st.sampled_from(TRIGGERS), st.sampled_from([IDA, OTTO]), st.sampled_from(["V1", "V2", ""]), mutations
)


@pytest.fixture
async def fed(anybodys: Hospital) -> AsyncIterator[Hospital]:
    yield anybodys
    await assert_sound(anybodys.place.database, anybodys.place.system)


@a_few(20)
@given(st.lists(messages, min_size=1, max_size=4))
async def test_a_damaged_message_is_answered_and_kept_and_harms_nothing(
    fed: Hospital, sent: list[tuple[str, Someone, str, list[tuple[str, object, object]]]]
) -> None:
    for trigger, person, visit, changes in sent:
        raw = damaged(fed.write(trigger, person, visit=visit, **WHOLE), changes)
        answer = await fed.send(raw)
        assert answer[:2] in ("AA", "AE", "AR")
        kept = await fed.kept()
        assert raw in [each["raw"] for each in kept]
        assert all(each["code"] and each["words"] for each in kept if each["state"] in ("waiting", "refused"))
        head = await fed.head()
        assert await fed.send(raw) == answer
        assert (await fed.head(), len(await fed.kept())) == (head, len(kept))


@pytest.mark.parametrize("nasty", NASTY, ids=range(len(NASTY)))
async def test_nothing_in_any_field_holds_up_the_line(fed: Hospital, nasty: str) -> None:
    for n, (name, fields) in enumerate(FIELDS.items()):
        for field in fields:
            trigger = {"MRG": "A40", "PV2": "A05"}.get(name, "A01")
            raw = damaged(fed.write(trigger, IDA, **WHOLE), [("field", (n, field), nasty)])
            assert (await fed.send(raw))[:2] in ("AA", "AE", "AR"), (name, field)


async def test_everything_at_once(fed: Hospital) -> None:
    person = replace(IDA, **dict.fromkeys(("name", "address", "phone"), f"{HUGE}^{HUGE}^{HUGE}~{HUGE}"))
    assert await fed.tell("A01", person, bed=HUGE) == "applied"
    (kept,) = await fed.people()
    assert (len(kept["family"]), len(kept["address"][0]), len(kept["phone"])) == (500, 500, 500)
    (bed,) = await fed.beds()
    assert len(bed) < 800


async def test_a_hundred_thousand_repetitions_and_people_are_read_once(fed: Hospital) -> None:
    numbers = "~".join(f"H{n}^^^RXX^MR" for n in range(100_000))
    assert await fed.tell("A01", replace(IDA, numbers=numbers)) == "applied"
    assert await fed.numbers() == [("hospital", "H0")]
    raw, other = fed.write("A03", replace(IDA, numbers="H0^^^RXX^MR")), b"PID|1||H2^^^RXX^MR\rPV1|1|I\r"
    assert await fed.send(raw + other * 10_000) == "AR too-many-people"
    assert await fed.send(raw + other * 99) == "AA"
    assert await fed.beds() == []


def damaged(raw: bytes, changes: list[tuple[str, object, object]]) -> bytes:
    """The message with its segments and fields changed, then its bytes."""
    segments = raw.decode().rstrip("\r").split("\r")
    for how, where, what in changes:
        match how, where, what:
            case "field", (int(segment), int(field)), str(text) if segment < len(segments):
                fields = segments[segment].split("|")
                fields += [""] * (field + 1 - len(fields))
                fields[field] = text
                segments[segment] = "|".join(fields)
            case "drop", int(segment), _ if segment < len(segments):
                del segments[segment]
            case "double", int(segment), _ if segment < len(segments):
                segments.insert(segment, segments[segment])
            case "swap", int(one), int(other) if max(one, other) < len(segments):
                segments[one], segments[other] = segments[other], segments[one]
    changed = "".join(f"{segment}\r" for segment in segments).encode("utf-8", "surrogatepass")
    for how, where, what in changes:
        if how == "bytes" and isinstance(where, int) and isinstance(what, bytes):
            changed = changed[:where] + what + changed[where + len(what) :]
    return changed
