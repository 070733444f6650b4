"""A ward in a process of its own, for tests. Started as `python -m tests.promises.ward`.

Its first line of input is JSON {url, system, hub}. Then each line is {spell, cases}: refer that person once for each
case, all at once, and say what came of each; {"merge": [survivor, retired]}: merge two records, as its hospital's
system tells; or {"stop": true}: take the system's turn and stop in the middle of it.
"""

import asyncio
import json
import os
import signal
import sys
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from app.database import Database, open_database
from app.domain.case import SubmitReferral
from app.domain.case.form import Need, Needs, ReferralForm
from app.domain.rejections import Rejection
from app.domain.values import Actor, ActorKind, CaseId, HubId, PersonId, SpellId, SystemId, Words
from app.events.handler import handle, taken
from app.events.hints import Hints
from app.events.taking import turn
from app.events.unavailable import Unavailable
from app.intake.merging import merge


class Ward:
    """Refers people, merges their records, or stops in the middle of it."""

    def __init__(self, database: Database, system: str, hub: str) -> None:
        self._database, self._hints = database, Hints(database)
        self._system, self._hub = SystemId(UUID(system)), HubId(UUID(hub))

    async def refer(self, spell: str, cases: list[str]) -> list[str]:
        """What came of each referral: `referred`, or the code of the refusal."""
        return await asyncio.gather(*(self._refer(spell, case) for case in cases))

    async def merge(self, survivor: str, retired: str) -> str:
        """What came of the merge: `merged`, or the code of the refusal."""
        by, at = Actor(kind=ActorKind.SYSTEM, id="tests"), datetime.now(UTC)
        try:
            async with taken(self._database, self._hints, self._system) as turn:
                await merge(turn, PersonId(UUID(survivor)), PersonId(UUID(retired)), by=by, at=at)
        except Rejection as refused:
            return refused.code()
        return "merged"

    async def stop(self) -> str:
        """Take the turn and stop dead; what came of the turn once the process runs again."""
        try:
            async with turn(self._database, self._system):
                say("has the turn")
                os.kill(os.getpid(), signal.SIGSTOP)
        except Unavailable:
            return "lost the turn"
        return "kept the turn"

    async def _refer(self, spell: str, case: str) -> str:
        referral = SubmitReferral(
            case_id=CaseId(UUID(case)),
            spell_id=SpellId(UUID(spell)),
            hub_id=self._hub,
            form=ReferralForm(why_in_hospital=Words("Lives alone."), needs=Needs(needs=frozenset({Need.MEALS}))),
            by=Actor(kind=ActorKind.SYSTEM, id="tests"),
            at=datetime.now(UTC),
        )
        try:
            await handle(self._database, self._hints, self._system, referral)
        except Rejection as refused:
            return refused.code()
        return "referred"


def say(answer: Any) -> None:
    """One line of JSON."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


async def main() -> None:
    """Do what each line says."""
    lines = iter(sys.stdin.readline, "")
    first = json.loads(next(lines))
    ward = Ward(await open_database(first["url"]), first["system"], first["hub"])
    say("here")
    for line in lines:  # nothing else happens in this process meanwhile
        asked = json.loads(line)
        if "merge" in asked:
            say(await ward.merge(*asked["merge"]))
        else:
            say(await (ward.stop() if asked.get("stop") else ward.refer(**asked)))


if __name__ == "__main__":
    asyncio.run(main())
