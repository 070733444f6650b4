"""A feed is read as its settings say its sender writes."""

from datetime import UTC, date, datetime

import pytest

from app.domain.codes.patient_classes import PatientClass
from app.intake.adt.identifiers import Identifier, Identifiers
from app.intake.adt.visit import Place, Visit
from app.intake.settings import FeedSettings, IdentifierTag
from tests.intake.adt.messages import EVN, MSH, NHS_NUMBER, OTHER_NHS_NUMBER, adt, codes, segment, understood

NEW_YORK = FeedSettings(time_zone="America/New_York")


def identifiers(settings: FeedSettings, **fields: str) -> Identifiers:
    return understood(adt(pid=segment("PID", **fields)), settings).patient.identifiers


def visit(settings: FeedSettings, **fields: str) -> Visit:
    found = understood(adt(pv1=segment("PV1", **fields)), settings).visit
    assert found
    return found


def test_an_nhs_number_is_known_by_the_tags_of_its_feed_alone() -> None:
    settings = FeedSettings(nhs_tags=(IdentifierTag(authority="PDS", type="NAT"),))
    found = identifiers(settings, f3=f"{NHS_NUMBER}^^^pds^nat~{OTHER_NHS_NUMBER}^^^NHS^NH")
    assert found.nhs_number == NHS_NUMBER
    assert found.hospital_number == Identifier(OTHER_NHS_NUMBER, "NHS", "NH")
    assert identifiers(settings, f3=f"{NHS_NUMBER}^^^PDS^MR").nhs_number is None


def test_an_empty_tag_means_that_nothing_is_said() -> None:
    settings = FeedSettings(nhs_tags=(IdentifierTag(authority="", type=""),))
    found = identifiers(settings, f3=f"{NHS_NUMBER}~H1^^^RXX^MR")
    assert (found.nhs_number, found.hospital_number) == (NHS_NUMBER, Identifier("H1", "RXX", "MR"))


def test_of_several_hospital_numbers_the_first_tag_that_fits_is_preferred() -> None:
    settings = FeedSettings(hospital_tags=(IdentifierTag(authority="NORTH"), IdentifierTag(authority="SOUTH")))
    assert identifiers(settings, f3="S1^^^SOUTH^MR~N1^^^NORTH^MR").hospital_number == Identifier("N1", "NORTH", "MR")
    assert identifiers(settings, f3="S1^^^SOUTH^MR").hospital_number == Identifier("S1", "SOUTH", "MR")


def test_a_number_of_another_hospital_is_not_taken_for_this_ones() -> None:
    settings = FeedSettings(hospital_tags=(IdentifierTag(authority="RXX", type="MR"),))
    found = identifiers(settings, f3="X9^^^RYY^MR")
    assert found.hospital_number is None
    assert [one.value for one in found.every] == ["X9"]


def test_a_class_is_the_feeds_own_before_the_usual_one() -> None:
    settings = FeedSettings(classes={"NA": PatientClass.INPATIENT, "i": PatientClass.DAY})
    assert visit(settings, f2="na").patient_class is PatientClass.INPATIENT
    assert visit(settings, f2="I").patient_class is PatientClass.DAY
    assert visit(settings, f2="E").patient_class is PatientClass.EMERGENCY
    assert visit(settings, f2="??").patient_class is PatientClass.OTHER


def test_a_ward_may_stand_after_its_building() -> None:
    said = "RXX^OBS1^BAY2-6^RXX55"
    found = visit(FeedSettings(ward_component=2), f3=said, f6=said, f42=said)
    place = Place(ward="OBS1", room="", bed="BAY2-6", site="RXX55", raw=said)
    assert (found.place, found.prior_place, found.pending_place) == (place, place, place)


def test_a_time_without_a_zone_is_on_the_feeds_own_clock() -> None:
    reading = understood(adt(pid=segment("PID", f3="H1", f29="20260601")), NEW_YORK)
    assert reading.sent_at
    assert reading.sent_at.at == datetime(2026, 6, 1, 15, 30, tzinfo=UTC)
    assert reading.told_at == reading.received_at  # a clock that is ahead outranks nothing that is said here
    assert reading.event_time.at == datetime(2026, 6, 1, 15, 29, tzinfo=UTC)
    assert reading.patient.died_at
    assert reading.patient.died_at.at == datetime(2026, 6, 1, 4, tzinfo=UTC)
    assert reading.visit
    assert reading.visit.admitted_at
    assert reading.visit.admitted_at.at == datetime(2026, 6, 1, 14, 15, tzinfo=UTC)


def test_a_time_with_a_zone_is_the_same_on_any_clock() -> None:
    raw = adt(msh=MSH.replace("20260601113000", "20260601113000+0100"), evn="")
    assert understood(raw, NEW_YORK).told_at == understood(raw).told_at == datetime(2026, 6, 1, 10, 30, tzinfo=UTC)


def test_the_default_day_of_leaving_is_the_day_of_coming_by_the_feeds_own_clock() -> None:
    # An evening in New York is the next day in London.
    raw = adt(pv1=segment("PV1", f44="20260601220000"), more=segment("PV2", f9="20260601"))
    reading = understood(raw, NEW_YORK)
    assert reading.visit
    assert reading.visit.expected_discharge is None
    zoned = adt(pv1=segment("PV1", f44="20260602020000Z"), more=segment("PV2", f9="20260601"))
    assert codes(understood(zoned, NEW_YORK)) == {"expected-discharge-default"}
    found = understood(zoned).visit
    assert found
    assert found.expected_discharge == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("zone", "written", "at", "doubt"),
    [
        ("Europe/London", "20261025013000", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "ambiguous-hour"),
        ("Europe/London", "20260329013000", datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "missing-hour"),
        ("Europe/Berlin", "20261025023000", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "ambiguous-hour"),
        ("America/New_York", "20261101013000", datetime(2026, 11, 1, 5, 30, tzinfo=UTC), "ambiguous-hour"),
        ("America/New_York", "20260308023000", datetime(2026, 3, 8, 7, 30, tzinfo=UTC), "missing-hour"),
        ("America/New_York", "20261025013000", datetime(2026, 10, 25, 5, 30, tzinfo=UTC), None),
        ("Asia/Kolkata", "20260329013000", datetime(2026, 3, 28, 20, tzinfo=UTC), None),
    ],
)
def test_an_hour_that_comes_twice_or_never_is_settled_and_said_once(
    zone: str, written: str, at: datetime, doubt: str | None
) -> None:
    raw = adt(
        msh=MSH.replace("20260601113000", written),
        evn=EVN.replace("20260601113000", written).replace("20260601112900", written),
        pv1=segment("PV1", f44=written),
    )
    reading = understood(raw, FeedSettings(time_zone=zone), received_at=datetime(2026, 12, 1, tzinfo=UTC))
    assert (reading.told_at, reading.event_time.at) == (at, at)
    assert [one.code for one in reading.warnings] == ([doubt] if doubt else [])
