"""What freezing a night must know besides the stay: what its case tells, whose it may be, and the rule that picks one
reason.
"""

from collections.abc import Sequence
from typing import Any

from app.domain.case.asked import asked_at
from app.domain.case.delay import delay_facts
from app.domain.case.facts import CaseFacts
from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.case.remaining.next_service import next_service
from app.domain.case.state import Case
from app.domain.decider import Recorded
from app.domain.delay import joined
from app.domain.local_time import midnight_after
from app.domain.spell import FreezeNight, SpellFacts
from app.domain.spell.night_owners import Parties
from app.domain.values import stream
from app.events.escalation.directory import directory
from app.events.log import Turn
from app.events.practice import reporting_of
from app.events.stream import Past
from app.views.delay import case_of


async def before_freezing(turn: Turn, command: FreezeNight) -> SpellFacts:
    """The case that follows this stay or followed it, whole: what it tells of later, no night of this stay asks."""
    case_id = await case_of(turn.connection, turn.system, command.spell_id)
    events = (await turn.read(stream("case", case_id))).events if case_id else ()
    case, history = delay_facts(events) if events else (Case(), joined(()))
    parties = await _parties(turn, case, events, command)
    return SpellFacts(case_history=history, reporting=await reporting_of(turn), parties=parties)


async def before_freezing_stay(command: FreezeStayNight, turn: Turn, past: Past) -> CaseFacts:
    """The case has the stay itself."""
    told = next_service(past.events, command.stay_id)
    return CaseFacts(next_service=told, reporting=await reporting_of(turn))


async def _parties(turn: Turn, case: Case, events: Sequence[Recorded[Any]], command: FreezeNight) -> Parties:
    """Of somebody without a case every hub may be the one that knows of them."""
    known = await directory(turn)
    hub = known.of_place.get(case.hub_id) if case.hub_id else None
    return Parties(
        of_ward=known.of_place,
        hubs=frozenset({hub}) if hub else known.of_hubs,
        services=asked_at(events, midnight_after(command.night)),
    )
