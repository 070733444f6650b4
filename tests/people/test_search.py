"""Finding people by number or by the beginning of a name; whatever is typed is only ever looked for."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from app.people.lookup import MOST_FOUND
from tests.facts import Installation, an_nhs_number
from tests.people.registering import found_by, number, somebody
from tests.properties import a_few


async def test_a_person_is_found_by_their_numbers_however_they_are_spaced(quiet: Installation) -> None:
    nhs = an_nhs_number()
    ada = await somebody(quiet, nhs_number=nhs, nhs_number_checked=True, hospital_numbers=(number("H100"),))
    for words in (nhs, f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}", "H100"):
        assert await found_by(quiet, words) == {ada}
    assert await found_by(quiet, "H10") == set()


async def test_a_person_is_found_by_the_beginning_of_their_names_in_any_order(quiet: Installation) -> None:
    ada = await somebody(quiet, family="Okafor", given="Ada")
    ben = await somebody(quiet, family="Okello", given="Ben")
    assert await found_by(quiet, "ok") == {ada, ben}
    for words in ("OKAFOR, Ada", "ada okafor", "oka a"):
        assert await found_by(quiet, words) == {ada}
    assert await found_by(quiet, "Okafor Ben") == set()
    assert await found_by(quiet, "kafor") == set()


async def test_letters_beyond_ascii_are_found_in_either_case(quiet: Installation) -> None:
    zoe = await somebody(quiet, family="Ångström", given="Zoë")
    assert await found_by(quiet, "åNG zoë") == {zoe}


@pytest.mark.parametrize(
    "words",
    ["%", "_", "%%", "E_ample", "Ex%", "\\", "\\%", "'", "' OR '1'='1", '"; DROP TABLE person; --', "$1", ",", "/%"],
)
async def test_what_means_something_to_the_database_means_nothing_here(quiet: Installation, words: str) -> None:
    await somebody(quiet)
    assert await found_by(quiet, words) == set()


async def test_a_name_with_such_letters_in_it_is_found(quiet: Installation) -> None:
    odd = await somebody(quiet, family="O'Neil_100%", given="A/da")
    for words in ("o'neil_100%", "O'Neil_", "a/d"):
        assert await found_by(quiet, words) == {odd}


async def test_at_most_a_page_of_people_is_found(quiet: Installation) -> None:
    for _ in range(MOST_FOUND + 1):
        await somebody(quiet)
    assert len(await found_by(quiet, "Example")) == MOST_FOUND


@a_few(15)
@for_all(words=st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=60))
async def test_whatever_is_typed_is_answered(quiet: Installation, words: str) -> None:
    assert await found_by(quiet, words) == set()
