"""One statement reads all that the rule needs of the tables that were loaded."""

from datetime import date

import pytest

from app.domain.routing import Doubt, HomeRoute, OutOfArea, Routed, home, home_route
from app.routing.kinds import ReferenceKind
from app.routing.lookup import routed
from tests.facts import Installation
from tests.routing.files import TODAY, all_loaded, loaded


@pytest.fixture
async def moor(place: Installation) -> Installation:
    """A system with the small country's tables."""
    await all_loaded(place)
    return place


async def route_of(place: Installation, postcode: str | None, practice: str | None, on: date = TODAY) -> HomeRoute:
    async with place.database.reads.acquire() as connection:
        return home_route(await routed(connection, place.system, home(postcode, practice), on))


async def test_address_and_practice_lead_to_council_icb_locality_and_hub(moor: Installation) -> None:
    assert await route_of(moor, "zz971ab", "zz7001") == HomeRoute(
        council="ZZ80", icb="ZZ70", practice="ZZ7001", locality="North", hub_id=moor.hub
    )


async def test_a_neighbours_address_is_out_of_area_with_the_contact_of_its_council(moor: Installation) -> None:
    async with moor.database.reads.acquire() as connection:
        answer = await routed(connection, moor.system, home("ZZ97 8AB", None), TODAY)
    assert isinstance(answer, OutOfArea)
    assert (answer.contact, answer.by_default) == ("Fell duty desk, 01632 960300", False)


async def test_a_practice_alone_leads_to_the_council_in_which_it_lies(moor: Installation) -> None:
    async with moor.database.reads.acquire() as connection:
        answer = await routed(connection, moor.system, home(None, "ZZ7001"), TODAY)
    assert isinstance(answer, Routed)
    assert home_route(answer) == HomeRoute(
        council="ZZ80", icb="ZZ70", practice="ZZ7001", locality="North", hub_id=moor.hub
    )
    assert [each.doubt for each in answer.where.questions] == [Doubt.COUNCIL_BY_PRACTICE]


async def test_a_hub_of_a_whole_icb_is_found_by_the_addresss_icb(moor: Installation) -> None:
    areas = f"area,code,hub,legal_start_date\nicb,ZZ70,{moor.hub},2020-04-01\n"
    await loaded(moor, ReferenceKind.HUB_AREAS, areas)
    assert (await route_of(moor, "ZZ97 8AB", None)).hub_id == moor.hub


async def test_the_date_asked_for_decides_which_entry_holds(moor: Installation) -> None:
    moved = (
        "postcode,council,legal_start_date,legal_end_date\nZZ97 1,ZZ80,2020-04-01,2026-09-30\nZZ97 1,ZZ85,2026-10-01,\n"
    )
    await loaded(moor, ReferenceKind.POSTCODES, moved)
    assert (await route_of(moor, "ZZ97 1AB", None, date(2026, 9, 30))).council == "ZZ80"
    assert (await route_of(moor, "ZZ97 1AB", None, date(2026, 10, 1))).council == "ZZ85"
    assert (await route_of(moor, "ZZ97 1AB", None, date(2020, 3, 31))) == HomeRoute()


async def test_where_nothing_is_loaded_nothing_is_known(place: Installation) -> None:
    assert await route_of(place, "ZZ97 1AB", "ZZ7001") == HomeRoute()
