"""News of a stay, or of a case, after which somebody with a live case is in hospital again: the case goes with them.

In the same turn, told by whoever told the news; what this turn has decided already is seen. That a stay was none gives
the case back in the same way. Which stay it is says `app/domain/in_hospital_again.py`.
"""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from app.domain.case import Case, GoBackToStay
from app.domain.case.command import CaseCommand
from app.domain.case.state import Away, Ended
from app.domain.consequences import CaseOfSpell, Standing, consequences, standing
from app.domain.decider import Command
from app.domain.in_hospital_again import Told, may_follow, next_steps, stays_of
from app.domain.spell import Spell
from app.domain.values import CaseId, SpellId, key_of, stream
from app.events.case_of import case_of_spell, live_case_of, rows_of
from app.events.log import Turn

Decide = Callable[[Turn, Command], Awaitable[Any]]


async def follow_after_stay(turn: Turn, command: Command, before: Spell, after: Spell, decide: Decide) -> None:
    """After news of a stay, once the case that follows it has heard of it."""
    was, now = Told.by(before), Told.by(after)
    if was == now or now.person is None or now.standing is Standing.DIED:
        return
    left = (was.standing, now.standing) == (Standing.HERE, Standing.AWAY) and was.person == now.person
    its = await case_of_spell(turn, SpellId(key_of(command.stream))) if left else None
    case_id = (its.case_id if its else None) if left else await live_case_of(turn, now.person)
    if case_id:
        await _follow(turn, case_id, command, decide)


async def follow_after_case(turn: Turn, command: Command, before: Case, after: Case, decide: Decide) -> None:
    """After news of a case: it is live and they have left, or it is another record's now."""
    left = isinstance(after.stage, Away) and not isinstance(before.stage, Away)
    reopened, given = isinstance(before.stage, Ended), before.person_id not in (None, after.person_id)
    went_back = isinstance(command, GoBackToStay)
    if not may_follow(after) or not (left or reopened or given or went_back):
        return
    case_id = CaseId(key_of(command.stream))
    if went_back and after.spell_id:
        await _stand_as(turn, case_id, after.spell_id, command, decide)
    await _follow(turn, case_id, command, decide)


async def _follow(turn: Turn, case_id: CaseId, command: Command, decide: Decide) -> None:
    """One step; what it leaves to be done is asked once more after it."""
    case: Case = (await turn.read(stream("case", case_id))).state
    if may_follow(case):
        steps = next_steps(case_id, case, await _stays(turn, case), at=command.at, said=_said(command))
        await _all(turn, steps, decide)


async def _stand_as(turn: Turn, case_id: CaseId, spell: SpellId, command: Command, decide: Decide) -> None:
    """What was told of the stay meanwhile, the case that followed another has not heard."""
    stay = await _spell(turn, spell)
    its, said = CaseOfSpell(case_id=case_id, outcome=None), _said(command) | {"at": command.at}
    told: dict[str, Any] = {"left_at": stay.left_bed_at, "how": stay.way_out}
    await _all(turn, consequences(Standing.AWAY, standing(stay), its, **told, **said), decide)


async def _all(turn: Turn, commands: Iterable[CaseCommand], decide: Decide) -> None:
    for each in commands:
        await decide(turn, each)


async def _stays(turn: Turn, case: Case) -> dict[SpellId, Spell]:
    """Those which the case follows and followed, and all of the person's that began after the first of these."""
    wanted = stays_of(case)
    first = (await _spell(turn, wanted[-1])).admission
    if case.person_id and first:
        wanted += [SpellId(row["id"]) for row in await rows_of(turn, _LATER, case.person_id, first.at)]
    wanted += [SpellId(key_of(past.stream)) for past in turn.held("spell")]
    await turn.read_ahead([stream("spell", each) for each in wanted])
    return {each: await _spell(turn, each) for each in wanted}


async def _spell(turn: Turn, spell: SpellId) -> Spell:
    stay: Spell = (await turn.read(stream("spell", spell))).state
    return stay


def _said(command: Command) -> dict[str, Any]:
    return {"by": command.by, "told_at": command.told_at}


_LATER = """
    SELECT DISTINCT id FROM (SELECT * FROM spell_1 WHERE system_id = $1 AND person_id = $2 OFFSET 0) spell
    WHERE admitted_at > $3"""
