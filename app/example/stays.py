"""The example's services review whom they have, plan how they leave, and discharge them; the case ends with it."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from app.domain.case.stay.events import Remains
from app.domain.codes.functional_scores import Tool
from app.domain.codes.service_lines import ServiceLine, UnitKind, counted_in
from app.domain.codes.stay_outcomes import Destination, StayOutcome
from app.example.answers import Answers
from app.example.desk import Desk, Row
from app.example.words import EXIT_PLANS, REVIEWS

LEAVE_WITHIN_DAYS = 4
_ENDS = (
    (StayOutcome.NO_ONGOING, Destination.HOME_NO_SUPPORT),
    (StayOutcome.LOWER, Destination.HOME_LONG_TERM),
    (StayOutcome.HIGHER, Destination.HOME_LONG_TERM),
)


class Stays:
    """`answers` knows the services' own desks."""

    def __init__(self, answers: Answers, chance: Random) -> None:
        self._answers = answers
        self._chance = chance

    async def go_on(self, case: Row) -> bool:
        """The next thing of the stay: a review, then the exit plan with what it costs, then the discharge."""
        desk, stay = self._answers.desk_of(case["service_id"]), await self._stay(case)
        if stay is None or stay["ended_at"]:
            return False
        if not stay["reviews"] or _is_due(stay):
            return await self._say(desk, stay, "reviews", self._review(stay))
        if not stay["exit_on"]:
            told = {"at": _now(stay), "charged_from": stay["six_weeks_on"]}
            await self._say(desk, stay, "charging", told)
            return await self._say(desk, stay, "exit-plans", self._plan())
        return await self._say(desk, stay, "discharges", self._discharge(stay))

    async def plan_exit(self, case: Row) -> bool:
        """Review somebody and plan how they leave; False where that was done before."""
        stay = await self._stay(case)
        if stay is None or stay["exit_on"]:
            return False
        if not stay["reviews"]:
            await self.go_on(case)
        return await self.go_on(case)

    async def _stay(self, case: Row) -> Row | None:
        page = await self._answers.desk_of(case["service_id"]).read("/api/v1/stays")
        return next((row for row in page["rows"] if row["case_id"] == case["id"]), None) if page else None

    async def _say(self, desk: Desk, stay: Row, what: str, body: Row) -> bool:
        step = UUID(int=self._chance.getrandbits(128), version=4)
        return await desk.put(f"/api/v1/cases/{stay['case_id']}/stays/{stay['id']}/{what}/{step}", body)

    def _review(self, stay: Row) -> Row:
        in_bed = counted_in(ServiceLine(stay["line"])) is UnitKind.BEDS
        remains = self._chance.choice(list(Remains)) if in_bed else None
        return {"at": _now(stay), "remains": remains, "words": self._chance.choice(REVIEWS)}

    def _plan(self) -> Row:
        leave_on: date = (datetime.now(UTC) + timedelta(days=self._chance.randint(1, LEAVE_WITHIN_DAYS))).date()
        destination = self._chance.choice([to for _, to in _ENDS])
        return {"leave_on": leave_on.isoformat(), "destination": destination, "words": self._chance.choice(EXIT_PLANS)}

    def _discharge(self, stay: Row) -> Row:
        outcome, destination = self._chance.choice(_ENDS)
        score_in = self._chance.randint(5, 14)
        score: dict[str, Any] = {"tool": Tool.BARTHEL, "score_in": score_in, "score_out": score_in + 4}
        return {"at": _now(stay), "outcome": outcome, "destination": destination, **score}


def _is_due(stay: Row) -> bool:
    on = stay["review_on"]
    return on is not None and date.fromisoformat(on) <= datetime.now(UTC).date()


def _now(stay: Row) -> str:
    """Not before the stay began, nor before its last review: the hospital's clock may run ahead."""
    known = [stay["started_at"], stay["reviewed_at"]]
    return max(datetime.now(UTC), *(datetime.fromisoformat(at) for at in known if at)).isoformat()
