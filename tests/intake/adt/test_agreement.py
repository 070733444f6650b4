"""What is understood agrees with another reader's answers, value by value; a table says so message by message.

Nothing an answer states is passed over: each field is compared, or stands in `NOT_KEPT`.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.intake.adt.files import messages_in
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Understood
from tests.intake.adt.answers import ANSWERS, KEY, stated, told
from tests.intake.adt.messages import RECEIVED_AT

SAID_OTHERWISE: dict[tuple[str, str], tuple[object, str]] = {
    ("A11", "recordedDateTime"): (
        datetime(2013, 2, 11, 10, 1, 52, tzinfo=UTC),
        "the header's time is believed before the event's",
    ),
}
"""By message and field: what is deliberately understood otherwise than the answer says, and why."""

needs_answers = pytest.mark.skipif(not ANSWERS, reason=f"there are no answers to compare with at {KEY}")


@needs_answers
@pytest.mark.parametrize("answer", ANSWERS, ids=lambda path: path.stem)
def test_what_is_understood_is_what_another_reader_understands(
    answer: Path, record_property: Callable[[str, object], None]
) -> None:
    (raw,) = messages_in(KEY / "hl7" / "Adt" / answer.parent.name / f"{answer.stem}.txt")
    reading = understand(raw, RECEIVED_AT)
    assert isinstance(reading, Understood)
    theirs, ours = stated(answer), told(reading)
    assert set(theirs) <= set(ours)
    differ = {field for field in theirs if ours[field] != theirs[field]}
    record_property("agreement", _row(answer.stem, [field for field in theirs if field not in differ], sorted(differ)))
    meant = {field: value for (name, field), (value, _) in SAID_OTHERWISE.items() if name == answer.stem}
    assert {field: ours[field] for field in theirs} == theirs | meant
    assert len(theirs) - len(differ) >= 8


@needs_answers
def test_every_answer_is_compared_and_every_exception_is_of_one() -> None:
    assert len(ANSWERS) >= 14
    assert {name for name, _ in SAID_OTHERWISE} <= {answer.stem for answer in ANSWERS}


def _row(name: str, agreed: list[str], differ: list[str]) -> str:
    topics = dict.fromkeys(topic for topic, fields in TOPICS.items() if fields & set(agreed))
    said = [f"{field}: {SAID_OTHERWISE.get((name, field), ('', 'DISAGREES'))[1]}" for field in differ]
    return f"{name:7}{len(agreed):3} of {len(agreed) + len(differ)} agree: {', '.join(topics)}" + "".join(
        f"; {one}" for one in said
    )


TOPICS = {
    "numbers": {"mrn", "nhsNumber"},
    "the other person": {"otherMrn", "otherNhsNumber", "otherVisitNumber", "otherFullLocationString"},
    "merged": {"previousMrn", "previousVisitNumber"},
    "name": {"patientFamilyName", "patientGivenName", "patientTitle"},
    "birth": {"patientBirthDate"},
    "sex": {"patientSex"},
    "postcode": {"patientZipOrPostalCode"},
    "visit": {"visitNumber"},
    "place": {"fullLocationString", "previousLocationString"},
    "class": {"patientClass"},
    "admission": {"admissionDateTime", "presentationDateTime"},
    "discharge": {"dischargeDateTime", "dischargeDisposition", "dischargeLocation"},
    "cancelled": {"cancelledDateTime", "cancelledLocation"},
    "alive": {"patientIsAlive"},
    "times": {"recordedDateTime", "eventOccurredDateTime"},
}
