"""What a request to services must know of them: what they can take, and until when each may answer."""

from collections.abc import Collection
from datetime import datetime, timedelta

from app.domain.case import CASE, Case
from app.domain.case.facts import CaseFacts
from app.domain.case.requests.deciding import AnyRequestCommand
from app.domain.case.requests.hub_side import AnswerQuery, TakeCounter
from app.domain.case.requests.sending import SendRequest
from app.domain.case.requests.state import OfferState
from app.domain.service import SERVICE
from app.domain.values import ServiceId, stream
from app.events.log import Turn
from app.events.stream import Past

TIME_TO_ANSWER = timedelta(hours=4)
"""How long a service that is asked may take. Local default (hub practice, escalation policy)."""


async def request_facts(command: AnyRequestCommand, turn: Turn, past: Past) -> CaseFacts:
    """The services that the command may put a request to, as they stand inside the turn."""
    if isinstance(command, SendRequest):
        named = list(dict.fromkeys(command.services))
        streams = [stream("service", service) for service in named]
        await turn.read_ahead(streams)
        pasts = [await turn.read(each) for each in streams]
        services = {key: SERVICE.fold(each.events) for key, each in zip(named, pasts, strict=True)}
        elsewhere = await _request_elsewhere(command, turn)
        return CaseFacts(services=services, expiries=expiries(named, command.at), request_elsewhere=elsewhere)
    return CaseFacts(expiries=expiries(_may_be_asked(command, CASE.fold(past.events)), command.at))


def expiries(services: Collection[ServiceId], at: datetime) -> dict[ServiceId, datetime]:
    """Until when each service may answer, if it is asked now."""
    return dict.fromkeys(services, at + TIME_TO_ANSWER)


async def _request_elsewhere(command: SendRequest, turn: Turn) -> bool:
    there = "SELECT EXISTS (SELECT 1 FROM request_1 WHERE system_id = $1 AND id = $2 AND case_id <> $3)"
    return bool(await turn.connection.fetchval(there, turn.system, command.request_id, command.case_id))


def _may_be_asked(command: AnyRequestCommand, case: Case) -> set[ServiceId]:
    offers = case.requests.offers
    if isinstance(command, AnswerQuery | TakeCounter):
        return {offer.service_id for key, offer in offers.items() if key == command.offer_id}
    return {offer.service_id for offer in offers.values() if offer.state is OfferState.NEXT}
