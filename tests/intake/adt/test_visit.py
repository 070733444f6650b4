"""The stay a message tells of."""

from datetime import UTC, date, datetime

import pytest

from app.intake.adt.message import DELETED
from app.intake.adt.timestamps import Precision, Timestamp
from app.intake.adt.visit import PatientClass, Place, Visit
from tests.intake.adt.messages import adt, codes, segment, understood


def visit(more: str = "", **fields: str) -> Visit:
    found = understood(adt(pv1=segment("PV1", **fields), more=more)).visit
    assert found
    return found


def test_without_a_visit_segment_there_is_no_stay() -> None:
    assert understood(adt(pv1="")).visit is None


def test_an_empty_visit_segment_says_nothing() -> None:
    assert visit(f1="1") == Visit()


def test_a_stay_has_its_number_places_and_times() -> None:
    found = visit(
        f3="ELM^Bay 2^Bed 4^RXX01^^BED", f6="OAK^^Bed 1", f14="nhs85^x", f19="V1^^^RXX^VN", f36="19", f37="HOME^x",
        f44="202606010930", f45="20260609140000",
    )  # fmt: skip
    assert found.number == "V1"
    assert found.place == Place(ward="ELM", room="Bay 2", bed="Bed 4", site="RXX01", raw="ELM^Bay 2^Bed 4^RXX01^^BED")
    assert found.prior_place == Place(ward="OAK", room="", bed="Bed 1", site="", raw="OAK^^Bed 1")
    assert found.admitted_at == Timestamp(datetime(2026, 6, 1, 8, 30, tzinfo=UTC), Precision.MINUTE)
    assert found.discharged_at == Timestamp(datetime(2026, 6, 9, 13, 0, tzinfo=UTC), Precision.SECOND)
    assert found.came_from == "NHS85"
    assert (found.disposition, found.discharged_to) == ("19", "HOME")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("I", PatientClass.INPATIENT),
        ("inpatient", PatientClass.INPATIENT),
        ("E", PatientClass.EMERGENCY),
        ("EMERGENCY", PatientClass.EMERGENCY),
        ("O", PatientClass.OUTPATIENT),
        ("DAY CASE", PatientClass.DAY),
        ("P", PatientClass.PREADMIT),
        ("U", PatientClass.OTHER),
        ("NA", PatientClass.OTHER),
        ("", None),
    ],
)
def test_the_class_is_one_of_ours_and_as_said(said: str, meant: PatientClass | None) -> None:
    found = visit(f1="1", f2=said)
    assert (found.patient_class, found.class_said) == (meant, said)


def test_a_discharge_far_in_the_future_is_doubted_and_kept() -> None:
    reading = understood(adt(pv1=segment("PV1", f45="20270609140000")))
    assert reading.visit
    assert reading.visit.discharged_at
    assert codes(reading) == {"future-time"}


def test_what_lies_ahead_is_told_with_its_time_and_place() -> None:
    found = visit(
        f2="P", f42="OAK^Bay 1^Bed 3", more=segment("PV2", f8="202606201400", f47="202606070900")
    )  # fmt: skip
    assert found.pending_place == Place(ward="OAK", room="Bay 1", bed="Bed 3", site="", raw="OAK^Bay 1^Bed 3")
    assert found.expected_admission == Timestamp(datetime(2026, 6, 20, 13, tzinfo=UTC), Precision.MINUTE)
    assert found.leave_until == Timestamp(datetime(2026, 6, 7, 8, tzinfo=UTC), Precision.MINUTE)


def test_a_day_of_leaving_that_is_the_day_of_coming_is_a_default_and_no_news() -> None:
    reading = understood(adt(more=segment("PV2", f9="20260601")))
    assert reading.visit
    assert reading.visit.expected_discharge is None
    assert codes(reading) == {"expected-discharge-default"}


def test_an_admission_that_gives_no_time_of_coming_is_of_the_day_it_happened() -> None:
    raw = adt(pv1=segment("PV1", f2="I"), more=segment("PV2", f9="20260601"))
    assert codes(understood(raw)) == {"expected-discharge-default"}
    later = raw.replace(b"ADT^A01", b"ADT^A08").replace(b"EVN|A01", b"EVN|A08")
    found = understood(later).visit
    assert found
    assert found.expected_discharge == date(2026, 6, 1)  # the day of coming is not known: this may be news


def test_the_expected_date_is_a_day_and_may_lie_ahead_or_be_deleted() -> None:
    assert visit(f2="I", more=segment("PV2", f9="20260620")).expected_discharge == date(2026, 6, 20)
    assert visit(f2="I", more=segment("PV2", f9="20260620120000")).expected_discharge == date(2026, 6, 20)
    assert visit(f2="I", more=segment("PV2", f9='""')).expected_discharge is DELETED
    assert visit(f2="I", more=segment("PV2", f3="x")).expected_discharge is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("R29.6^Repeated falls^ICD10", "Repeated falls"),
        ("Fall", "Fall"),
        ("x" * 401, "x" * 400),
        ("", None),
        ('""', None),
    ],
    ids=["coded", "words", "too long", "not said", "deleted"],
)
def test_the_reason_for_admission_is_its_words_as_long_as_a_referral_takes_them(said: str, meant: str | None) -> None:
    assert visit(f2="I", more=segment("PV2", f3=said)).reason == meant
