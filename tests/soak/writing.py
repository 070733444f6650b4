"""Writers by HTTP: they begin cases, and several at once write notes on the same ones; some are impatient."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.soak.asking import Client, client
from tests.soak.recorder import now
from tests.soak.town import Town

OPEN_CASES = 4
NOTES_A_CASE = 40
PAUSE_SECONDS = 0.25
SENT_TWICE, SENT_LATER, GIVEN_UP = 0.1, 0.05, 0.25


async def write(town: Town) -> None:
    """One nurse, until told to go home."""
    written: dict[UUID, int] = {}
    said: list[tuple[str, dict[str, Any]]] = []
    async with client(town) as nurse:
        while not town.ending:
            if len(town.cases) < OPEN_CASES:
                await _begin_case(town, nurse)
            if town.cases:
                case = town.chance.choice(town.cases)
                said.append(await _write_note(town, nurse, case))
                written[case] = written.get(case, 0) + 1
                if written[case] >= NOTES_A_CASE and case in town.cases:
                    town.cases.remove(case)
            if said and town.chance.random() < SENT_LATER:
                await nurse.command(*town.chance.choice(said[-50:]))
            await asyncio.sleep(town.chance.uniform(0, 2 * PAUSE_SECONDS))


async def _begin_case(town: Town, nurse: Client) -> None:
    spell, case = town.new_id(), town.new_id()
    place = town.installation
    admission = {
        "person": {"family": "Example", "given": "Ada"},
        "ward_id": str(place.ward),
        "bed": f"S{town.chance.randint(1, 999)}",
        "admitted_at": (datetime.now(UTC) - timedelta(hours=1)).isoformat(),
    }
    referral = {
        "spell_id": str(spell),
        "hub_id": str(place.hub),
        "needs": {"needs": ["meals"]},
        "why_in_hospital": "Lives alone.",
    }
    if await nurse.command(f"spells/{spell}", admission) and await nurse.command(f"cases/{case}/referral", referral):
        town.cases.append(case)


async def _write_note(town: Town, nurse: Client, case: UUID) -> tuple[str, dict[str, Any]]:
    """Sent twice at once now and then, as by whoever clicks twice; or given up at the first silence."""
    note = town.new_id()
    path, body = f"cases/{case}/notes/{note}", {"audience": "everyone", "words": f"Note {note}."}
    tries = 1 if town.chance.random() < GIVEN_UP else None
    times = 2 if town.chance.random() < SENT_TWICE else 1
    invoked, answered = now(), list[float]()

    async def say() -> None:
        if await nurse.command(path, body, tries=tries):
            answered.append(now())

    await asyncio.gather(*(say() for _ in range(times)))
    town.recorder.append(str(case), str(note), invoked, min(answered, default=None))
    return path, body
