"""What freezing a night or taking a snapshot must know besides the stay: what its case tells, whose it may be, the rule
that picks one reason, and what was on record at the instant of a snapshot.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.case.facts import CaseFacts
from app.domain.case.one_after_another import told_by
from app.domain.case.remaining.contesting import AnyStayNightCommand
from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.case.remaining.next_service import next_service
from app.domain.case.remaining.snapshot import TakeStaySnapshot
from app.domain.case.state import Case
from app.domain.decider import Command, Recorded
from app.domain.delay.owners import OF_HUB
from app.domain.spell import FreezeNight, Spell, SpellFacts, TakeSnapshot
from app.domain.spell.contesting import AnyNightCommand
from app.domain.spell.facts import OnRecord
from app.domain.values import SpellId, stream
from app.events.escalation.directory import directory
from app.events.log import Turn
from app.events.practice import reporting_of
from app.events.stream import Past
from app.views.delay import case_of, cases_of


async def before_freezing(turn: Turn, command: FreezeNight) -> SpellFacts:
    """The cases that follow this stay or followed it, whole: what they tell of later, no night of this stay asks."""
    case, history = told_by(await _its_cases(turn, command.spell_id))
    places = (await directory(turn)).places
    return SpellFacts(
        case_history=history,
        reporting=await reporting_of(turn),
        parties=places.parties(None, case.hub_id),
        of_ward=places.of_place,
    )


async def before_snapshot(turn: Turn, command: TakeSnapshot, past: Past) -> SpellFacts:
    """As before freezing, and the stay and its cases by what had been recorded until the instant."""
    cases, instant = await _its_cases(turn, command.spell_id), command.taken_at
    case, history = told_by(cases)
    known = [recorded_by(events, instant) for events in cases]
    case_then, told_then = (case, history) if [*map(len, known)] == [*map(len, cases)] else told_by(known)
    spells = past.events.states[: len(recorded_by(past.events, instant))]
    then = OnRecord(spell=spells[-1] if spells else Spell(), case_history=told_then)
    places = (await directory(turn)).places
    return SpellFacts(
        case_history=history,
        reporting=await reporting_of(turn),
        parties=places.parties(None, case_then.hub_id),
        of_ward=places.of_place,
        then=then,
    )


async def before_freezing_stay(command: FreezeStayNight, turn: Turn, past: Past) -> CaseFacts:
    """The case has the stay itself."""
    told, known = next_service(past.events, command.stay_id), (await directory(turn)).places
    parties = known.parties(None, past.state.hub_id)
    return CaseFacts(next_service=told, reporting=await reporting_of(turn), parties=parties)


async def before_stay_snapshot(command: TakeStaySnapshot, turn: Turn, past: Past) -> CaseFacts:
    """The case has the stay itself, as it stands and as it was on record at the instant."""
    known, places = recorded_by(past.events, command.taken_at), (await directory(turn)).places
    cases = past.events.states[: len(known)]
    return CaseFacts(
        next_service=next_service(past.events, command.stay_id),
        reporting=await reporting_of(turn),
        parties=places.parties(None, past.state.hub_id),
        stay_then=cases[-1].stays.get(command.stay_id) if cases else None,
        next_service_then=next_service(known, command.stay_id),
    )


async def before_hearing(turn: Turn, command: AnyNightCommand) -> SpellFacts:
    """Whether the hub of who speaks works for the person; where no hub does, every one may speak."""
    case_id = await case_of(turn.connection, turn.system, command.spell_id)
    case: Case = (await turn.read(stream("case", case_id))).state if case_id else Case()
    return SpellFacts(of_another_hub=await _of_another_hub(turn, command, case))


async def before_hearing_of_stay(turn: Turn, command: AnyStayNightCommand, past: Past) -> CaseFacts:
    """The same of a community bed: the case has the stay itself."""
    return CaseFacts(of_another_hub=await _of_another_hub(turn, command, past.state))


async def _of_another_hub(turn: Turn, command: Command, case: Case) -> bool:
    if case.hub_id is None or command.by.role not in OF_HUB:
        return False
    hub = await turn.connection.fetchval(_HUB, turn.system, UUID(command.by.id))
    return hub is not None and hub != case.hub_id


_HUB = "SELECT hub_id FROM staff_1 WHERE system_id = $1 AND id = $2 AND NOT gone"


def recorded_by(events: Sequence[Recorded[Any]], at: datetime) -> Sequence[Recorded[Any]]:
    """The events of a stream that had been recorded by then, in the order in which they were."""
    return events[: bisect_right(events, at, key=lambda each: each.recorded_at)]


async def _its_cases(turn: Turn, spell: SpellId) -> list[Sequence[Recorded[Any]]]:
    """The events of each; the case that counts now is the last."""
    cases = await cases_of(turn.connection, turn.system, spell)
    return [(await turn.read(stream("case", each))).events for each in cases]
