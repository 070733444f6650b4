"""Which case is whose, inside a turn: as the rows say, and as this turn has changed it since.

What the rows said is asked once a turn: nobody else changes them meanwhile.
"""

from typing import Any
from uuid import UUID

from app.domain.case import Case, CaseClosed
from app.domain.case.state import Ended, NotReferred
from app.domain.consequences import CaseOfSpell
from app.domain.values import CaseId, PersonId, SpellId, key_of, stream
from app.events.log import Turn
from app.events.stream import Past


async def case_of_spell(turn: Turn, spell: SpellId) -> CaseOfSpell | None:
    """The latest case of this spell: the live one, else that which changed last."""
    rows = await rows_of(turn, _OF_SPELL, spell)
    held = _held(turn)
    found = {row["id"]: (row["outcome"] is None, row["position"]) for row in rows if row["id"] not in held}
    for key, past in held.items():
        if past.state.spell_id == spell:
            found[key] = (_is_live(past.state), past.events[-1].position)
    if not found:
        return None
    case_id = CaseId(max(found, key=lambda key: found[key]))
    unread = next((row for row in rows if row["id"] == case_id and case_id not in held), None)
    if unread and unread["outcome"] is None:
        return CaseOfSpell(case_id=case_id, outcome=None, again=unread["again"])
    case: Case = (await turn.read(stream("case", case_id))).state
    closed = case.stage if isinstance(case.stage, Ended) else None
    return CaseOfSpell(
        case_id=case_id,
        outcome=closed.outcome if closed else None,
        closed_by_people=bool(closed) and await _closed_by_people(turn, case_id),
        again=case.followed is not None,
    )


async def live_case_of(turn: Turn, person: PersonId) -> CaseId | None:
    """The person's live case. Whom this turn has registered has none, unless it began with it."""
    held = _held(turn)
    live = [key for key, past in held.items() if past.state.person_id == person and _is_live(past.state)]
    if not live and not turn.is_new(stream("person", person)):
        live = [row["id"] for row in await rows_of(turn, _LIVE, person) if row["id"] not in held]
    return CaseId(live[0]) if live else None


async def rows_of(turn: Turn, query: str, *arguments: object) -> list[Any]:
    """What the rows said when it was asked first in this turn."""
    asked = (query, *arguments)
    if asked not in turn.memo:
        turn.memo[asked] = await turn.connection.fetch(query, turn.system, *arguments)
    found: list[Any] = turn.memo[asked]
    return found


async def _closed_by_people(turn: Turn, case_id: CaseId) -> bool:
    """Whether somebody closed the case: a closing that followed from the stay has no id of its own."""
    events = (await turn.read(stream("case", case_id))).events
    closings = [each.event for each in events if isinstance(each.event, CaseClosed)]
    return bool(closings) and closings[-1].closure_id is not None


def _held(turn: Turn) -> dict[UUID, Past]:
    """The cases that this turn has read or begun."""
    return {key_of(past.stream): past for past in turn.held("case")}


def _is_live(case: Case) -> bool:
    return not isinstance(case.stage, Ended | NotReferred)


_OF_SPELL = """
    SELECT id, outcome, position, past_spells <> '{}' AS again
    FROM case_1 WHERE system_id = $1 AND spell_id = $2"""

_LIVE = "SELECT id FROM case_1 WHERE system_id = $1 AND person_id = $2 AND NOT gone"
