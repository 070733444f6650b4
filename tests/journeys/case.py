"""One person's case as the hub sees it, and what each step of a story must have made of it."""

from dataclasses import dataclass, field
from uuid import uuid4

from tests.journeys.in_bed import InBed
from tests.journeys.staff import Page, Staff


@dataclass(slots=True)
class Case:
    """`stands` is asked after each step, and looks at what that step added to the timeline."""

    id: str
    spell: str
    hub_id: str
    seen_by: Staff
    _told_before: set[int] = field(default_factory=set)

    @property
    def path(self) -> str:
        return f"/cases/{self.id}"

    @property
    def bed(self) -> InBed:
        """The person in their bed."""
        return InBed(self.spell, self.seen_by)

    async def stands(self, column: str, *told: str, done: str = "", stops: int | None = None) -> Page:
        """In this column of the board; these words are new in the timeline; these tasks are done; so many stops open.

        Returns its card.
        """
        page = await self.page()
        assert await self.column(page) == column
        new = [line for line in page["timeline"] if line["position"] not in self._told_before]
        self._told_before |= {line["position"] for line in new}
        for words in told:
            assert any(words in line["words"] for line in new), (words, [line["words"] for line in new])
        states = {task["code"]: task["state"] for task in page["tasks"]}
        assert {code: states.get(code) for code in done.split()} == dict.fromkeys(done.split(), "done")
        open_stops = [task["code"] for task in page["tasks"] if task["stops_leaving"]]
        assert stops is None or len(open_stops) == stops, open_stops
        found: Page = page["case"]
        return found

    async def column(self, page: Page) -> str:
        """Where its card stands, on the board as on its page; what is closed is on no board."""
        rows = (await self.seen_by.read(f"/cases?scope={self.hub_id}"))["rows"]
        shown = [(row["stage"], row["work"]) for row in rows if row["id"] == self.id and not row["gone"]]
        stage, work = page["case"]["stage"], page["case"]["work"]
        assert shown == ([] if stage == "closed" else [(stage, work)]), (shown, stage, work)
        found: str = stage
        return found

    async def closed(self, told: str, done: str = "") -> None:
        """Off the board; these words are in the timeline, and these tasks are done."""
        page = await self.page()
        cards = await self.seen_by.read(f"/cases?scope={self.hub_id}")
        assert self.id not in {row["id"] for row in cards["rows"] if not row["gone"]}
        assert page["case"]["stage"] == "closed"
        assert any(told in line["words"] for line in page["timeline"]), page["timeline"][-1]
        assert done.split() == [code for code in done.split() if (await self.task(code))["state"] == "done"]

    async def page(self) -> Page:
        """The page of the case."""
        return await self.seen_by.read(self.path)

    async def work(self, list_: str) -> set[str | None]:
        """The codes of its tasks that stand unfulfilled on one desk's list."""
        found = await self.seen_by.read(f"/tasks?list={list_}")
        return {task["code"] for task in found["tasks"] if task["case_id"] == self.id}

    async def task(self, code: str) -> Page:
        """One of its tasks, by its template's code."""
        [task] = [each for each in (await self.page())["tasks"] if each["code"] == code]
        found: Page = task
        return found

    async def asked(self) -> dict[str, str | None]:
        """Who holds something for them, and why each is asked whether it is kept; None: it is not."""
        return {each["kind"]: each["cause"] for each in (await self.page())["holders"]}

    async def answer(self, staff: Staff, code: str, answer: str, **more: str) -> None:
        """A desk keeps what it arranged by the task of this code, or releases it."""
        path = f"{self.path}/tasks/{(await self.task(code))['task_id']}/keep-or-release"
        await staff.put(path, {"answer_id": str(uuid4()), "answer": answer, **more})

    async def finish(self, staff: Staff, code: str) -> None:
        """Somebody has done it."""
        task = await self.task(code)
        await staff.put(f"{self.path}/tasks/{task['task_id']}/completion", {"step_id": str(uuid4())})
