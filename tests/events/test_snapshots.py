"""The weekly snapshot: the reason at its instant is kept once of everybody; what a standstill missed is made up."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from app.domain.case import CloseCase
from app.domain.case.outcome import Outcome
from app.domain.practice import DelayReporting, SetPractice
from app.domain.spell import EndSpell, ReviewCriteria, ReviewOutcome, WayOut
from app.domain.values import Role, SpellId, stream
from app.embedded import EmbeddedPostgres
from app.events.practice import reporting_in, shipped
from app.events.practice.weekly import snapshots_due
from app.events.snapshots import take_snapshots
from app.views.delay import still_here
from tests.events.in_a_bed import in_a_bed, no_longer
from tests.events.test_midnight import newer_than_known
from tests.facts import Installation

ONE = timedelta(days=1)
NOW = datetime.now(UTC)


async def test_it_is_taken_once_of_whoever_was_ready_then_and_again_records_nothing(place: Installation) -> None:
    instant = await _latest(place)
    ready, left = await _ready(place, instant - ONE), await _ready(place, instant - ONE, bed="A1-02")
    await _ready(place, instant + timedelta(minutes=1), bed="A1-03")
    by = place.by(Role.WARD_NURSE)
    await place.do(EndSpell(spell_id=left, how=WayOut.DISCHARGED, by=by, at=instant - timedelta(hours=1)))
    await take_snapshots(place.database, place.hints, NOW)
    assert await _taken(place) == [(ready, instant, "HP7", True, (instant - ONE).date())]
    head = await _head(place)
    await take_snapshots(place.database, place.hints, NOW)
    assert await _head(place) == head


async def test_every_one_that_was_missed_is_made_up_and_none_that_is_still_to_come(place: Installation) -> None:
    instant = await _latest(place)
    ready = await _ready(place, instant - 8 * ONE)
    await take_snapshots(place.database, place.hints, instant - timedelta(seconds=1))
    week = timedelta(days=7)
    assert [each[:2] for each in await _taken(place)] == [(ready, instant - week)]
    await take_snapshots(place.database, place.hints, NOW)
    assert [each[:2] for each in await _taken(place)] == [(ready, instant - week), (ready, instant)]


async def test_one_stay_that_cannot_be_read_keeps_nobody_elses(place: Installation, postgres: EmbeddedPostgres) -> None:
    instant = await _latest(place)
    broken, ready = await _ready(place, instant - ONE), await _ready(place, instant - ONE, bed="A1-02")
    async with newer_than_known(postgres, stream("spell", broken)):
        await take_snapshots(place.database, place.hints, NOW)
        assert [each[0] for each in await _taken(place)] == [ready]
    await take_snapshots(place.database, place.hints, NOW)
    assert {each[0] for each in await _taken(place)} == {ready, broken}


async def test_of_two_cases_of_one_stay_each_tells_in_its_own_time_in_a_snapshot_and_on_the_list(
    place: Installation,
) -> None:
    instant = await _latest(place)
    ready = await _ready(place, instant - 8 * ONE)
    first, second = place.referral(ready), place.referral(ready)
    hub = place.by(Role.HUB_LEAD)
    declined: dict[str, Any] = {"outcome": Outcome.PERSON_DECLINED, "words": None}
    await place.do(replace(first, at=instant - 9 * ONE))
    await place.do(CloseCase(case_id=first.case_id, by=hub, at=instant + ONE / 24, **declined))
    await place.do(replace(second, at=instant + ONE / 24))
    await take_snapshots(place.database, place.hints, NOW)
    assert {each[2] for each in await _taken(place)} == {"CT1"}, "the first was live, and awaited triage"
    async with place.database.reads.acquire() as connection:
        rule = await reporting_in(connection, place.system)
        [found] = await still_here(connection, place.system, rule, NOW)
    assert (found.case_id, found.reason, found.since) == (second.case_id, "CT1", instant - 8 * ONE)


async def test_it_is_taken_of_a_community_bed_too(place: Installation) -> None:
    instant = await _latest(place)
    search, stay = await in_a_bed(place, days=9)
    await place.do(no_longer(search, stay, instant - timedelta(hours=1)))
    await take_snapshots(place.database, place.hints, NOW)
    asked = "SELECT stay_id, taken_at, reason, told_late FROM stay_snapshot_1 WHERE system_id = $1"
    found = [tuple(row) for row in await place.database.reads.fetch(asked, place.system)]
    assert found == [(stay, instant, None, True)]


async def test_a_day_that_is_set_anew_adds_no_snapshot_of_the_time_before(place: Installation) -> None:
    instant = await _latest(place)
    [line] = shipped(DelayReporting).as_json()
    other = line | {"snapshot_at": "06:00"}
    lead = place.by(Role.HUB_LEAD)
    await place.do(SetPractice(practice=DelayReporting.kind, lines=(other,), by=lead, at=NOW))
    assert await _latest(place) == instant


async def _latest(place: Installation) -> datetime:
    async with place.database.reads.acquire() as connection:
        return (await snapshots_due(connection, place.system, NOW - 8 * ONE, NOW))[-1]


async def _ready(place: Installation, at: datetime, bed: str = "A1-01") -> SpellId:
    """Somebody who no longer met the criteria at that time, as is told now."""
    _, spell = await place.admit(bed=bed, at=at - ONE)
    told: dict[str, Any] = {"outcome": ReviewOutcome.NO_LONGER_MEETS, "criteria": frozenset()}
    by = place.by(Role.WARD_CLINICIAN)
    await place.do(ReviewCriteria(spell_id=spell, review_id=uuid4(), by=by, at=at, **told))
    return spell


async def _taken(place: Installation) -> list[tuple[SpellId, datetime, str | None, bool, date]]:
    asked = """SELECT spell_id, taken_at, reason, told_late, ready_on FROM snapshot_1
        WHERE system_id = $1 ORDER BY taken_at, spell_id"""
    return [tuple(row) for row in await place.database.reads.fetch(asked, place.system)]


async def _head(place: Installation) -> int:
    head: int = await place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", place.system)
    return head
