"""The example's ward staff: clinicians review the criteria to reside, nurses refer and answer the hub's questions."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from app.domain.case.form import Need
from app.domain.spell import ReviewOutcome
from app.example.desk import Desk, Row
from app.example.forms import answers
from app.example.medicines import changed
from app.example.places import HUB, Ward
from app.example.words import CRITERIA, EARLY, QUESTIONS, REFERRALS

STALE = timedelta(hours=20)
READY_AT_FIRST = 0.42
NOT_YET_SEEN = 0.08
BECOMES_READY = 0.4
BECOMES_UNWELL = 0.04


class WardStaff:
    """`clinician` and `nurse` by site code."""

    def __init__(self, clinicians: dict[str, Desk], nurses: dict[str, Desk], chance: Random) -> None:
        self._clinicians = clinicians
        self._nurses = nurses
        self._chance = chance

    async def people(self, ward: Ward) -> list[Row]:
        """The ward's list."""
        return await self._nurses[ward.site].ward(ward.id)

    async def review_history(self, ward: Ward, row: Row) -> None:
        """The first reviews of somebody: what was found on each day until today."""
        chance = self._chance
        admitted, now = datetime.fromisoformat(row["admitted_at"]), datetime.now(UTC)
        if chance.random() < NOT_YET_SEEN:
            return
        here_for = now - admitted
        await self._review(ward, row, ReviewOutcome.MEETS, admitted + here_for * chance.uniform(0.05, 0.2))
        if chance.random() > READY_AT_FIRST:
            await self._review(ward, row, ReviewOutcome.MEETS, now - min(here_for / 4, chance.random() * STALE))
            return
        await self._review(ward, row, ReviewOutcome.NO_LONGER_MEETS, admitted + here_for * chance.uniform(0.3, 0.5))
        if chance.random() < 0.2 and here_for > timedelta(days=3):
            await self._review(ward, row, ReviewOutcome.MEETS, admitted + here_for * 0.6)
            await self._review(ward, row, ReviewOutcome.NO_LONGER_MEETS, admitted + here_for * 0.7)
        await self._review(ward, row, ReviewOutcome.NO_LONGER_MEETS, now - min(here_for / 5, chance.random() * STALE))

    async def review(self, ward: Ward) -> None:
        """Somebody whose review is due, else anybody; most stay as they were."""
        rows = await self.people(ward)
        new = [row for row in rows if row["reviewed_at"] is None]
        if new:
            await self.review_history(ward, self._chance.choice(new))
            return
        old = [row for row in rows if datetime.fromisoformat(row["reviewed_at"]) < datetime.now(UTC) - STALE]
        if old or rows:
            row = self._chance.choice(old or rows)
            await self._review(ward, row, self._found_today(row, rows), None)

    async def refer(self, ward: Ward, have_case: set[str], case_id: UUID) -> bool:
        """Refer somebody who is ready, else somebody who will be; False when the ward has nobody."""
        free = [row for row in await self.people(ward) if row["id"] not in have_case and row["reviewed_at"]]
        ready = [row for row in free if row["criteria"] == ReviewOutcome.NO_LONGER_MEETS]
        if not free:
            return False
        row = self._chance.choice(ready or free)
        needs, words = self._chance.choice(REFERRALS)
        body = {"spell_id": row["id"], "hub_id": str(HUB), **self._form(needs, words)}
        return await self._nurses[ward.site].put(f"/api/v1/cases/{case_id}/referral", body)

    async def tell_early(self, ward: Ward, have_case: set[str], case_id: UUID) -> bool:
        """Tell the hub of somebody who will need it, the newest first; False when the ward has nobody."""
        free = [row for row in await self.people(ward) if row["id"] not in have_case and row["reviewed_at"]]
        if not free:
            return False
        newest = max(free, key=lambda row: str(row["admitted_at"]))
        needs, _ = self._chance.choice(REFERRALS)
        words = self._chance.choice(EARLY)
        body = {"spell_id": newest["id"], "hub_id": str(HUB), "likely": list(needs), "words": words}
        return await self._nurses[ward.site].put(f"/api/v1/cases/{case_id}/early-alert", body)

    async def refer_expected(self, case: Row) -> bool:
        """The referral follows that the hub was told of."""
        nurse = self._chance.choice(list(self._nurses.values()))
        needs, words = self._chance.choice(REFERRALS)
        body = {"spell_id": case["spell_id"], "hub_id": str(HUB), **self._form(needs, words)}
        return await nurse.put(f"/api/v1/cases/{case['id']}/referral", body)

    async def answer_return(self, case: Row) -> bool:
        """Say what the hub asked for."""
        nurse = self._chance.choice(list(self._nurses.values()))
        page = await nurse.read(f"/api/v1/cases/{case['id']}")
        referral = page and page["referral"]
        if not referral or not referral["returned"]:
            return False
        asked = referral["returned"]["words"]
        answer = next((answer for _, question, answer in QUESTIONS if question == asked), None)
        body = {"spell_id": case["spell_id"], "hub_id": str(HUB), **(answer or QUESTIONS[0][2])}
        return await nurse.put(f"/api/v1/cases/{case['id']}/referral", body)

    async def tell_medicines(self, case: Row) -> None:
        """Which medicines were changed, once a stay."""
        clinician, path = self._chance.choice(list(self._clinicians.values())), f"/api/v1/cases/{case['id']}"
        page = await clinician.read(path)
        if page and page["medicines"] is None:
            await clinician.put(f"{path}/medicines", {"changes": changed(self._chance)})

    async def end_by_hand(self, spell_id: str) -> bool:
        """Somebody left of whom the hospital's system does not know."""
        nurse = self._chance.choice(list(self._nurses.values()))
        body = {"how": "discharged", "at": datetime.now(UTC).isoformat()}
        return await nurse.put(f"/api/v1/spells/{spell_id}/end", body)

    def _found_today(self, row: Row, rows: list[Row]) -> ReviewOutcome:
        meets = row["criteria"] == ReviewOutcome.MEETS
        ready = sum(each["criteria"] == ReviewOutcome.NO_LONGER_MEETS for each in rows)
        # Reviews come faster here than in life; without a bound the whole ward would soon be ready.
        becomes_ready = BECOMES_READY if ready < len(rows) * READY_AT_FIRST else 0
        if self._chance.random() < (becomes_ready if meets else BECOMES_UNWELL):
            meets = not meets
        return ReviewOutcome.MEETS if meets else ReviewOutcome.NO_LONGER_MEETS

    def _form(self, needs: Sequence[Need], words: str) -> dict[str, object]:
        return {"why_in_hospital": words, "needs": {"needs": list(needs)}, **answers(self._chance)}

    async def _review(self, ward: Ward, row: Row, outcome: ReviewOutcome, at: datetime | None) -> None:
        review_id = UUID(int=self._chance.getrandbits(128), version=4)
        criteria = self._chance.choice(CRITERIA) if outcome is ReviewOutcome.MEETS else ()
        body = {"outcome": outcome, "criteria": list(criteria), "at": at.isoformat() if at else None}
        await self._clinicians[ward.site].put(f"/api/v1/spells/{row['id']}/reviews/{review_id}", body)
