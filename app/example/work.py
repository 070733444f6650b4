"""The example's tasks are done by whose they are: ward, hub and service; for all others the ward says it.


Who is asked whether they keep what they hold does, for a day.
"""

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import uuid4

from app.example.answers import Answers
from app.example.desk import Desk, Row

LATE = 0.05
"""The share of what is due that is not done in time."""

AT_ONCE = 4
"""How many tasks are done in one go, at most, while there is time."""


KEPT_FOR = timedelta(hours=24)


class Work:
    """`nurses` by the id of the ward on which they work; `answers` knows the services' own desks."""

    def __init__(self, nurses: dict[str, Desk], answers: Answers, chance: Random) -> None:
        self._nurses = nurses
        self._answers = answers
        self._chance = chance

    async def go_on(self, hub: Desk, case: Row, *, all_of_it: bool = False) -> bool:
        """The next of the tasks that stop the leaving are done, or all of them."""
        page = await hub.read(f"/api/v1/cases/{case['id']}")
        if page is None:
            return False
        stops = [task for task in page["tasks"] if task["stops_leaving"]]
        for task in stops if all_of_it else stops[:AT_ONCE]:
            await self._finish(task, hub, case, page["spell"])
        return bool(stops)

    async def catch_up(self, hub: Desk, case: Row) -> None:
        """Most of what was due by now is done; something is always late."""
        page, now = await hub.read(f"/api/v1/cases/{case['id']}"), datetime.now(UTC)
        if page is None:
            return
        for task in page["tasks"]:
            overdue = task["due_at"] and datetime.fromisoformat(task["due_at"]) < now
            if task["state"] == "open" and not task["by_fact"] and overdue and self._chance.random() > LATE:
                await self._finish(task, hub, case, page["spell"])

    async def _finish(self, task: Row, hub: Desk, case: Row, spell: Row | None) -> None:
        path = f"/api/v1/cases/{case['id']}/tasks/{task['task_id']}/completion"
        await self._owner(task, hub, case, spell).put(path, {"step_id": str(uuid4())})

    async def keep(self, hub: Desk, case: Row) -> bool:
        """One of those who are asked says that they keep it; a desk by telephone, so that the hub writes it down."""
        page = await hub.read(f"/api/v1/cases/{case['id']}")
        asked = [holder for holder in page["holders"] if holder["cause"]] if page else []
        if not asked:
            return False
        key, body = asked[0]["holder_id"], {"answer": "keep", "until": (datetime.now(UTC) + KEPT_FOR).isoformat()}
        if asked[0]["kind"] != "service":
            return await hub.answer(f"/api/v1/cases/{case['id']}/tasks/{key}/keep-or-release", body)
        desk = self._answers.desk_of(case["service_id"]) if case["service_id"] else hub
        return await desk.answer(f"/api/v1/offers/{key}/keep-or-release", body)

    def _owner(self, task: Row, hub: Desk, case: Row, spell: Row | None) -> Desk:
        if task["owner"] == "service" and case["service_id"]:
            return self._answers.desk_of(case["service_id"])
        if task["owner"] == "hub" or spell is None:
            return hub
        return self._nurses.get(str(spell["ward_id"]), hub)
