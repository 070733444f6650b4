"""The waiting room tries what waits again when that changed for which it waits: once, and nobody starves another."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from app.database import Database
from app.domain.system import AddSite, AddWard
from app.domain.values import SiteId, WardId
from app.intake.adt import waiting_room
from app.intake.adt.waiting_room import look_through
from app.intake.settings import FeedSettings
from tests.facts import MONDAY, Installation
from tests.intake.adt.feeding import OTTO, Hospital, fetch
from tests.intake.adt.systems import BY, a_hospital, add_wards, set_up


async def look(hospital: Hospital) -> int:
    """How many of its messages were tried."""
    before = await _written(hospital)
    await look_through(hospital.place.database, hospital.place.hints)
    return len(await _written(hospital) - before)


async def _written(hospital: Hospital) -> set[tuple[int, str]]:
    """Each message, and the transaction that wrote it last."""
    rows = await fetch(hospital, "SELECT message_id, xmin::text FROM feed_message WHERE system_id = $1")
    return {(row[0], row[1]) for row in rows}


def common(place: Installation) -> dict[str, Any]:
    return {"system_id": place.system, "by": BY, "at": MONDAY}


async def without_telling(hospital: Hospital, raw: bytes) -> None:
    """Send it, as if the process had died before it placed what waited for it."""
    await fetch(hospital, "UPDATE feed_message SET waits_for = 'away ' || waits_for WHERE system_id = $1")
    assert await hospital.send(raw) == "AA"
    await fetch(hospital, "UPDATE feed_message SET waits_for = substr(waits_for, 6) WHERE system_id = $1")


async def test_news_of_somebody_who_is_only_expected_is_not_tried_again_until_they_come(hospital: Hospital) -> None:
    await hospital.tell("A05", kind="P")
    assert await hospital.tell("A02", ward="BIRCH", bed="B1", at="11:30") == "waiting: unknown-visit"
    assert [await look(hospital), await look(hospital)] == [0, 0]
    await without_telling(hospital, hospital.write("A01", sent="12:10"))
    assert await look(hospital) == 1
    assert (await hospital.came_of())[1] == "applied"
    assert await look(hospital) == 0


async def test_a_ward_whose_code_two_sites_use_is_not_tried_again_until_the_settings_tell_which(
    hospital: Hospital,
) -> None:
    await add_wards(hospital.place, {"ELM": "1"})
    place, site = hospital.place, SiteId(uuid4())
    await place.do(AddSite(site_id=site, code="2", name="Southmoor", organisation_id=place.trust, **common(place)))
    await place.do(AddWard(ward_id=WardId(uuid4()), code="ELM", name="Elm", site_id=site, beds=(), **common(place)))
    assert await hospital.tell("A01", ward="ELM", bed="1") == "waiting: unknown-ward"
    assert [await look(hospital), await look(hospital)] == [0, 0]
    await set_up(hospital, FeedSettings(site_id=hospital.place.site))
    assert await look(hospital) == 1
    assert await hospital.beds() == ["ELM 1 Marrow"]


async def test_what_was_kept_before_tries_were_noted_is_tried_once(hospital: Hospital) -> None:
    await hospital.tell("A01")
    await hospital.tell("A03", at="12:00")
    assert await hospital.tell("A02", at="12:30") == "waiting: spell-is-over"
    await fetch(hospital, "UPDATE feed_message SET tried_as_of = NULL WHERE system_id = $1")
    assert [await look(hospital), await look(hospital)] == [1, 0]


async def test_what_the_stay_refused_is_tried_again_when_the_stay_has_changed(hospital: Hospital) -> None:
    await hospital.tell("A01", sent="12:01")
    await hospital.tell("A03", at="12:00", sent="12:02")
    move = hospital.write("A02", ward="BIRCH", bed="B1", at="12:30", sent="12:31")
    assert await hospital.send(move) == "AA"
    assert (await hospital.came_of())[-1] == "waiting: spell-is-over"
    assert await look(hospital) == 0
    await without_telling(hospital, hospital.write("A13", at="12:10", sent="12:11"))
    assert await look(hospital) == 1
    assert await hospital.beds() == ["BIRCH B1 Marrow"]


async def test_however_many_wait_in_one_system_another_is_served_in_the_same_pass(
    database: Database, hospital: Hospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_room, "AT_ONCE", 2)
    other = await a_hospital(database)
    for each in (hospital, other):
        for n in range(5):
            await each.tell("A01", replace(OTTO, numbers=f"H{n}^^^RXX^MR"), ward="ELM", bed=str(n), visit=f"V{n}")
        await add_wards(each.place, {"ELM": "0"})
    await look(hospital)
    for each in (hospital, other):
        assert set(await each.came_of()) == {"applied"}


async def test_a_message_that_faults_holds_up_no_other_and_is_left_until_something_changes(
    hospital: Hospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    await hospital.tell("A01", ward="ELM", bed="1", sent="12:01")
    await hospital.tell("A01", OTTO, ward="ELM", bed="2", visit="V2", sent="12:02")
    await add_wards(hospital.place, {"ELM": "1"})
    await fetch(hospital, "UPDATE feed_message SET decision = '{\"kind\": \"of a newer version\"}' WHERE message_id = ("
                " SELECT min(message_id) FROM feed_message WHERE system_id = $1)")  # fmt: skip
    assert await look(hospital) == 2
    assert await hospital.beds() == ["ELM 2 Pepper"]
    assert await look(hospital) == 0
