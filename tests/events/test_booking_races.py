"""Those who race for one person, one place or one offer: one has it, and the others are told (DOMAIN rule 7).

20 rounds of two processes each; 1,000 when run by hand.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.case import CASE
from app.domain.case.requests.answering import HoldInPrinciple
from app.domain.case.requests.hub_side import EndBooking, EndBookingBecause, WithdrawOffer
from app.domain.case.requests.state import EndedBecause, Requests
from app.domain.decider import Command
from app.domain.service import SERVICE, Service
from app.domain.service.counting import kept
from app.domain.values import ServiceId, Words, stream
from app.events.stream import read_stream
from tests.events.searching import Searching, a_search, a_service
from tests.facts import Installation
from tests.promises.racing import Racers, racers

ROUNDS, BLOCK = 20, 10
"""Rounds in all; and those on one case and its services: then others are taken, so that no stream grows without end."""

WORDS = Words("Next round.")
SOAK = pytest.param(1_000, marks=pytest.mark.soak)


@pytest.fixture(scope="module")
def racing() -> Iterator[Racers]:
    with racers(2) as two:
        yield two


async def requests_of(search: Searching) -> Requests:
    async with search.place.database.reads.acquire() as connection:
        past = (await read_stream(connection, search.place.system, stream("case", search.case))).past
    requests: Requests = CASE.fold(past.events).requests
    return requests


async def kept_now(place: Installation, service: ServiceId) -> int:
    async with place.database.reads.acquire() as connection:
        past = (await read_stream(connection, place.system, stream("service", service))).past
    state: Service = SERVICE.fold(past.events)
    return kept(state, "am", datetime.now(UTC))


async def start_over(*searches: Searching) -> None:
    """End what stands on each case, so that the next round begins as this one did."""
    for search in searches:
        requests = await requests_of(search)
        ending: dict[str, Any] = {"words": WORDS, **search.said()}
        for offer in requests.open:
            await search.place.do(WithdrawOffer(offer_id=offer, **ending))
        if requests.booking:
            why = EndBookingBecause.CANCELLED
            booked = requests.booking
            await search.place.do(EndBooking(offer_id=booked, why=why, answer_id=uuid4(), **ending))


@pytest.mark.parametrize("rounds", [ROUNDS, SOAK])
async def test_of_two_services_that_confirm_at_once_one_has_the_person(
    place: Installation, racing: Racers, rounds: int
) -> None:
    for _ in range(rounds // BLOCK):
        east, west = await a_service(place), await a_service(place)
        search = await a_search(place)
        for _ in range(BLOCK):
            offers = await search.ask(east, west)
            came = await racing.at_once(place, *(search.yes(each) for each in offers))
            assert sorted(came) == ["", "another-confirmed"]
            requests = await requests_of(search)
            assert requests.booking == offers[came.index("")]
            assert await kept_now(place, east) + await kept_now(place, west) == 1
            await start_over(search)


@pytest.mark.parametrize("rounds", [ROUNDS, SOAK])
@pytest.mark.parametrize("holding", [True, False], ids=["hold", "confirm"])
async def test_of_two_people_who_need_the_last_place_one_has_it(
    place: Installation, racing: Racers, rounds: int, *, holding: bool
) -> None:
    for _ in range(rounds // BLOCK):
        east = await a_service(place)
        searches = [await a_search(place), await a_search(place)]
        for _ in range(BLOCK):
            pairs = [(each, (await each.ask(east))[0]) for each in searches]
            came = await racing.at_once(place, *(hold(*pair) if holding else pair[0].yes(pair[1]) for pair in pairs))
            assert sorted(came) == ["", "capacity-gone"]
            assert await kept_now(place, east) == 1
            await start_over(*searches)
            assert await kept_now(place, east) == 0


@pytest.mark.parametrize("rounds", [ROUNDS, SOAK])
async def test_a_withdrawal_and_a_yes_at_once_are_not_both_true(
    place: Installation, racing: Racers, rounds: int
) -> None:
    for _ in range(rounds // BLOCK):
        east, search = await a_service(place), await a_search(place)
        for n in range(BLOCK):
            [offer] = await search.ask(east)
            withdrawal = WithdrawOffer(offer_id=offer, words=WORDS, **search.said())
            both: list[Command] = [withdrawal, search.yes(offer)] if n % 2 else [search.yes(offer), withdrawal]
            came = await racing.at_once(place, *both)
            requests = await requests_of(search)
            if requests.booking:
                assert (came, requests.offers[offer].ended) == (["", ""], None)
            else:
                assert (sorted(came), requests.offers[offer].ended) == (["", "request-is-over"], EndedBecause.WITHDRAWN)
            assert await kept_now(place, east) == (1 if requests.booking else 0)
            await start_over(search)


def hold(search: Searching, offer: UUID) -> HoldInPrinciple:
    until = datetime.now(UTC) + timedelta(days=1)
    return HoldInPrinciple(offer_id=offer, answer_id=uuid4(), units=("am",), until=until, **search.said())
