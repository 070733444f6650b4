"""A merge as a feed tells it, by numbers: whatever comes first, every number leads to one person."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.database import Database
from app.domain.person import Detail
from app.domain.values import PersonId, Role
from app.events.handler import taken
from app.intake.merging import MergeNumbersDisagree, merge_told
from app.people.details import BY_HAND, Details
from app.people.registry import Match
from tests.facts import Installation, an_nhs_number
from tests.people.conftest import a_quiet_system
from tests.people.registering import MONDAY, find, kept_of, number, somebody, tell
from tests.promises.shown import head
from tests.properties import a_few

Say = Callable[[Installation], Awaitable[object]]


@pytest.fixture
async def quiet(database: Database) -> Installation:
    """A system with no places and no accounts."""
    return await a_quiet_system(database)


async def told(place: Installation, survivor: Details, retired: Details, minute: int = 0) -> PersonId:
    """Who the one person is, once it was said that these two are."""
    async with taken(place.database, place.hints, place.system) as turn:
        at = MONDAY + timedelta(minutes=minute)
        return await merge_told(turn, survivor, retired, by=place.by(Role.HUB_LEAD), at=at, told_at=at)


async def test_a_merge_resolves_a_number_of_the_survivor_that_led_to_the_retired(quiet: Installation) -> None:
    nhs = an_nhs_number()
    checked: dict[str, Any] = {"nhs_number": nhs, "nhs_number_checked": True}
    ada = await somebody(quiet, hospital_numbers=(number("H1"),))
    await somebody(quiet, hospital_numbers=(number("H2"),), **checked)
    both = Details(hospital_numbers=(number("H1"),), **checked)
    assert await told(quiet, both, Details(hospital_numbers=(number("H2"),))) == ada
    assert await find(quiet, **checked) == Match(ada)


async def test_a_merge_whose_numbers_lead_to_a_third_is_looked_at_first(quiet: Installation) -> None:
    nhs = an_nhs_number()
    await somebody(quiet, nhs_number=nhs, nhs_number_checked=True)
    for each in ("H1", "H2"):
        await somebody(quiet, hospital_numbers=(number(each),))
    both = Details(hospital_numbers=(number("H1"),), nhs_number=nhs, nhs_number_checked=True)
    before = await head(quiet.database, quiet.system)
    for pair in ((both, Details(hospital_numbers=(number("H2"),))), (Details(hospital_numbers=(number("H2"),)), both)):
        with pytest.raises(MergeNumbersDisagree):
            await told(quiet, *pair)
    assert await head(quiet.database, quiet.system) == before


async def test_a_retired_number_that_a_ward_typed_in_is_compared_by_the_survivors_name(quiet: Installation) -> None:
    ada = Details(family="Example", birth_date=MONDAY.date(), hospital_numbers=(number("H1"),))
    await somebody(quiet, birth_date=MONDAY.date(), hospital_numbers=(number("H2", BY_HAND),))
    survivor = await told(quiet, ada, Details(hospital_numbers=(number("H2"),)))
    assert await find(quiet, family="Example", birth_date=MONDAY.date(), hospital_numbers=(number("H2", BY_HAND),)) == (
        Match(survivor)
    )
    await somebody(quiet, family="Marrow", birth_date=MONDAY.date(), hospital_numbers=(number("H3", BY_HAND),))
    with pytest.raises(MergeNumbersDisagree):
        await told(quiet, ada, Details(hospital_numbers=(number("H3"),)))


def _of(which: str, **more: Any) -> Details:
    return Details(hospital_numbers=(number(which),), **more)


async def _registered(place: Installation, details: Details, minute: int) -> None:
    found = await find(place, hospital_numbers=details.hospital_numbers)
    await tell(place, found.person, MONDAY + timedelta(minutes=minute), details)


NEWS: dict[str, Say] = {
    "A is registered": lambda place: _registered(place, _of("A", phone="01632 960001"), 1),
    "B is registered": lambda place: _registered(place, _of("B", birth_date=MONDAY.date()), 2),
    "A is merged into B": lambda place: told(place, _of("B"), _of("A"), 3),
    "B is merged into C": lambda place: told(place, _of("C", family="Example"), _of("B"), 4),
    "A's details are told": lambda place: _registered(place, _of("A", given="Ada"), 5),
    "A's number was changed to D": lambda place: told(place, _of("D"), _of("A"), 6),
    "B is merged into A after all": lambda place: told(place, _of("A"), _of("B"), 7),
}


@a_few(20)
@for_all(order=st.permutations(sorted(NEWS)), repeated=st.lists(st.sampled_from(sorted(NEWS)), max_size=2))
async def test_in_any_order_every_number_leads_to_one_person(
    database: Database, order: list[str], repeated: list[str]
) -> None:
    place = await a_quiet_system(database)
    for each in [*order, *repeated]:
        await NEWS[each](place)
    found = [await find(place, hospital_numbers=(number(each),)) for each in "ABCD"]
    assert len(set(found)) == 1
    [match] = set(found)
    assert match.person is not None
    kept = await kept_of(place, match.person)
    assert kept is not None
    assert (kept.family, kept.given, kept.birth_date, kept.phone) == (
        "Example",
        "Ada",
        MONDAY.date(),
        "01632 960001",
    )


async def test_a_detail_of_the_retired_that_comes_late_is_told_of_the_survivor(quiet: Installation) -> None:
    survivor = await told(quiet, _of("A"), _of("B"))
    found = await find(quiet, hospital_numbers=(number("B"),))
    assert found == Match(survivor)
    assert set((await tell(quiet, survivor, MONDAY, _of("B", given="Ada"))).changed) == {Detail.NAME}
