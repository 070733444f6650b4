"""Yours says, ours says: both lists side by side, for the weeks in which both are kept; nothing is kept of it."""

import pytest

from tests.api.bringing import Bringing, a_list, a_row
from tests.api.desk import Desk
from tests.facts import Installation, an_nhs_number


@pytest.fixture
async def ward(here: Desk, place: Installation) -> Desk:
    """A system of its own: a list is about whole wards."""
    return Desk(here.client, place)


async def test_each_person_of_either_list_is_judged(ward: Desk) -> None:
    numbers = {name: an_nhs_number() for name in ("Same", "Bed", "Ours")}
    for name, nhs in numbers.items():
        await ward.admitted(family=name, given="Ada", nhs_number=nhs)
    text = a_list(
        a_row("SAME, Ada", nhs=numbers["Same"], born=""),
        a_row("BED, Ada", nhs=numbers["Bed"], born="", bed="A1-02", admitted="19/10/26"),
        a_row("YOURS, Ada"),
        a_row("WRONG, Ada", nhs="9990000017"),
        a_row("EMPTY", nhs="", born=""),
    )
    compared = await Bringing(ward, text).compare()
    rows = {row["name"]: row for row in compared["rows"]}
    assert {name: row["verdict"] for name, row in rows.items()} == {
        "SAME, Ada": "agrees",
        "BED, Ada": "differs",
        "YOURS, Ada": "only_yours",
        "WRONG, Ada": "not_compared",
        "OURS, Ada": "only_ours",
    }
    assert rows["BED, Ada"]["differences"] == [
        {"what": "Bed", "yours": "A1-02", "ours": "A1-01"},
        {"what": "Admitted", "yours": "19 Oct 2026", "ours": "20 Oct 2026"},
    ]
    assert (compared["yours"], compared["ours"], compared["share"]) == (4, 3, 25)


async def test_wards_that_the_list_does_not_cover_are_not_held_against_it(ward: Desk) -> None:
    await ward.admitted(family="Ours")
    birch = str(ward.place.other_ward)
    compared = await Bringing(ward, a_list(a_row("YOURS, Ada")), mapping={"ward_id": birch}).compare()
    assert [row["verdict"] for row in compared["rows"]] == ["only_yours"]


async def test_a_list_that_was_brought_in_agrees_with_itself_and_nothing_is_recorded_by_looking(ward: Desk) -> None:
    text = a_list(a_row("ONE, Ada"), a_row("TWO, Ada", bed="A1-02"))
    await Bringing(ward, text).apply()
    head = await ward.head()
    compared = await Bringing(ward, text).compare()
    assert (compared["share"], compared["counts"]["agrees"]) == (100, 2)
    assert await ward.head() == head
    kept = "SELECT count(*) FROM list_upload WHERE system_id = $1"
    assert await ward.place.database.reads.fetchval(kept, ward.place.system) == 1
