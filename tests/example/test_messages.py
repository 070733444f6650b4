"""What the example hospital writes is what the feed understands."""

from datetime import UTC, datetime, timedelta

import pytest

from app.example.messages import Bed, Stay, message
from app.example.people import person
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Understood

ADMITTED = datetime(2026, 10, 20, 8, 15, 30, tzinfo=UTC)
NOW = ADMITTED + timedelta(days=9, hours=4)
STAY = Stay(person=person(1, 7), bed=Bed("B3", "B3-04"), prior=Bed("A1", "A1-11"), admitted_at=ADMITTED, left_at=NOW)


@pytest.mark.parametrize("trigger", ["A01", "A02", "A03", "A08", "A11", "A12", "A13"])
def test_every_message_is_understood_without_doubts(trigger: str) -> None:
    reading = understand(message(trigger, STAY, at=NOW, sent_at=NOW), NOW)

    assert isinstance(reading, Understood)
    assert (reading.header.trigger, reading.warnings) == (trigger, ())


def test_a_message_says_who_where_and_when() -> None:
    reading = understand(message("A02", STAY, at=NOW, sent_at=NOW), NOW)

    assert isinstance(reading, Understood)
    assert reading.visit
    assert reading.visit.place
    assert reading.visit.prior_place
    assert reading.visit.admitted_at
    assert reading.patient.identifiers.nhs_number == STAY.person.nhs_number
    assert reading.patient.identifiers.hospital_number
    assert reading.patient.identifiers.hospital_number.value == "NM000007"
    assert (reading.visit.place.ward, reading.visit.place.bed) == ("B3", "B3-04")
    assert reading.visit.prior_place.bed == "A1-11"
    assert reading.visit.number == "V0000007"
    assert reading.patient.practice == STAY.person.practice
    assert reading.visit.admitted_at.at == ADMITTED
    assert reading.event_time.at == NOW


def test_the_same_news_is_the_same_message_and_other_news_has_another_id() -> None:
    first, same = (message("A08", STAY, at=NOW, sent_at=NOW) for _ in range(2))
    later = message("A08", STAY, at=NOW + timedelta(seconds=1), sent_at=NOW)

    assert first == same
    assert first.split(b"|")[9] != later.split(b"|")[9]
