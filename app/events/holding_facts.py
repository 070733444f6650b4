"""What a decision on those who hold something must know: who answers, and what services can still take."""

from app.domain.case import Case
from app.domain.case.facts import CaseFacts
from app.domain.case.holding.answering import AnswerHolder
from app.domain.case.holding.asking_again import AskAgain
from app.domain.case.holding.deciding import AnyHoldingCommand
from app.domain.case.holding.of_stay import is_ready
from app.domain.service import Service
from app.domain.values import ServiceId, stream
from app.events.log import Turn
from app.events.request_facts import expiries, next_in_turn
from app.events.stream import Past
from app.events.task_facts import doer_of


async def holding_facts(command: AnyHoldingCommand, turn: Turn, past: Past) -> CaseFacts:
    """An answer needs who gives it, and who is asked next where a service gives a place up; asking again, the stay."""
    if isinstance(command, AskAgain):
        return CaseFacts(ready_again=await _ready_again(turn, past.state))
    if not isinstance(command, AnswerHolder):
        return CaseFacts()
    case: Case = past.state
    asked = await expiries(turn, next_in_turn(case), command.at)
    return CaseFacts(doer=await doer_of(turn, command.by, case), expiries=asked)


async def _ready_again(turn: Turn, case: Case) -> bool:
    return case.spell_id is not None and is_ready((await turn.read(stream("spell", case.spell_id))).state)


async def lost_by_death(turn: Turn, case: Case) -> dict[ServiceId, Service]:
    """The services whose offers a death ended, as they stand inside the turn."""
    ended = dict.fromkeys(offer.service_id for offer in case.requests.at_death.values())
    return {key: (await turn.read(stream("service", key))).state for key in ended}
