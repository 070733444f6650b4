"""Midnight: everybody's night is frozen once, in every system; what was missed while nobody worked is made up."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import asyncpg

from app.domain.case import AcceptReferral, CloseCase
from app.domain.case.outcome import Outcome
from app.domain.local_time import local_date, midnight_after
from app.domain.spell import EndSpell, ReviewCriteria, ReviewOutcome, WayOut
from app.domain.values import Role, SpellId, Stream, stream
from app.embedded import EmbeddedPostgres
from app.events.midnight import freeze_nights
from tests.events.in_a_bed import in_a_bed, no_longer
from tests.facts import Installation

NIGHT = date(2026, 10, 24)
"""The night in which the clocks go back: it is over at one in the morning less an hour, by the wall."""
ONE = timedelta(days=1)
MORNING = datetime(2026, 10, 25, 6, tzinfo=UTC)


async def test_a_night_is_frozen_once_for_whoever_was_ready_in_a_bed(place: Installation) -> None:
    ready, left = await _ready(place), await _ready(place, bed="A1-02")
    await place.admit(bed="A1-03", at=datetime(2026, 10, 22, 9, tzinfo=UTC))
    gone = EndSpell(
        spell_id=left,
        how=WayOut.DISCHARGED,
        by=place.by(Role.WARD_NURSE),
        at=midnight_after(NIGHT) - timedelta(hours=2),
    )
    await place.do(gone)
    await freeze_nights(place.database, place.hints, MORNING)
    both, ours = sorted([ready, left]), "HP7"
    assert await _nights(place) == [*((each, NIGHT - ONE, ours) for each in both), (ready, NIGHT, ours)]
    head = await _head(place)
    await freeze_nights(place.database, place.hints, MORNING)
    assert await _head(place) == head


async def test_nights_missed_are_made_up_when_the_process_comes_back(place: Installation) -> None:
    ready = await _ready(place)
    await freeze_nights(place.database, place.hints, MORNING + 3 * ONE)
    first = date(2026, 10, 23)
    assert [night for spell, night, _ in await _nights(place) if spell == ready] == [first + n * ONE for n in range(5)]


async def test_each_night_is_told_by_the_case_that_was_live_then(place: Installation) -> None:
    ready, noon = await _ready(place), datetime(2026, 10, 23, 12, tzinfo=UTC)
    first, second = (replace(place.referral(ready), at=noon + n * ONE) for n in (0, 2))
    hub: dict[str, Any] = {"case_id": first.case_id, "by": place.by(Role.HUB_LEAD)}
    await place.do(first)
    await place.do(AcceptReferral(case_manager=place.staff[Role.CASE_MANAGER], at=noon, **hub))
    await place.do(CloseCase(outcome=Outcome.PERSON_DECLINED, words=None, at=noon + ONE, **hub))
    await place.do(second)
    await freeze_nights(place.database, place.hints, MORNING + ONE)
    nights = [reason for spell, _, reason in await _nights(place) if spell == ready]
    assert nights == ["CT1", "HP7", "CT1"], "no pathway yet, no case, and once more no pathway"


async def test_a_night_of_which_a_late_correction_tells_is_frozen_once_it_is_known(place: Installation) -> None:
    ready = await _ready(place)
    await freeze_nights(place.database, place.hints, MORNING)
    await place.do(_no_longer(place, ready, datetime(2026, 10, 22, 15, tzinfo=UTC)))
    await freeze_nights(place.database, place.hints, MORNING + timedelta(minutes=1))
    assert [night.day for spell, night, _ in await _nights(place) if spell == ready] == [22, 23, 24]


async def test_a_correction_that_reaches_back_for_weeks_freezes_every_night(place: Installation) -> None:
    _, ready = await place.admit(at=MORNING - 30 * ONE)
    await place.do(_no_longer(place, ready, MORNING - 22 * ONE))
    await freeze_nights(place.database, place.hints, MORNING)
    assert len(await _nights(place)) == 22


async def test_one_stay_that_cannot_be_read_keeps_nobody_elses_night(
    place: Installation, postgres: EmbeddedPostgres
) -> None:
    broken, ready = await _ready(place), await _ready(place, bed="A1-02")
    async with newer_than_known(postgres, stream("spell", broken)):
        await freeze_nights(place.database, place.hints, MORNING)
        assert {spell for spell, _, _ in await _nights(place)} == {ready}
    await freeze_nights(place.database, place.hints, MORNING)
    assert {spell for spell, _, _ in await _nights(place)} == {ready, broken}


async def test_a_night_in_a_community_bed_is_frozen_once_and_a_late_review_tells_of_earlier_ones(
    place: Installation,
) -> None:
    search, stay = await in_a_bed(place, days=5)
    now = datetime.now(UTC)
    await place.do(no_longer(search, stay, now - 2 * ONE))
    await freeze_nights(place.database, place.hints, now)
    nights = [local_date(now) - n * ONE for n in (2, 1)]
    assert await _nights_of_stay(place, stay) == [(night, None) for night in nights]
    head = await _head(place)
    await freeze_nights(place.database, place.hints, now)
    assert await _head(place) == head

    await place.do(no_longer(search, stay, now - 3 * ONE))
    await freeze_nights(place.database, place.hints, now + timedelta(minutes=1))
    assert [night for night, _ in await _nights_of_stay(place, stay)] == [nights[0] - ONE, *nights]


async def test_nobody_whose_stay_was_closed_with_the_case_has_nights_since(place: Installation) -> None:
    search, stay = await in_a_bed(place, days=5)
    now = datetime.now(UTC)
    await place.do(no_longer(search, stay, now - 3 * ONE))
    await place.do(CloseCase(outcome=Outcome.DIED, words=None, **search.said() | {"at": now - 2 * ONE}))
    await freeze_nights(place.database, place.hints, now)
    assert await _nights_of_stay(place, stay) == [(local_date(now) - 3 * ONE, None)]


@asynccontextmanager
async def newer_than_known(postgres: EmbeddedPostgres, unread: Stream) -> AsyncIterator[None]:
    """Meanwhile this version does not know what was recorded there."""
    owner = await asyncpg.connect(postgres.url(role="owner"))
    await owner.execute("UPDATE event SET type = 'Newer' || type WHERE stream = $1", unread)
    try:
        yield
    finally:
        await owner.execute("UPDATE event SET type = substr(type, 6) WHERE stream = $1", unread)
        await owner.close()


async def _ready(place: Installation, bed: str = "A1-01") -> SpellId:
    """Somebody who no longer met the criteria on the morning of the 23rd."""
    at = datetime(2026, 10, 23, 10, tzinfo=UTC)
    _, spell = await place.admit(bed=bed, at=at - timedelta(days=1))
    await place.do(_no_longer(place, spell, at))
    return spell


def _no_longer(place: Installation, spell: SpellId, at: datetime) -> ReviewCriteria:
    told: dict[str, Any] = {"outcome": ReviewOutcome.NO_LONGER_MEETS, "criteria": frozenset()}
    return ReviewCriteria(spell_id=spell, review_id=uuid4(), by=place.by(Role.WARD_CLINICIAN), at=at, **told)


async def _nights(place: Installation) -> list[tuple[Any, ...]]:
    rows = await place.database.reads.fetch(
        "SELECT spell_id, night, reason FROM night_1 WHERE system_id = $1 ORDER BY night, spell_id", place.system
    )
    return [tuple(row) for row in rows]


async def _nights_of_stay(place: Installation, stay: UUID) -> list[tuple[Any, ...]]:
    asked = "SELECT night, reason FROM stay_night_1 WHERE system_id = $1 AND stay_id = $2 ORDER BY night"
    return [tuple(row) for row in await place.database.reads.fetch(asked, place.system, stay)]


async def _head(place: Installation) -> int:
    head: int = await place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", place.system)
    return head
