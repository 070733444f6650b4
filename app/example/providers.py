"""The example's providers: each looks after the counts of its own services, as its staff would."""

from collections.abc import Iterable
from datetime import UTC, datetime
from random import Random
from uuid import UUID

from app.example.desk import Desk, Row

NOTHING_CHANGED = 0.6
LATE = "provider-neighbours"
"""Who never counts before they are rung, so that the directory has somebody to ring."""


class Providers:
    """One desk for each organisation that runs services."""

    def __init__(self, desks: list[Desk], chance: Random) -> None:
        self._desks = desks
        self._chance = chance

    async def first_day(self) -> None:
        """Everybody says that their first count still holds, except who is always late."""
        for desk in self._desks:
            for service in await self._services(desk):
                if service["unconfirmed"] and desk.member.username != LATE:
                    await self._nothing_changed(desk, service)

    async def go_on(self) -> None:
        """Somebody looks after the service whose count is the oldest of theirs."""
        desk = self._chance.choice([desk for desk in self._desks if desk.member.username != LATE])
        services = sorted(await self._services(desk), key=lambda each: str(each["confirmed_at"] or ""))
        if not services:
            return
        if self._chance.random() < NOTHING_CHANGED:
            await self._nothing_changed(desk, services[0])
        else:
            await self._count(desk, services[0]["id"])

    async def fill_up(self, services: Iterable[str]) -> None:
        """All that run a line of these count themselves full: whoever waits for one waits until somebody leaves."""
        left = set(services)
        of = {each["id"]: (desk, each) for desk in self._desks for each in await self._services(desk)}
        lines = {each["line"] for key, (_, each) in of.items() if key in left}
        for key, (desk, each) in of.items():
            page = await desk.read(f"/api/v1/services/{key}") if each["line"] in lines else None
            if page and desk.member.username != LATE:
                free = {unit["key"]: unit["free"] for unit in page["units"]}
                units = page["service"]["units"]
                full = [unit | {"occupied": unit["occupied"] + free[unit["key"]]} for unit in units]
                await desk.put(f"/api/v1/services/{key}/capacity", {"counted_at": _now(), "units": full})

    async def _nothing_changed(self, desk: Desk, service: Row) -> None:
        await desk.put(f"/api/v1/services/{service['id']}/capacity/confirmation", {"looked_at": _now()})

    async def _count(self, desk: Desk, service: UUID) -> None:
        """One more or one fewer is there than at the last count."""
        page = await desk.read(f"/api/v1/services/{service}")
        units = page["service"]["units"] if page else []
        if not units:
            return
        unit = self._chance.choice(units)
        unit["occupied"] = min(unit["usable"], max(0, unit["occupied"] + self._chance.choice((-1, 1))))
        await desk.put(f"/api/v1/services/{service}/capacity", {"counted_at": _now(), "units": units})

    async def _services(self, desk: Desk) -> list[Row]:
        page = await desk.read("/api/v1/services")
        return [each for each in page["services"] if each["units"]] if page else []


def _now() -> str:
    return datetime.now(UTC).isoformat()
