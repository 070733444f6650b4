"""Looking at people in a turn: read their stays and cases, do what the clock finds, and note when to look again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.case.state import Case
from app.domain.decider import Recorded
from app.domain.escalation import About, Escalations, escalations_of
from app.domain.escalation.history import chapters_of_case, chapters_of_stay, situations
from app.domain.escalation.looking import Chapter, look
from app.domain.escalation.rules import Rules
from app.domain.spell import Spell
from app.domain.values import CaseId, PersonId, SpellId, stream
from app.events.escalation.directory import directory
from app.events.escalation.facts import about
from app.events.handler import decide_in
from app.events.log import Turn
from app.events.together import Part


async def look_at(turn: Turn, stays: Mapping[SpellId, int], now: datetime) -> None:
    """Look at these stays and their cases; each was last looked at as of this position, 0 for never."""
    cases = await _cases(turn, stays)
    subjects = [*stays, *(case for several in cases.values() for case in several)]
    await turn.read_ahead(
        [
            *(stream("spell", each) for each in stays),
            *(stream("case", each) for several in cases.values() for each in several),
            *(escalations_of(each) for each in subjects),
        ]
    )
    next_at = [await _look_at_stay(turn, spell, cases.get(spell, ()), since, now) for spell, since in stays.items()]
    turn.also(Part(_LOOKED, (list(stays), next_at, turn.head)))


async def _look_at_stay(
    turn: Turn, spell_id: SpellId, cases: Sequence[CaseId], since: int, now: datetime
) -> datetime | None:
    spell = await turn.read(stream("spell", spell_id))
    stay: Spell = spell.state
    case, told, whose = Case(), list[Recorded[Any]](), About(person_id=_person(stay), spell_id=spell_id)
    times: list[datetime | None] = []
    for case_id in cases:
        past = await turn.read(stream("case", case_id))
        case, told = past.state, past.events
        whose = about(case_id, case)
        chapters = chapters_of_case(situations(spell.events, told, since))
        rules = (await directory(turn)).rules(case, stay)
        times.append(await look_and_do(turn, case_id, whose, chapters, rules, now))
    chapters = chapters_of_stay(situations(spell.events, told, since))
    rules = (await directory(turn)).rules(case, stay)
    times.append(await look_and_do(turn, spell_id, whose, chapters, rules, now))
    return min((at for at in times if at), default=None)


def _person(stay: Spell) -> PersonId | None:
    return stay.given_to or (stay.admission.person_id if stay.admission else None)


async def look_and_do(
    turn: Turn, subject: UUID, whose: About, chapters: Sequence[Chapter], rules: Rules, now: datetime
) -> datetime | None:
    """Record what the clock finds of one case, stay or feed; when to look at it again."""
    past: Escalations = (await turn.read(escalations_of(subject))).state
    looked = look(subject, whose, past, chapters, rules, now)
    for command in looked.commands:
        await decide_in(turn, command)
    return looked.next_at


async def _cases(turn: Turn, stays: Mapping[SpellId, int]) -> dict[SpellId, list[CaseId]]:
    found: dict[SpellId, list[CaseId]] = {}
    for row in await turn.connection.fetch(_CASES, turn.system, list(stays)):
        found.setdefault(SpellId(row["spell_id"]), []).append(CaseId(row["id"]))
    return found


# A case that has closed may still have something open; who is live comes last, and counts for the stay.
_CASES = """
    SELECT id, spell_id FROM case_1 WHERE system_id = $1 AND spell_id = ANY($2) AND (NOT gone OR EXISTS (
        SELECT 1 FROM escalation_1 open WHERE open.system_id = $1 AND open.subject = case_1.id AND NOT open.gone))
    ORDER BY gone DESC, position"""

_LOOKED = """
    looked AS (
        INSERT INTO escalation_due (system_id, spell_id, next_at, position)
        SELECT $1, spell_id, next_at, $4 FROM unnest($2::uuid[], $3::timestamptz[]) AS looked(spell_id, next_at)
        ON CONFLICT (system_id, spell_id) DO UPDATE SET position = excluded.position, next_at = excluded.next_at
    )"""
