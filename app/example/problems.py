"""The example's hub escalates a problem now and then, and answers what stands, by the clock or by hand."""

from random import Random
from uuid import uuid4

from app.example.desk import Desk, Row
from app.example.words import ACTIONS, PROBLEMS

LEFT_STANDING = 12
"""So many wait for an answer at most; those that are to be answered first are answered first."""
BY_HAND = 3
"""So many that somebody raised stand at most."""
ACTED = 0.6


class Problems:
    """`lead` raises and answers; what the clock raised ends with its cause, what was raised by hand is settled."""

    def __init__(self, lead: Desk, chance: Random) -> None:
        self._lead = lead
        self._chance = chance

    async def first_day(self, cases: list[Row]) -> None:
        """Some are raised by hand; the rest is the clock's."""
        planned = [case for case in cases if case["stage"] != "left_hospital"]
        for case in self._chance.sample(planned, min(BY_HAND - 1, len(planned))):
            await self._raise(case)

    async def go_on(self, cases: list[Row]) -> None:
        """One is raised, answered or settled."""
        page = await self._lead.read("/api/v1/escalations")
        standing: list[Row] = page["escalations"] if page else []
        waiting = [each for each in standing if not each["acknowledged_at"] and not each["acted_at"]]
        by_hand = [each for each in standing if each["words"]]
        if len(waiting) > LEFT_STANDING:
            await self._answer(min(waiting, key=lambda each: str(each["answer_by"])))
        elif len(by_hand) >= BY_HAND:
            settled = {"ending_id": str(uuid4()), "words": self._chance.choice(ACTIONS)}
            await self._lead.put(f"/api/v1/escalations/{by_hand[-1]['escalation_id']}/ending", settled)
        else:
            raised = {each["case_id"] for each in by_hand}
            open_ = [case for case in cases if case["stage"] != "left_hospital" and case["id"] not in raised]
            if open_:
                await self._raise(self._chance.choice(open_))

    async def _answer(self, escalation: Row) -> None:
        path = f"/api/v1/escalations/{escalation['escalation_id']}"
        await self._lead.put(f"{path}/acknowledgement", {"acknowledgement_id": str(uuid4())})
        if escalation["feed_id"] is None and self._chance.random() < ACTED:
            action = {"action_id": str(uuid4()), "words": self._chance.choice(ACTIONS)}
            await self._lead.put(f"{path}/action", action)

    async def _raise(self, case: Row) -> None:
        ladder, words = self._chance.choice(PROBLEMS)
        body = {"level": self._chance.choice(("L1", "L2")), "ladder": ladder, "words": words}
        await self._lead.put(f"/api/v1/cases/{case['id']}/escalations/{uuid4()}", body)
