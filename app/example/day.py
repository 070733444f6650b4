"""A hospital's day in the example: people come, move and go home without the hub; mistakes are put right."""

import asyncio
from random import Random

from app.example.desk import Row
from app.example.hospital import FULL, Hospital, free_beds
from app.example.messages import Bed, Stay
from app.example.places import Ward

BAND = 0.06
"""How far from its usual share of taken beds a ward may stray."""

MISTAKE_SECONDS = 3.0
"""How long a mistake stands before it is put right, at the usual pace."""


class Day:
    """`pace` is how many times faster than usual the example lives."""

    def __init__(self, hospital: Hospital, chance: Random, pace: float) -> None:
        self._hospital = hospital
        self._chance = chance
        self._pace = pace

    async def go_on(self, ward: Ward, rows: list[Row], have_case: set[str]) -> None:
        """One thing happens on this ward; people with a case leave as the hub has planned, not here."""
        share, beds = len(rows) / ward.size, free_beds(ward, rows)
        home_today = [row for row in rows if row["id"] not in have_case and row["criteria"] == "no_longer_meets"]
        if share < FULL - BAND and beds:
            await self._hospital.admit(self._chance.choice(beds))
        elif share > FULL + BAND and home_today:
            await self._discharge(home_today)
        else:
            await self._anything(beds, rows, home_today)

    async def _anything(self, beds: list[Bed], rows: list[Row], home_today: list[Row]) -> None:
        what = self._chance.choices(("come", "go", "move", "correct", "mistake"), (42, 28, 18, 6, 6))[0]
        match what:
            case "come" if beds:
                await self._hospital.admit(self._chance.choice(beds))
            case "go" if home_today:
                await self._discharge(home_today)
            case "move" if rows and beds:
                stay = await self._somebody(rows)
                if stay:
                    await self._hospital.move(stay, self._chance.choice(beds))
            case "correct" if rows:
                stay = await self._somebody(rows)
                if stay:
                    await self._hospital.correct_details(stay)
            case "mistake" if rows and beds:
                await self._mistake(rows, self._chance.choice(beds))

    async def _discharge(self, home_today: list[Row]) -> None:
        stay = await self._somebody(home_today)
        if stay:
            await self._hospital.discharge(stay)

    async def _mistake(self, rows: list[Row], bed: Bed) -> None:
        """Told, and taken back a moment later: an admission, a move or a discharge."""
        hospital = self._hospital
        what, stay = self._chance.choice(("admission", "move", "discharge")), await self._somebody(rows)
        if what == "admission" or stay is None:
            wrong = await hospital.admit(bed)
            await self._moment()
            await hospital.cancel_admission(wrong)
        elif what == "move":
            moved = await hospital.move(stay, bed)
            await self._moment()
            await hospital.cancel_move(moved, stay.bed)
        else:
            left = await hospital.discharge(stay)
            await self._moment()
            await hospital.cancel_discharge(left)

    async def _somebody(self, rows: list[Row]) -> Stay | None:
        return await self._hospital.stay(str(self._chance.choice(rows)["id"]))

    async def _moment(self) -> None:
        await asyncio.sleep(MISTAKE_SECONDS / self._pace)
