"""What a saying about somebody who left must know: whether they died, and when their service's line is reviewed."""

from datetime import datetime

from app.domain.case import Case
from app.domain.case.arriving.command import booking_meant, offer_of
from app.domain.case.arriving.contact import ConfirmFirstContact, line_of
from app.domain.case.arriving.death import HearOfDeath, HearTheyLive
from app.domain.case.arriving.deciding import AnyArrivingCommand
from app.domain.case.facts import CaseFacts
from app.domain.practice import ServiceLines
from app.domain.practice.lines import LineRule
from app.domain.spell import Spell
from app.domain.values import WardId, stream
from app.events.log import Turn
from app.events.practice import practice
from app.events.stream import Past


async def arriving_facts(command: AnyArrivingCommand, turn: Turn, past: Past) -> CaseFacts:
    """Read inside the turn."""
    case: Case = past.state
    if isinstance(command, HearOfDeath | HearTheyLive):
        return CaseFacts()
    rule = await _rule(turn, command, case) if isinstance(command, ConfirmFirstContact) else None
    days, daily = (rule.review_days, rule.review_daily) if rule else ((), False)
    return CaseFacts(died_at=await _died_at(turn, case), review_days=days, review_daily=daily)


async def ward_of(turn: Turn, past: Past) -> WardId | None:
    """The ward on which the case's person lies, or lay when they left."""
    case: Case = past.state
    if case.spell_id is None:
        return None
    spell: Spell = (await turn.read(stream("spell", case.spell_id))).state
    return spell.place.ward_id if spell.admission else None


async def _died_at(turn: Turn, case: Case) -> datetime | None:
    died = "SELECT died_at FROM person_1 WHERE system_id = $1 AND id = $2"
    at: datetime | None = await turn.connection.fetchval(died, turn.system, case.person_id)
    return at


async def _rule(turn: Turn, command: ConfirmFirstContact, case: Case) -> LineRule | None:
    """Of the line as the hub's list has it; none where the list leaves it out."""
    offer = offer_of(case, booking_meant(command, case))
    return (await practice(turn, ServiceLines)).rule_of(line_of(case, offer)) if offer else None
