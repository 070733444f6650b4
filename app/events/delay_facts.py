"""What freezing a night must know besides the stay: what the case tells, and the rule that picks one reason."""

from app.domain.case.delay import delay_facts
from app.domain.case.facts import CaseFacts
from app.domain.case.remaining.freezing import FreezeStayNight
from app.domain.case.remaining.next_service import next_service
from app.domain.delay import History, joined
from app.domain.spell import SpellFacts
from app.domain.values import SpellId, stream
from app.events.log import Turn
from app.events.practice import reporting_of
from app.events.stream import Past
from app.views.delay import case_of


async def before_freezing(turn: Turn, spell: SpellId) -> SpellFacts:
    """The case that follows this stay now, or followed it last, whole."""
    return SpellFacts(case_history=await _case_history(turn, spell), reporting=await reporting_of(turn))


async def before_freezing_stay(command: FreezeStayNight, turn: Turn, past: Past) -> CaseFacts:
    """The case has the stay itself."""
    told = next_service(past.events, command.stay_id)
    return CaseFacts(next_service=told, reporting=await reporting_of(turn))


async def _case_history(turn: Turn, spell: SpellId) -> History:
    case = await case_of(turn.connection, turn.system, spell)
    if case is None:
        return joined(())
    return delay_facts((await turn.read(stream("case", case))).events)[1]
