"""How calendars and ladders stood before: who set each version, and what it changed, in words."""

from typing import Any

from tests.api.desk import MANAGER, NURSE, Desk
from tests.api.test_practice_routes import LADDER, OFFICE, RUNG, WEEK


async def told(here: Desk, path: str) -> list[tuple[int, str, str]]:
    versions: list[dict[str, Any]] = (await here.get(f"{path}/history", NURSE)).json()["versions"]
    return [(each["version"], each["by"], each["words"]) for each in versions]


async def test_every_version_of_a_calendar_is_told_with_what_it_changed(at_desk: Desk) -> None:
    path = f"/calendars/{at_desk.place.trust}"
    assert await told(at_desk, path) == []
    await at_desk.put(path, WEEK, MANAGER)
    await at_desk.put(path, WEEK | {"week": [OFFICE] * 6 + [[]], "order_by": "11:00", "latest_arrival": None}, MANAGER)
    assert await told(at_desk, path) == [
        (2, "Sam Manager", "Saturday: 09:00–17:00, was closed; Order by: 11:00, was 12:00"),
        (
            1,
            "Sam Manager",
            "Monday to Friday: 09:00–17:00; Saturday to Sunday: closed; Bank holidays: closed; Order by: 12:00",
        ),
    ]


async def test_every_version_of_a_ladder_and_each_senior_officer_is_told(at_desk: Desk) -> None:
    path = f"/ladders/{at_desk.place.trust}"
    holder = {"role": "Bed manager", "phone": "01632 960009", "staff_id": str(at_desk.place.staff[MANAGER])}
    await at_desk.put(path, LADDER, MANAGER)
    await at_desk.put(path, LADDER | {"team_lead": holder}, MANAGER)
    [second, first] = await told(at_desk, path)
    assert second[2] == "Team lead: Bed manager, 01632 960009, Sam Manager, was Site coordinator, 01632 960001"
    assert first[2].startswith("Duty: Site coordinator, 01632 960001; Team lead: Site coordinator")
    await at_desk.put("/senior-responsible-officer", RUNG, MANAGER)
    [(_, by, words)] = await told(at_desk, "/senior-responsible-officer")
    assert (by, words) == ("Sam Manager", "Senior responsible officer: Site coordinator, 01632 960001")
