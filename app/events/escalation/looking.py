"""Looking at people in a turn: read their stays and cases, do what the clock finds, and note when to look again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from app.domain.escalation import About, Escalations, escalations_of
from app.domain.escalation.cause import Situation
from app.domain.escalation.history import chapters_of_case, chapters_of_stay, situations
from app.domain.escalation.looking import Chapter, look
from app.domain.escalation.rules import Rules
from app.domain.spell import Spell
from app.domain.values import CaseId, PersonId, SpellId, stream
from app.events.escalation.directory import directory
from app.events.escalation.facts import about
from app.events.handler import decide_in
from app.events.log import Turn
from app.events.practice import reporting_of
from app.events.together import Part


async def look_at(turn: Turn, stays: Mapping[SpellId, int], now: datetime) -> None:
    """Look at these stays and their cases; each was last looked at as of this position, 0 for never."""
    cases = await _cases(turn, stays)
    subjects = [*stays, *(case for several in cases.values() for case, of_own in several if of_own)]
    await turn.read_ahead(
        [
            *(stream("spell", each) for each in stays),
            *(stream("case", each) for several in cases.values() for each, _ in several),
            *(escalations_of(each) for each in subjects),
        ]
    )
    next_at = [await _look_at_stay(turn, spell, cases.get(spell, ()), since, now) for spell, since in stays.items()]
    turn.also(Part(_LOOKED, (list(stays), next_at, turn.head)))


async def _look_at_stay(
    turn: Turn, spell_id: SpellId, cases: Sequence[tuple[CaseId, bool]], since: int, now: datetime
) -> datetime | None:
    stay, reporting = (await turn.read(stream("spell", spell_id))).events, await reporting_of(turn)
    known = situations(stay, (), since, reporting)
    times: list[datetime | None] = []
    whose = About(person_id=_person(known[-1][1].spell), spell_id=spell_id)
    told = [(await turn.read(stream("case", case_id))).events for case_id, _ in cases]
    for (case_id, of_own), events in zip(cases, told, strict=True):
        if not of_own:
            continue
        known = situations(stay, [events], since, reporting)
        whose = about(case_id, known[-1][1].case)
        times.append(await look_and_do(turn, case_id, whose, chapters_of_case(known), await _rules(turn, known), now))
    known = situations(stay, told, since, reporting) if len(told) > 1 else known
    chapters = chapters_of_stay(known)
    times.append(await look_and_do(turn, spell_id, whose, chapters, await _rules(turn, known), now))
    return min((at for at in times if at), default=None)


async def _rules(turn: Turn, known: Sequence[tuple[datetime, Situation]]) -> Rules:
    latest = known[-1][1]
    return (await directory(turn)).rules(latest.case, latest.spell)


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


async def _cases(turn: Turn, stays: Mapping[SpellId, int]) -> dict[SpellId, list[tuple[CaseId, bool]]]:
    """Every case of each stay, and whether it is looked at for itself; the one that counts now is the last."""
    found: dict[SpellId, list[tuple[CaseId, bool]]] = {}
    for row in await turn.connection.fetch(_CASES, turn.system, list(stays)):
        found.setdefault(SpellId(row["spell_id"]), []).append((CaseId(row["id"]), row["of_own"]))
    return found


# A case that has closed may still have something open. The last one counts for the stay: who is live, else the latest.
# Of the others the stay is told what was so while they were live.
_CASES = """
    SELECT id, spell_id, (
        NOT gone
        OR position = (SELECT max(position) FROM case_1 its WHERE its.system_id = $1 AND its.spell_id = case_1.spell_id)
        OR EXISTS (
            SELECT 1 FROM escalation_1 open
            WHERE open.system_id = $1 AND open.subject = case_1.id AND NOT open.gone)) AS of_own
    FROM case_1 WHERE system_id = $1 AND spell_id = ANY($2)
    ORDER BY gone DESC, position"""

_LOOKED = """
    looked AS (
        INSERT INTO escalation_due (system_id, spell_id, next_at, position)
        SELECT $1, spell_id, next_at, $4 FROM unnest($2::uuid[], $3::timestamptz[]) AS looked(spell_id, next_at)
        ON CONFLICT (system_id, spell_id) DO UPDATE SET position = excluded.position, next_at = excluded.next_at
    )"""
