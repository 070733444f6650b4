"""A full ward of 28 invented people, each as a morning finds them, for the tests of the whole-ward review."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from app.domain.codes.criteria import Criterion
from app.domain.local_time import local_date
from app.domain.spell import ExpectDischarge, ReviewCriteria, ReviewOutcome
from app.domain.values import Role, SpellId
from tests.facts import Installation

BEDS = 28
DAY = timedelta(days=1)
_FAMILY = ("Ashdown", "Birchall", "Cedarwood", "Dunmore", "Elmfield", "Fernleigh", "Gorsehill")


async def a_full_ward(town: Installation) -> list[SpellId]:
    """Their stays in bed order; all were reviewed yesterday morning, every third no longer meets."""
    return [await _somebody(town, n) for n in range(1, BEDS + 1)]


async def recorded(town: Installation, name: str) -> int:
    """How many events of this stored name the system has."""
    async with town.database.reads.acquire() as connection:
        count: int = await connection.fetchval(
            "SELECT count(*) FROM event WHERE system_id = $1 AND type = $2", town.system, name
        )
    return count


async def _somebody(town: Installation, n: int) -> SpellId:
    now = datetime.now(UTC)
    given = ("Ada", "Ben", "Cora", "Dev")[n % 4]
    named = {"family": f"{_FAMILY[n % 7]}{n:02d}", "given": given, "birth_date": local_date(now - (70 * 365 + n) * DAY)}
    _, spell = await town.admit(bed=f"A{n}", at=now - (n + 2) * DAY, **named)
    ready = n % 3 == 0
    reviewed = ReviewCriteria(
        spell_id=spell,
        review_id=uuid4(),
        outcome=ReviewOutcome.NO_LONGER_MEETS if ready else ReviewOutcome.MEETS,
        criteria=frozenset() if ready else frozenset({Criterion.OXYGEN}),
        by=town.by(Role.WARD_CLINICIAN),
        at=now - timedelta(hours=26),
    )
    await town.do(reviewed)
    if n % 4:
        on = local_date(now) + (n % 5) * DAY
        await town.do(ExpectDischarge(spell_id=spell, expected_on=on, by=town.by(Role.WARD_NURSE), at=now))
    return spell
