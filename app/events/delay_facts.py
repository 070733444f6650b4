"""What freezing a night must know besides the stay: what its case tells, whose it may be, and the rule that picks one
reason.
"""

from app.domain.case.delay import delay_facts
from app.domain.case.facts import CaseFacts
from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.case.remaining.next_service import next_service
from app.domain.case.state import Case
from app.domain.delay import joined
from app.domain.spell import FreezeNight, SpellFacts
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
    places = (await directory(turn)).places
    return SpellFacts(
        case_history=history,
        reporting=await reporting_of(turn),
        parties=places.parties(None, case.hub_id),
        of_ward=places.of_place,
    )


async def before_freezing_stay(command: FreezeStayNight, turn: Turn, past: Past) -> CaseFacts:
    """The case has the stay itself."""
    places, case = (await directory(turn)).places, past.state
    return CaseFacts(
        next_service=next_service(past.events, command.stay_id),
        reporting=await reporting_of(turn),
        parties=places.parties(None, case.hub_id),
    )
