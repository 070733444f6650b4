"""Time passes: who has not answered is not waited for, and the next is asked; looking twice changes nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from app.domain.case.requests.answering import QueryOffer
from app.domain.case.requests.state import OfferState, Round
from app.domain.codes.service_lines import ServiceLine
from app.domain.practice import ServiceLines
from app.domain.values import Words
from app.events.practice import shipped
from app.events.timekeeper import let_expire
from tests.events.searching import a_search, a_service
from tests.events.test_booking_races import requests_of
from tests.facts import Installation

TIME_TO_ANSWER = timedelta(hours=shipped(ServiceLines).of(ServiceLine.REAB).response_hours)


async def test_silence_ends_the_offer_at_its_time_and_asks_the_next(place: Installation) -> None:
    search, services = await a_search(place), [await a_service(place) for _ in range(2)]
    first, second = await search.ask(*services, round_=Round.RANKED)
    now = datetime.now(UTC)
    await let_expire(place.database, place.hints, now + TIME_TO_ANSWER - timedelta(minutes=1))
    assert (await requests_of(search)).offers[first].state is OfferState.ASKED
    late = now + TIME_TO_ANSWER + timedelta(minutes=1)
    assert await let_expire(place.database, place.hints, late) >= 1
    offers = (await requests_of(search)).offers
    assert (offers[first].ended, offers[second].state) == ("no_answer", OfferState.ASKED)
    before = await place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", place.system)
    await let_expire(place.database, place.hints, late)
    assert await place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", place.system) == before


async def test_what_waits_for_the_hub_is_not_due(place: Installation) -> None:
    search, service = await a_search(place), await a_service(place)
    [offer] = await search.ask(service)
    said: dict[str, Any] = {"offer_id": offer, "answer_id": uuid4(), "words": Words("Which sling?")}
    await place.do(QueryOffer(**said, **search.said()))
    await let_expire(place.database, place.hints, datetime.now(UTC) + timedelta(days=2))
    assert (await requests_of(search)).offers[offer].state is OfferState.QUERIED
