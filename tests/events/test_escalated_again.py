"""What a person raised stands again, through a database, when what had ended it is taken back."""

import asyncio
from typing import Any
from uuid import uuid4

from app.domain.case import CloseCase, ReopenCase
from app.domain.case.outcome import Outcome
from app.domain.codes.return_reasons import ReturnReason
from app.domain.escalation import ActOnEscalation
from app.domain.escalation.history import A_TURN
from app.domain.practice.escalation import Ladders
from app.domain.spell import EndSpell, ReverseEnd, WayOut
from app.domain.values import Role, Words
from tests.events.test_escalations import by, look, raising, referred, shown, soon
from tests.facts import Installation


async def test_what_a_person_raised_comes_back_with_who_was_wrongly_said_to_have_died(place: Installation) -> None:
    spell, case = await referred(place)
    command, of_stay = raising(place, case), raising(place, spell, of_stay=True, ladder=Ladders.HUB)
    for each in (command, of_stay):
        await place.do(each)
        on: dict[str, Any] = {"subject": each.subject, "escalation_id": each.escalation_id, **by(place, Role.HUB_LEAD)}
        await place.do(ActOnEscalation(action_id=uuid4(), words=Words("Rang back."), **on))
    await place.do(EndSpell(spell_id=spell, how=WayOut.DIED, **by(place, Role.WARD_NURSE)))
    assert await shown(place) == []
    await look(place)
    mistake: dict[str, Any] = {"reason": ReturnReason.RECORDED_BY_MISTAKE, "words": Words("Another bed was meant.")}
    await place.do(ReverseEnd(spell_id=spell, **mistake, **by(place, Role.WARD_NURSE)))

    async def stands() -> list[tuple[Any, ...]]:
        rows = [row for row in await shown(place) if row["raised_by"]]
        said = ("id", "words", "level", "acted_at", "ended")
        return sorted(tuple(row[each] for each in said) for row in rows)

    both = sorted((each.escalation_id, each.words, "L2", None, None) for each in (command, of_stay))
    assert await stands() == both
    for row in await shown(place):
        assert row["answer_by"] > soon(1.9), "everybody has their time to answer anew"
    await look(place)
    assert await stands() == both
    await look(place, 2.1)
    assert {level for _, _, level, *_ in await stands()} == {"L3"}


async def test_a_case_closed_and_reopened_keeps_what_a_person_raised_however_soon_the_clock_looks(
    place: Installation,
) -> None:
    _, case = await referred(place)
    command = raising(place, case)
    await place.do(command)
    closing: dict[str, Any] = {"case_id": case, "outcome": Outcome.NO_LONGER_NEEDED, "words": None}
    for looks in (0, 1):
        await place.do(CloseCase(closure_id=uuid4(), **closing, **by(place)))
        await asyncio.sleep(A_TURN.total_seconds())
        if looks:
            await look(place)
            assert await shown(place) == []
        await place.do(ReopenCase(case_id=case, reopening_id=uuid4(), words=Words("Hers."), **by(place)))
        await asyncio.sleep(A_TURN.total_seconds())
        await look(place)
        assert [row["id"] for row in await shown(place)] == [command.escalation_id]
