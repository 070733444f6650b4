"""What a request to services must know of them: what they can take, and until when each may answer."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import asyncpg

from app.bank_holidays import ENGLAND
from app.domain.calendar import NO_CALENDAR, after_open
from app.domain.case import Case
from app.domain.case.facts import CaseFacts
from app.domain.case.requests.answering import DeclineOffer
from app.domain.case.requests.confirming import ChangeStart, ConfirmOffer
from app.domain.case.requests.deciding import AnyRequestCommand
from app.domain.case.requests.hub_side import AnswerQuery, TakeCounter
from app.domain.case.requests.packaging import DescribePackage
from app.domain.case.requests.previous import Previous
from app.domain.case.requests.sending import SendRequest
from app.domain.case.requests.state import OfferState
from app.domain.codes.service_lines import ServiceLine
from app.domain.practice import DeclineCodes, Lists, ServiceLines
from app.domain.replacing import replace
from app.domain.service.state import Service
from app.domain.values import ServiceId, stream
from app.events.log import Turn
from app.events.practice import calendar_of, practice
from app.events.previous_provider import previous_provider
from app.events.stream import Past
from app.views.days_off import days_off


async def request_facts(command: AnyRequestCommand, turn: Turn, past: Past) -> CaseFacts:
    """The services that the command may put a request to, as they stand inside the turn."""
    if isinstance(command, SendRequest):
        return await _before_sending(command, turn, past.state)
    if isinstance(command, DescribePackage):
        return CaseFacts(lists=Lists(lines=await practice(turn, ServiceLines)))
    asked = await expiries(turn, _may_be_asked(command, past.state), command.at)
    if isinstance(command, DeclineOffer):
        return CaseFacts(expiries=asked, lists=Lists(declines=await practice(turn, DeclineCodes)))
    return CaseFacts(expiries=asked, services=await _whose_start(command, turn, past.state))


async def _whose_start(command: AnyRequestCommand, turn: Turn, case: Case) -> dict[ServiceId, Service]:
    """The service whose start is agreed, with its days off."""
    match command:
        case ConfirmOffer(offer_id=key):
            offer = case.requests.offers.get(key)
        case ChangeStart():
            offer = case.requests.offers[case.requests.booking] if case.requests.booking else None
        case _:
            offer = None
    return await _with_days_off(turn, [offer.service_id]) if offer else {}


async def _with_days_off(turn: Turn, named: Sequence[ServiceId]) -> dict[ServiceId, Service]:
    streams = [stream("service", service) for service in named]
    await turn.read_ahead(streams)
    pasts = [await turn.read(each) for each in streams]
    off = await days_off(turn.connection, turn.system, named)
    return {key: replace(each.state, off=off[key]) for key, each in zip(named, pasts, strict=True)}


async def _before_sending(command: SendRequest, turn: Turn, case: Case) -> CaseFacts:
    lines = await practice(turn, ServiceLines)
    previous = await _previous(command, turn, case, lines)
    named = list(dict.fromkeys([*command.services, *([previous.service_id] if previous else [])]))
    return CaseFacts(
        services=await _with_days_off(turn, named),
        expiries=await expiries(turn, named, command.at),
        request_elsewhere=await _request_elsewhere(command, turn),
        lists=Lists(lines=lines),
        previous=previous,
    )


async def _previous(command: SendRequest, turn: Turn, case: Case, lines: ServiceLines) -> Previous | None:
    package = case.requests.package
    if package is None or not lines.of(package.line).previous_provider_first:
        return None
    return await previous_provider(turn.connection, turn.system, command.case_id, case, package.line)


_ASKED = "SELECT id, organisation_id, line FROM service_1 WHERE system_id = $1 AND id = ANY($2)"


async def expiries(turn: Turn, services: Collection[ServiceId], at: datetime) -> dict[ServiceId, datetime]:
    """Until when each service may answer, if it is asked now: so many of its own open hours, as its line has it.

    A service that keeps no calendar works as its organisation does; where that keeps none either, around the clock.
    """
    if not services:
        return {}
    listed = await turn.connection.fetch(_ASKED, turn.system, list(services))
    calendars = await calendar_of(turn, {key for row in listed for key in (row["id"], row["organisation_id"])})
    lines = await practice(turn, ServiceLines)

    def expiry(row: "asyncpg.Record") -> datetime:
        own, theirs = calendars[row["id"]], calendars[row["organisation_id"]]
        hours = timedelta(hours=lines.of(ServiceLine(row["line"])).response_hours)
        return after_open(own if own != NO_CALENDAR else theirs, at, hours, ENGLAND)

    return {ServiceId(row["id"]): expiry(row) for row in listed}


async def _request_elsewhere(command: SendRequest, turn: Turn) -> bool:
    there = "SELECT EXISTS (SELECT 1 FROM request_1 WHERE system_id = $1 AND id = $2 AND case_id <> $3)"
    return bool(await turn.connection.fetchval(there, turn.system, command.request_id, command.case_id))


def _may_be_asked(command: AnyRequestCommand, case: Case) -> set[ServiceId]:
    if isinstance(command, AnswerQuery | TakeCounter):
        return {offer.service_id for key, offer in case.requests.offers.items() if key == command.offer_id}
    return next_in_turn(case)


def next_in_turn(case: Case) -> set[ServiceId]:
    """The services that are asked when those before them cannot."""
    return {offer.service_id for offer in case.requests.offers.values() if offer.state is OfferState.NEXT}
