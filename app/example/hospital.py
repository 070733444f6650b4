"""The example hospital: it admits, moves and discharges, and tells so over MLLP as a real one would.

It remembers nothing: who is where it reads from the ward lists, and who they are from their hospital numbers.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from app.example.desk import Desk, Row
from app.example.line import Line
from app.example.messages import Bed, Stay, message
from app.example.people import number_of, person
from app.example.places import WARDS, Ward

FULL = 0.75
"""The share of beds that are taken."""

LONGEST_STAY = timedelta(days=25)


class Hospital:
    """`reader` may see ward lists; `seed` decides who comes, `chance` what happens."""

    def __init__(self, line: Line, reader: Desk, seed: int, chance: Random) -> None:
        self._line = line
        self._reader = reader
        self._seed = seed
        self._chance = chance
        self._next = 0

    async def fill(self) -> None:
        """Admit people until every ward is as full as it usually is."""
        for ward in WARDS:
            beds = free_beds(ward, await self._reader.ward(ward.id))
            missing = len(beds) - round(ward.size * (1 - FULL))
            for bed in sorted(self._chance.sample(beds, max(missing, 0)), key=lambda bed: bed.label):
                await self.admit(bed)

    async def admit(self, bed: Bed) -> Stay:
        """Someone new comes; they may have been elsewhere in the hospital for days, as the example's time runs fast."""
        here_for = min(timedelta(days=self._chance.expovariate(1 / 5)), LONGEST_STAY)
        at = _now() - here_for
        stay = Stay(person=person(self._seed, await self._next_number()), bed=bed, admitted_at=at)
        await self._tell("A01", stay, at)
        return stay

    async def move(self, stay: Stay, to: Bed) -> Stay:
        """To another bed."""
        moved = replace(stay, bed=to, prior=stay.bed)
        await self._tell("A02", moved, _now())
        return moved

    async def discharge(self, stay: Stay) -> Stay:
        """Out of hospital, now."""
        left = replace(stay, left_at=_now())
        await self._tell("A03", left, _now())
        return left

    async def correct_details(self, stay: Stay) -> None:
        """Another telephone number."""
        phone = f"01632 960{self._chance.randint(0, 999):03d}"
        await self._tell("A08", replace(stay, person=replace(stay.person, phone=phone)), _now())

    async def cancel_admission(self, stay: Stay) -> None:
        """It was a mistake."""
        await self._tell("A11", stay, _now())

    async def cancel_move(self, moved: Stay, back_in: Bed) -> None:
        """They stayed where they were."""
        await self._tell("A12", replace(moved, bed=back_in, prior=None), _now())

    async def cancel_discharge(self, left: Stay) -> None:
        """They are still here."""
        await self._tell("A13", replace(left, left_at=None), _now())

    async def stay(self, spell_id: str) -> Stay | None:
        """The stay behind a row; None for someone who was not admitted by this hospital's messages."""
        page = await self._reader.read(f"/api/v1/spells/{spell_id}")
        if page is None or page["person"] is None:
            return None
        numbers = [number_of(each) for each in page["person"]["hospital_numbers"]]
        ours = next((number for number in numbers if number is not None), None)
        ward = next((ward for ward in WARDS if str(ward.id) == page["spell"]["ward_id"]), None)
        if ours is None or ward is None:
            return None
        return Stay(
            person=person(self._seed, ours),
            bed=Bed(ward.code, page["spell"]["bed"]),
            admitted_at=datetime.fromisoformat(page["spell"]["admitted_at"]),
        )

    async def _tell(self, trigger: str, stay: Stay, at: datetime) -> None:
        await self._line.tell(message(trigger, stay, at=at, sent_at=_now()))

    async def _next_number(self) -> int:
        if not self._next:
            self._next = await self._first_unknown()
        self._next += 1
        return self._next - 1

    async def _first_unknown(self) -> int:
        """Numbers are given in order, so a search in halves finds where an earlier start left off."""
        above = 1
        while await self._is_known(above):
            above *= 2
        below = above // 2
        while above - below > 1:
            middle = (below + above) // 2
            below, above = (middle, above) if await self._is_known(middle) else (below, middle)
        return above

    async def _is_known(self, number: int) -> bool:
        return bool(await self._reader.search(person(self._seed, number).hospital_number))


def free_beds(ward: Ward, rows: list[Row]) -> list[Bed]:
    """The beds of a ward in which nobody is."""
    taken = {row["bed"] for row in rows}
    return [Bed(ward.code, label) for label in ward.beds if label not in taken]


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
