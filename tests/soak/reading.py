"""Readers by HTTP: what the page of a case says is promised to hold all that was acknowledged before it was asked."""

import asyncio

from tests.soak.asking import Client, client
from tests.soak.history import Read
from tests.soak.recorder import in_order, now
from tests.soak.town import Town

PAUSE_SECONDS = 0.5


async def read(town: Town, reader: str) -> None:
    """Open one case after another, until told to go home."""
    async with client(town) as nurse:
        while not town.ending:
            if town.cases:
                await read_case(nurse, str(town.chance.choice(town.cases)), reader)
            await asyncio.sleep(PAUSE_SECONDS)


async def read_case(nurse: Client, case: str, reader: str) -> bool:
    """Whether it was answered."""
    recorder, invoked = nurse.town.recorder, now()
    answer = await nurse.ask("GET", f"cases/{case}")
    if answer is None or answer.status_code == 503:
        return False
    if not answer.is_success:
        recorder.fault(f"a case is answered with {answer.status_code} {answer.text}")
        return False
    notes = {note["note_id"]: note["position"] for note in answer.json()["notes"]}
    recorder.reads.append(Read(case, tuple(in_order(notes)), invoked, now(), reader))
    return True
