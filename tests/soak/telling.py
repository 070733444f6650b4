"""The hospital's own system: a line that tells each message until it is accepted. A stay is a list of beds."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import UTC, datetime

from app.example.messages import Bed
from app.example.people import person
from app.intake.adt.sender import Sent, send
from bench.adt import Stay, Writer
from tests.soak.recorder import now
from tests.soak.town import Town

ANSWER_SECONDS = 8.0
PAUSE_SECONDS = 0.6
MOST_MOVES = 6


async def tell(town: Town, port: int) -> None:
    """One line, on which messages go in order, until told to go home."""
    waiting = asyncio.Queue[bytes]()

    async def messages() -> AsyncGenerator[bytes, None]:
        while True:
            yield await waiting.get()

    writer, number = Writer(town.installation.system.hex[:6].upper()), 0
    async with aclosing(
        send(messages(), "127.0.0.1", port, answer_timeout=ANSWER_SECONDS, give_up_after=None)
    ) as answers:
        line = _Line(town, waiting, answers, writer)
        while not town.ending:
            number += 1
            await line.one_stay(number)


class _Line:
    def __init__(
        self, town: Town, waiting: "asyncio.Queue[bytes]", answers: AsyncGenerator[Sent, None], writer: Writer
    ) -> None:
        self._town, self._waiting, self._answers, self._writer = town, waiting, answers, writer

    async def one_stay(self, number: int) -> None:
        """Somebody comes, is moved from bed to bed, and leaves."""
        visit = f"{self._town.name} visit {number}"
        beds = [Bed("ASH", f"{number}-{n}") for n in range(self._town.chance.randint(1, MOST_MOVES) + 1)]
        stay = Stay(person=person(7, number), bed=beds[0], admitted_at=datetime.now(UTC))
        await self._into_bed(visit, "A01", stay)
        for bed in beds[1:]:
            await asyncio.sleep(self._town.chance.uniform(0, 2 * PAUSE_SECONDS))
            stay.prior, stay.bed = stay.bed, bed
            await self._into_bed(visit, "A02", stay)
        stay.left_at = datetime.now(UTC)
        await self._tell("A03", stay)

    async def _into_bed(self, visit: str, trigger: str, stay: Stay) -> None:
        invoked = now()
        answered: float | None = None
        try:
            if await self._tell(trigger, stay):
                answered = now()
        finally:  # the end of the run may come before the answer
            self._town.recorder.append(visit, stay.bed.label, invoked, answered)

    async def _tell(self, trigger: str, stay: Stay) -> bool:
        self._waiting.put_nowait(self._writer.message(trigger, stay, datetime.now(UTC)))
        sent = await anext(self._answers)
        if sent.code == "AA":
            self._town.recorder.progress[f"{self._town.name} line"] += 1
        else:
            self._town.recorder.fault(f"{trigger} is answered {sent.code} {sent.words}")
        return sent.code == "AA"
