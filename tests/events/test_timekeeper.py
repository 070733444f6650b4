"""Time passes: who has not answered is not waited for, and the next is asked; looking twice changes nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from app.domain.case import Case, PlanLeaving
from app.domain.case.holding.answering import AnswerForPlace, KeepOrRelease
from app.domain.case.holding.asking import AskHolders
from app.domain.case.holding.causes import Cause
from app.domain.case.leaving import LeaveFrom
from app.domain.case.requests.answering import QueryOffer
from app.domain.case.requests.state import OfferState, Round
from app.domain.codes.service_lines import ServiceLine
from app.domain.practice import ServiceLines
from app.domain.values import SystemId, Words, stream
from app.events.midnight import MIDNIGHT
from app.events.practice import shipped
from app.events.stream import read_stream
from app.events.timekeeper import ask_holders_again, let_expire
from app.views.kept_lookup import times_over
from app.views.offer_lookup import overdue_offers
from tests.events.searching import Searching, a_search, a_service
from tests.events.test_booking_races import hold, kept_now, requests_of
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


async def test_a_hold_that_ran_out_asks_the_next_once_and_one_nobody_waits_behind_is_not_due(
    place: Installation,
) -> None:
    search, services = await a_search(place), [await a_service(place) for _ in range(3)]
    alone = await a_search(place)
    first, second = await search.ask(*services[:2], round_=Round.RANKED)
    [only] = await alone.ask(services[2], round_=Round.RANKED)
    for each, offer in ((search, first), (alone, only)):
        await place.do(hold(each, offer))
    late = datetime.now(UTC) + timedelta(days=1, minutes=1)
    assert (place.system, first) not in await due_at(place, datetime.now(UTC))
    assert {offer for system, offer in await due_at(place, late) if system == place.system} == {first}
    await let_expire(place.database, place.hints, late)
    offers = (await requests_of(search)).offers
    assert (offers[first].ended, offers[second].state) == ("hold_ran_out", OfferState.ASKED)
    assert await kept_now(place, services[0]) == 0
    assert (await requests_of(alone)).offers[only].state is OfferState.IN_PRINCIPLE
    before = await place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", place.system)
    await let_expire(place.database, place.hints, late)
    assert await place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", place.system) == before


async def due_at(place: Installation, now: datetime) -> list[tuple[SystemId, UUID]]:
    """What the timekeeper would find, of all systems."""
    async with place.database.reads.acquire() as connection:
        return [(each.system, each.offer_id) for each in await overdue_offers(connection, now)]


async def test_who_kept_a_place_until_a_time_is_asked_again_once_also_after_an_outage(place: Installation) -> None:
    search, service = await a_search(place), await a_service(place)
    [offer] = await search.ask(service)
    await place.do(search.yes(offer))
    asking = {key: value for key, value in search.said().items() if key != "by"}
    await place.do(AskHolders(cause=Cause.SLOT_MOVED, by=MIDNIGHT, **asking))
    until = datetime.now(UTC) + timedelta(hours=3)
    keeps: dict[str, Any] = {"holder_id": offer, "answer": KeepOrRelease.KEEP, "until": until, "answer_id": uuid4()}
    await place.do(AnswerForPlace(**keeps, **search.said()))
    await ask_holders_again(place.database, place.hints, until - timedelta(minutes=1))
    assert await questions_of(search) == {}
    late = until + timedelta(hours=30)
    assert await ask_holders_again(place.database, place.hints, late) >= 1
    assert await questions_of(search) == {offer: Cause.SLOT_MOVED}
    before = await place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", place.system)
    await ask_holders_again(place.database, place.hints, late)
    assert await place.database.reads.fetchval("SELECT head FROM system WHERE id = $1", place.system) == before


async def test_holders_are_asked_once_when_the_slot_passed_and_the_person_is_still_here(place: Installation) -> None:
    search, service = await a_search(place), await a_service(place)
    [offer] = await search.ask(service)
    await place.do(search.yes(offer))
    slot = datetime.now(UTC) + timedelta(hours=20)
    where: dict[str, Any] = {"going_to": Words("Own home"), "received_by": Words("Her son")}
    await place.do(PlanLeaving(leave_at=slot, leave_from=LeaveFrom.WARD, **where, **search.said()))
    await ask_holders_again(place.database, place.hints, slot + timedelta(minutes=59))
    assert await questions_of(search) == {}
    for late in (slot + timedelta(hours=30), slot + timedelta(hours=31)):
        await ask_holders_again(place.database, place.hints, late)
        assert await questions_of(search) == {offer: Cause.SLOT_PASSED}
    async with place.database.reads.acquire() as connection:
        over = [each for each in await times_over(connection, late) if each.case_id == search.case]
    assert over == [], "what was asked is looked for no more"


async def questions_of(search: Searching) -> dict[UUID, Cause]:
    """Who is asked whether they keep what they hold, and why."""
    async with search.place.database.reads.acquire() as connection:
        past = (await read_stream(connection, search.place.system, stream("case", search.case))).past
    case: Case = past.state
    return {key: question.cause for key, question in case.holding.asked.items()}
