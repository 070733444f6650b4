"""Every ADT message of eight public collections is read; those with an answer key agree with it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.intake.adt.files import messages_in
from app.intake.adt.sender import send
from app.intake.adt.understanding import understand
from app.intake.adt.understood import Refused, Understood
from tests.intake.adt.lines import Hub, listening
from tests.intake.adt.messages import RECEIVED_AT

SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "adt"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason=f"the sample messages are not at {SAMPLES}")
KEY = SAMPLES / "emap_uclh"


def samples() -> Iterator[bytes]:
    for path in sorted(SAMPLES.rglob("*")):
        if path.suffix in (".hl7", ".txt", ".mllp"):
            yield from messages_in(path)


@needs_samples
def test_at_least_95_of_100_real_adt_messages_are_understood_and_the_rest_refused_for_a_known_reason() -> None:
    found = [understand(raw, RECEIVED_AT) for raw in samples()]
    assert len(found) >= 1400
    refusals = [reading.code for reading in found if isinstance(reading, Refused)]
    assert set(refusals) <= {"not-adt", "no-control-id", "no-patient-identifier"}
    adt = len(found) - refusals.count("not-adt")
    assert (len(found) - len(refusals)) / adt >= 0.95


@needs_samples
async def test_every_real_message_sent_over_the_wire_is_answered_on_one_line() -> None:
    async with listening(hub := Hub()) as listener:
        sent = [one async for one in send(samples(), listener.host, listener.port)]
    assert hub.received == [one.message for one in sent] == list(samples())
    for one in sent:
        reading = understand(one.message, RECEIVED_AT)
        assert one.code == (reading.ack if isinstance(reading, Refused) else "AA")
        assert one.control_id == (reading.header.control_id if reading.header else "")


@needs_samples
@pytest.mark.parametrize("name", ["A01", "A02", "A03", "A04", "A06", "A08_v1", "A11", "A12", "A13"])
def test_what_is_understood_agrees_with_the_answer_key(name: str) -> None:
    key: dict[str, Any] = yaml.safe_load((KEY / "expected/AdtMessages/generic" / f"{name}.yaml").read_text())
    (raw,) = messages_in(KEY / "hl7/Adt/generic" / f"{name}.txt")
    reading = understand(raw, RECEIVED_AT)
    assert isinstance(reading, Understood)
    said = {field: said for field, said in told(reading).items() if expected(key, field) is not None}
    assert said == {field: expected(key, field) for field in said}
    assert len(said) >= 4


def told(reading: Understood) -> dict[str, object]:
    """Our reading in the key's words."""
    visit, patient = reading.visit, reading.patient
    assert visit
    assert patient.identifiers.hospital_number
    place, prior = visit.place, visit.prior_place
    return {
        "mrn": patient.identifiers.hospital_number.value,
        "visitNumber": visit.number,
        "eventOccurredDateTime": reading.event_time.at,
        "patientBirthDate": patient.birth_date,
        "patientSex": patient.sex,
        "patientClass": visit.patient_class and visit.patient_class.name.replace("DAY", "DAY_CASE"),
        "fullLocationString": place and f"{place.ward}^{place.room}^{place.bed}",
        "previousLocationString": prior and f"{prior.ward}^{prior.room}^{prior.bed}",
        "admissionDateTime": visit.admitted_at and visit.admitted_at.at,
        "dischargeDateTime": visit.discharged_at and visit.discharged_at.at,
    }


def expected(key: dict[str, Any], field: str) -> object:
    said = key.get(field)
    said = said.get("value") if isinstance(said, dict) else said
    if isinstance(said, str) and field.endswith("DateTime"):
        return datetime.fromisoformat(said)
    return date.fromisoformat(said) if isinstance(said, str) and field.endswith("Date") else said
