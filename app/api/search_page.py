"""Everything the hub is shown of one person's search for a service, read from the stream of the case."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from asyncpg import Record
from asyncpg.pool import PoolConnectionProxy
from pydantic import BaseModel

from app.access.me import Me
from app.api.state import State
from app.api.telling import Happening, names_of, tell
from app.domain.case import CASE
from app.domain.case.requests.evolving import RequestEvent
from app.domain.case.requests.packaging import PackageDescribed
from app.domain.case.requests.previous import WORDS, Previous
from app.domain.case.requests.state import Offer
from app.domain.case.state import Case
from app.domain.decider import Recorded
from app.domain.practice import PracticeKind, ServiceLines
from app.domain.rejections import NotKnown
from app.domain.values import CaseId, stream
from app.events.overwriting import part_version
from app.events.practice import practice_in
from app.events.previous_provider import previous_provider
from app.events.stream import read_stream
from app.views.phrases import Names, coded, where
from app.views.search_fold import Search, searched
from app.views.timeline_requests import say_request


class PackagePart(BaseModel):
    """The package that is needed; send `etag` as If-Match to change it."""

    package: dict[str, Any]
    words: str | None
    etag: str


class OfferPart(BaseModel):
    """One service that was asked. `why_not` is its decline in words, `history` all that was said, in words.

    `opened`: it read the detail; `assessments_read` counts the versions of the trusted assessment that it read.
    """

    offer_id: UUID
    service_id: UUID
    service: str
    state: str
    ended: str | None
    why_not: str | None
    earliest: date | None
    expires_at: datetime | None
    hold_until: datetime | None
    units: tuple[str, ...]
    opened: bool
    assessments_read: int
    assessed: bool
    person_said: str | None
    arrive_from: datetime | None
    arrive_to: datetime | None
    history: list[Happening]


class RequestPart(BaseModel):
    """One request, with the services in the order asked; `words` say why not the previous provider first."""

    request_id: UUID
    round: str
    words: str | None
    sent_at: datetime
    offers: list[OfferPart]


class PreviousPart(BaseModel):
    """Who gave care before, and whence that is known: asked first, unless the request says in words why not."""

    service_id: UUID
    service: str
    words: str


class SearchPage(BaseModel):
    """The package, the requests, the latest last, and the offer that is the booking.

    `previous` is who is asked first: known, not asked yet, and of a line of which the hub's list says so.
    """

    package: PackagePart | None
    requests: list[RequestPart]
    booking: UUID | None
    previous: PreviousPart | None


async def search_page(homeward: State, me: Me, case_id: CaseId) -> SearchPage:
    """Read the search of a case. Raises NotKnown."""
    async with homeward.database.reads.acquire() as connection:
        past = (await read_stream(connection, me.system, stream("case", case_id))).past
        case: Case = CASE.fold(past.events)
        if case.person_id is None:
            raise NotKnown(what="case")
        previous = await _first_to_ask(connection, me, case_id, case)
    async with homeward.database.engine.connect() as connection:
        names = await names_of(connection, me.system)
    search = searched(past.events)
    described = search.requests.described
    return SearchPage(
        package=_package(described, part_version(past.events, PackageDescribed)) if described else None,
        requests=[_request(search, key, past.events, names) for key in search.sent],
        booking=case.requests.booking,
        previous=_previous(previous, names) if previous else None,
    )


async def _first_to_ask(
    connection: "PoolConnectionProxy[Record]", me: Me, case_id: CaseId, case: Case
) -> Previous | None:
    package = case.requests.package
    lines = await practice_in(connection, me.system, ServiceLines)
    if package is None or not lines.of(package.line).previous_provider_first:
        return None
    known = await previous_provider(connection, me.system, case_id, case, package.line)
    asked = {offer.service_id for offer in case.requests.offers.values()}
    return None if known and known.service_id in asked else known


def _previous(previous: Previous, names: Names) -> PreviousPart:
    service = previous.service_id
    return PreviousPart(service_id=service, service=where(names, service), words=WORDS[previous.known_from])


def _package(described: PackageDescribed, version: int) -> PackagePart:
    package = asdict(described.package) | {"skills": sorted(described.package.skills)}
    return PackagePart(package=package, words=described.words, etag=f'"{version}"')


def _request(search: Search, key: UUID, events: Sequence[Recorded[Any]], names: Names) -> RequestPart:
    sent = search.sent[key]
    offers = [(each, offer) for each, offer in search.requests.offers.items() if offer.request_id == key]
    return RequestPart(
        request_id=key,
        round=sent.event.round,
        words=sent.event.words,
        sent_at=sent.at,
        offers=[_offer(search, each, offer, events, names) for each, offer in offers],
    )


def _offer(search: Search, key: UUID, offer: Offer, events: Sequence[Recorded[Any]], names: Names) -> OfferPart:
    ended, countered = search.ended.get(key), search.said.get(key)
    about = [each for each in events if isinstance(each.event, RequestEvent) and _is_about(each.event, key)]
    return OfferPart(
        offer_id=key,
        service_id=offer.service_id,
        service=names.get(offer.service_id, "A service"),
        state=offer.state,
        ended=offer.ended,
        why_not=coded(names, PracticeKind.DECLINE_CODES, ended.code) if ended and ended.code else None,
        earliest=countered.start_on if countered else None,
        expires_at=offer.expires_at,
        hold_until=offer.hold_until,
        units=offer.units,
        opened=offer.opened,
        assessments_read=len(offer.read),
        assessed=offer.assessed,
        person_said=offer.person_said,
        arrive_from=offer.arrive_from,
        arrive_to=offer.arrive_to,
        history=tell(about, say_request, names),
    )


def _is_about(event: RequestEvent, offer: UUID) -> bool:
    return getattr(event, "offer_id", None) == offer
