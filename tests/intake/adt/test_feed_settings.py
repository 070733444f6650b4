"""Each feed is read by its own settings: what it may change, what it calls wards and classes, where its clock is."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.codes.patient_classes import PatientClass
from app.intake.adt.waiting_room import look_through
from app.intake.settings import FeedSettings, IdentifierTag, Trusted
from tests.intake.adt.feeding import IDA, Hospital, assert_sound, fetch
from tests.intake.adt.systems import add_wards, set_up

CHANGED = replace(IDA, phone="01632 960777")


def without(*untrusted: Trusted) -> FeedSettings:
    return FeedSettings(trusted=frozenset(Trusted) - set(untrusted))


@pytest.mark.parametrize(
    ("untrusted", "trigger", "said"),
    [
        (Trusted.PLACE, "A02", {"ward": "BIRCH", "bed": "B1"}),
        (Trusted.PLACE, "A08", {"bed": "A1-02"}),
        (Trusted.PLACE, "A12", {"bed": "A1-02"}),
        (Trusted.CLASS, "A06", {"kind": "E"}),
        (Trusted.CLASS, "A08", {"kind": "E"}),
        (Trusted.EXPECTED_DISCHARGE, "A08", {"edd": "20260605"}),
        (Trusted.EXPECTED_DISCHARGE, "A16", {"edd": "20260605"}),
        (Trusted.MEDICALLY_FIT, "A08", {"fit": "Y"}),
        (Trusted.LEAVING, "A03", {"method": "1"}),
        (Trusted.LEAVING, "A13", {}),
    ],
)
async def test_what_a_feed_is_not_trusted_with_changes_nothing(
    hospital: Hospital, untrusted: Trusted, trigger: str, said: dict[str, str]
) -> None:
    await set_up(hospital, without(untrusted))
    await hospital.tell("A01")
    head = await hospital.head()
    assert await hospital.tell(trigger, IDA, **said) == "applied"
    assert await hospital.head() == head


async def test_a_feed_not_trusted_with_details_still_adds_numbers_to_people_it_did_not_register(
    hospital: Hospital,
) -> None:
    await hospital.tell("A01", replace(IDA, numbers="H1^^^RXX^MR"))
    await set_up(hospital, without(Trusted.DETAILS))
    assert await hospital.tell("A08", CHANGED) == "applied"
    assert (await hospital.people())[0]["phone"] == "01632 960001"
    assert len(await hospital.numbers()) == 2


async def test_a_feed_not_trusted_with_deaths_ends_nothing_by_them(hospital: Hospital) -> None:
    await set_up(hospital, without(Trusted.DEATH))
    await hospital.tell("A01")
    assert await hospital.tell("A31", replace(IDA, died="Y")) == "applied"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]


async def test_a_ward_is_called_what_the_map_of_its_feed_calls_it(hospital: Hospital) -> None:
    await set_up(hospital, FeedSettings(wards={"ELM-7": hospital.place.other_ward}))
    assert await hospital.tell("A01", ward="ELM-7", bed="B1") == "applied"
    assert await hospital.beds() == ["BIRCH B1 Marrow"]


async def test_a_ward_that_is_none_of_ours_is_recorded_and_nobody_is_registered(hospital: Hospital) -> None:
    await set_up(hospital, FeedSettings(wards={"SPA": None}))
    assert await hospital.tell("A01", ward="SPA") == "recorded: ward-not-ours"
    assert await hospital.people() == []
    assert (await hospital.kept())[-1]["words"]


async def test_who_goes_to_a_ward_that_is_none_of_ours_such_as_theatre_keeps_the_bed(hospital: Hospital) -> None:
    await set_up(hospital, FeedSettings(wards={"SPA": None}))
    await hospital.tell("A01")
    assert await hospital.tell("A02", ward="SPA", at="11:30") == "recorded: ward-not-ours"
    assert await hospital.beds() == ["ASH A1-01 Marrow"]


async def test_times_without_a_zone_are_on_the_clocks_of_the_feed(hospital: Hospital) -> None:
    await set_up(hospital, FeedSettings(time_zone="UTC"))
    await hospital.tell("A01", admitted="10:00")
    assert (await hospital.spell())["admitted_at"] == datetime(2026, 6, 1, 10, 0, tzinfo=UTC)


async def test_classes_are_read_by_the_map_of_the_feed(hospital: Hospital) -> None:
    await set_up(hospital, FeedSettings(classes={"ZZ": PatientClass.INPATIENT, "I": PatientClass.OUTPATIENT}))
    assert await hospital.tell("A01", kind="I") == "recorded: not-a-stay"
    assert await hospital.tell("A01", kind="zz") == "applied"


async def test_numbers_are_read_by_the_tags_of_the_feed(hospital: Hospital) -> None:
    await set_up(hospital, FeedSettings(hospital_tags=(IdentifierTag(authority="OLD"),)))
    await hospital.tell("A01", replace(IDA, numbers="H1^^^RXX^MR~K9^^^OLD^XX"))
    assert await hospital.numbers() == [("hospital", "K9")]


async def test_a_feed_of_one_site_knows_the_wards_of_that_site_only(hospital: Hospital) -> None:
    await set_up(hospital, FeedSettings(site_id=hospital.place.site))
    assert await hospital.tell("A01") == "applied"


async def test_what_waits_for_a_ward_is_placed_when_that_ward_is_added(hospital: Hospital) -> None:
    await hospital.tell("A01", ward="ELM", bed="1")
    await hospital.tell("A02", ward="ELM", bed="2", at="11:30")
    assert await hospital.came_of() == ["waiting: unknown-ward", "waiting: unknown-visit"]
    await add_wards(hospital.place, {"ELM": "1"})
    await look_through(hospital.place.database, hospital.place.hints)
    assert await hospital.came_of() == ["applied", "applied"]
    assert await hospital.beds() == ["ELM 2 Marrow"]
    await assert_sound(hospital.place.database, hospital.place.system)


async def test_the_warnings_of_a_message_are_kept_with_it(hospital: Hospital) -> None:
    await hospital.tell("A01", replace(IDA, numbers="H1^^^RXX^MR~9304026319^^^NHS^NH"))
    assert [doubt["code"] for doubt in await hospital.doubts()] == ["nhs-number-unverified"]
    rows = await fetch(hospital, "SELECT waits_for FROM feed_message WHERE system_id = $1")
    assert [row["waits_for"] for row in rows] == [None]
