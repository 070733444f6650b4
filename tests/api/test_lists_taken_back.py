"""A list is taken back: what it did and nothing else; what has moved on meanwhile is left, and said."""

from uuid import uuid4

import pytest

from tests.api.bringing import Bringing, a_list, a_row, ward_of
from tests.api.desk import LATER, MANAGER, NURSE, Desk, refusal
from tests.facts import Installation, an_nhs_number

ADA, BO, CY = "OKAFOR, Ada", "BELL, Bo", "CRANE, Cy"


@pytest.fixture
async def ward(here: Desk, place: Installation) -> Desk:
    """A system of its own: a list is about whole wards."""
    return Desk(here.client, place)


async def test_taken_back_nobody_is_left_of_whom_nothing_else_is_known(ward: Desk) -> None:
    spell = await ward.admitted(family="Bell", given="Bo", nhs_number=(bo := an_nhs_number()))
    brought = Bringing(ward, a_list(a_row(ADA), a_row(BO, nhs=bo, bed="A1-09", born="")))
    await brought.apply()
    assert await ward_of(ward) == {"OKAFOR, Ada": "A1-01", "BELL, Bo": "A1-09"}
    page = await brought.take_back()
    assert (page["state"], [row["undone"] for row in page["rows"]]) == ("taken_back", ["taken_back", "taken_back"])
    assert await ward_of(ward) == {"BELL, Bo": "A1-01"}
    assert page["rows"][1]["spell_id"] == spell
    head = await ward.head()
    assert await brought.take_back() == page
    assert await ward.head() == head


async def test_what_has_moved_on_meanwhile_is_left_and_said(ward: Desk) -> None:
    brought = Bringing(ward, a_list(a_row(ADA), a_row(BO), a_row(CY)))
    ada, bo, _ = [row["spell_id"] for row in (await brought.apply())["rows"]]
    await ward.put(f"/spells/{ada}/bed", {"ward_id": str(ward.place.ward), "bed": "A1-02", "at": LATER}, NURSE)
    await ward.put(f"/cases/{uuid4()}/referral", ward.referral(bo), NURSE)
    page = await brought.take_back()
    assert [(row["undone"], (row["undone_words"] or "")[:20]) for row in page["rows"]] == [
        ("left", "Something else was r"),
        ("left", "This person was refe"),
        ("taken_back", ""),
    ]
    assert await ward_of(ward) == {"OKAFOR, Ada": "A1-02", "BELL, Bo": "A1-01"}


async def test_a_case_that_had_followed_somebody_onto_the_list_goes_back(ward: Desk) -> None:
    case, first = str(uuid4()), await ward.admitted(family="Okafor", given="Ada", nhs_number=(ada := an_nhs_number()))
    await ward.put(f"/cases/{case}/referral", ward.referral(first), NURSE)
    await ward.put(f"/spells/{first}/end", {"how": "discharged", "at": LATER}, NURSE)
    brought = Bringing(ward, a_list(a_row(ADA, nhs=ada, born="", admitted="22/10/2026 18:05")))
    again = (await brought.apply())["rows"][0]["spell_id"]
    assert (await ward.get(f"/cases/{case}")).json()["case"]["spell_id"] == again
    assert [row["undone"] for row in (await brought.take_back())["rows"]] == ["taken_back"]
    row = (await ward.get(f"/cases/{case}")).json()["case"]
    assert (row["spell_id"], row["stage"], row["left_at"]) == (first, "left_hospital", LATER)


async def test_a_list_that_was_taken_back_is_not_applied_again(ward: Desk) -> None:
    brought = Bringing(ward, a_list(a_row(ADA)))
    await brought.apply()
    await brought.take_back()
    again = await ward.put(f"/lists/{brought.id}/application", {}, MANAGER)
    assert refusal(again) == (409, "list-taken-back")
    assert refusal(await brought.put()) == (409, "list-taken-back")
