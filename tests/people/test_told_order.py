"""Details are as they were said last, in whatever order the tellings come; what a ward types is said now."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.database import Database
from app.domain.person import Detail
from app.domain.values import PersonId
from app.people.details import Details
from app.people.lookup import Identity
from app.people.registry import erase
from tests.facts import Installation, an_nhs_number
from tests.people.conftest import a_quiet_system
from tests.people.registering import MONDAY, changed, keep, kept_of, tell
from tests.properties import a_few

ADA = Details(family="Example", given="Ada")


async def known(place: Installation, *tellings: tuple[int, Details]) -> tuple[PersonId, Identity]:
    """Who is known once these came, in this order, each said at its minute."""
    person: PersonId | None = None
    for minute, details in tellings:
        person = (await tell(place, person, MONDAY + timedelta(minutes=minute), details)).person
    assert person is not None
    kept = await kept_of(place, person)
    assert kept is not None
    return person, kept


async def said(place: Installation, person: PersonId, minute: int, **told: Any) -> set[Detail]:
    """Which details this changes, said at this minute."""
    return set((await tell(place, person, MONDAY + timedelta(minutes=minute), Details(**told))).changed)


async def test_an_older_telling_never_overwrites_a_newer_one(quiet: Installation) -> None:
    ada, _ = await known(quiet, (5, replace(ADA, phone="01632 960005")))
    assert await said(quiet, ada, 3, phone="01632 960003", postcode="ZZ9 9ZZ") == {Detail.ADDRESS}
    assert await said(quiet, ada, 4, postcode="ZZ9 8ZZ") == {Detail.ADDRESS}
    kept = await kept_of(quiet, ada)
    assert kept is not None
    assert (kept.phone, kept.postcode) == ("01632 960005", "ZZ9 8ZZ")


async def test_a_telling_that_only_confirms_records_nothing_and_still_counts(quiet: Installation) -> None:
    ada, _ = await known(quiet, (1, ADA))
    assert await said(quiet, ada, 5, family="Example") == set()
    assert await said(quiet, ada, 3, family="Exampel", given="Adah") == {Detail.NAME}
    kept = await kept_of(quiet, ada)
    assert kept is not None
    assert (kept.family, kept.given) == ("Example", "Adah")


async def test_a_practice_is_kept_as_it_was_said_last_and_may_be_taken_back(quiet: Installation) -> None:
    ada, kept = await known(quiet, (5, replace(ADA, practice="ZZ7001")))
    assert kept.practice == "ZZ7001"
    assert await said(quiet, ada, 3, practice="ZZ7002") == set()
    assert await said(quiet, ada, 6, practice="ZZ7003") == {Detail.PRACTICE}
    assert await said(quiet, ada, 7, practice="") == {Detail.PRACTICE}


async def test_of_two_tellings_of_one_time_the_one_that_comes_later_counts(quiet: Installation) -> None:
    ada, _ = await known(quiet, (1, ADA))
    assert await said(quiet, ada, 1, given="Adah") == {Detail.NAME}


async def test_what_a_ward_types_is_said_now(quiet: Installation) -> None:
    ada, _ = await known(quiet, (1, ADA))
    assert await changed(quiet, ada, given="Adah") == {Detail.NAME}
    assert await said(quiet, ada, 9, given="Ida") == set()


async def test_what_was_emptied_since_stays_empty(quiet: Installation) -> None:
    ada, _ = await known(quiet, (1, replace(ADA, phone="01632 960001")), (5, Details(phone="")))
    assert await said(quiet, ada, 3, phone="01632 960003") == set()
    assert await said(quiet, ada, 6, phone="01632 960006") == {Detail.PHONE}


@pytest.mark.parametrize("order", [1, -1], ids=["first", "late"])
async def test_a_checked_nhs_number_stands_against_any_later_one_that_fails_its_check(
    quiet: Installation, order: int
) -> None:
    nhs = an_nhs_number()
    passed, failed = Details(nhs_number=nhs, nhs_number_checked=True), Details(nhs_number="9990000011")
    _, kept = await known(quiet, *[(1, passed), (5, failed)][::order])
    assert (kept.nhs_number, kept.nhs_number_verified) == (nhs, True)


async def test_somebody_erased_is_not_kept_again(quiet: Installation) -> None:
    ada = (await keep(quiet, family="Example")).person
    async with quiet.database.turns.acquire() as connection, connection.transaction():
        await erase(connection, quiet.system, ada)
    assert await changed(quiet, ada, given="Ada", nhs_number=an_nhs_number(), nhs_number_checked=True) == set()


TELLINGS = st.builds(
    Details,
    family=st.sampled_from([None, "Example", "Marrow"]),
    given=st.sampled_from([None, "Ada", ""]),
    birth_date=st.sampled_from([None, date(1941, 3, 2), date(1941, 2, 3)]),
    nhs_number=st.sampled_from([None, "9990000018", "9990000026"]),
    nhs_number_checked=st.booleans(),
    address=st.sampled_from([None, (), ("1 Mill Lane",), ("1 Mill Lane", "Northmoor")]),
    phone=st.sampled_from([None, "01632 960001", ""]),
    practice=st.sampled_from([None, "ZZ7001", "ZZ7002", ""]),
)


@a_few(20)
@for_all(tellings=st.lists(TELLINGS, min_size=2, max_size=5), data=st.data())
async def test_any_order_of_tellings_ends_in_the_same_details(
    database: Database, tellings: list[Details], data: st.DataObject
) -> None:
    in_order = list(enumerate(tellings))
    shuffled = data.draw(st.permutations([*in_order, *in_order[:2]]))
    # Each in a system of its own: a number belongs to one person.
    one, other = [(await known(await a_quiet_system(database), *order))[1] for order in (in_order, shuffled)]
    assert _shown(one) == _shown(other)
    assert _shown(one)[:2] == [_last(tellings, "family"), _last(tellings, "phone")]


def _shown(kept: Identity) -> list[object]:
    told = (kept.family, kept.phone, kept.given, kept.birth_date, kept.address, kept.nhs_number, kept.practice)
    return [*(each or None for each in told), kept.nhs_number_verified]


def _last(tellings: list[Details], column: str) -> object:
    """The last thing that was said of this column, if anything."""
    values = [getattr(each, column) for each in tellings if getattr(each, column) is not None]
    return (values[-1] or None) if values else None
