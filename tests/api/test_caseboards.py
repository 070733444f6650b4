"""A hub's caseboard is brought in: people in a bed are referred, accepted and given their pathway home."""

from typing import Any
from uuid import uuid4

import pytest

from tests.api.bringing import Bringing, a_list, told
from tests.api.desk import HUB, NURSE, Desk
from tests.facts import Installation, an_nhs_number

HEADINGS = "Name\tNHS No\tReferred\tCase manager\tPathway\tNotes\tStatus"


@pytest.fixture
async def board(here: Desk, place: Installation) -> Desk:
    """A system of its own: a caseboard is about a whole hub."""
    return Desk(here.client, place)


def a_caseboard(desk: Desk, *rows: str) -> Bringing:
    return Bringing(desk, a_list(*rows, headings=HEADINGS), kind="caseboard", role=HUB)


async def ada(desk: Desk) -> tuple[str, str]:
    nhs = an_nhs_number()
    return nhs, await desk.admitted(family="Okafor", given="Ada", nhs_number=nhs)


async def the_case(desk: Desk, page: dict[str, Any]) -> dict[str, Any]:
    return dict((await desk.get(f"/cases/{page['rows'][0]['case_id']}")).json()["case"])


async def test_who_is_in_a_bed_is_referred_accepted_and_given_the_way_home(board: Desk) -> None:
    nhs, _ = await ada(board)
    row = f"OKAFOR, Ada\t{nhs}\t21/10/26\tSam Case Manager\tPathway 1\tMeals, equipment\tSourcing"
    page = await a_caseboard(board, row).apply()
    assert (told(page), page["rows"][0]["notes"]) == ([("refer", "")], [])
    case = (await board.get(f"/cases?scope={board.place.hub}")).json()["rows"][0]
    assert (case["stage"], case["pathway_given"], case["needs"]) == ("planning", "P1", ["equipment", "meals"])
    assert case["case_manager"] == board.manager()["case_manager"]
    assert case["referred_at"].startswith("2026-10-20T23:00")


async def test_a_bed_waits_for_its_why_not_home_and_a_case_without_manager_for_triage(board: Desk) -> None:
    (first, _), (second, _) = await ada(board), await ada(board)
    page = await a_caseboard(
        board,
        f"OKAFOR, Ada\t{first}\t21/10/26\tSam Case Manager\tP2\t\t",
        f"OKAFOR, Ada\t{second}\t\tSomebody Else\tP1\t\t",
    ).apply()
    assert [row["notes"] for row in page["rows"]] == [
        ["A bed needs its why-not-home, so the pathway is left out. Decide it on the case."],
        [
            "No case manager of this hub is chosen for this row: it waits for triage.",
            "A pathway is decided once there is a case manager, so it is left out.",
        ],
    ]
    stages = {case["stage"] for case in (await board.get(f"/cases?scope={board.place.hub}")).json()["rows"]}
    assert stages == {"planning", "referred"}


async def test_a_live_case_stays_as_it_is_and_who_is_in_no_bed_is_not_referred(board: Desk) -> None:
    nhs, spell = await ada(board)
    case = str(uuid4())
    await board.put(f"/cases/{case}/referral", board.referral(spell), NURSE)
    page = await a_caseboard(board, f"OKAFOR, Ada\t{nhs}\t\t\tP1\t\t", "BELL, Bo\t\t\t\tP1\t\t").apply()
    assert told(page) == [("same", ""), ("cannot", "This person is in no bed here.")]
    assert page["rows"][0]["case_id"] == case


async def test_taken_back_an_untouched_case_is_closed_and_one_that_went_on_is_left(board: Desk) -> None:
    (first, _), (second, _) = await ada(board), await ada(board)
    brought = a_caseboard(board, f"OKAFOR, Ada\t{first}\t\t\t\t\t", f"OKAFOR, Ada\t{second}\t\t\t\t\t")
    page = await brought.apply()
    went_on = page["rows"][1]["case_id"]
    await board.put(f"/cases/{went_on}/acceptance", board.manager())
    page = await brought.take_back()
    assert [row["undone"] for row in page["rows"]] == ["taken_back", "left"]
    live = (await board.get(f"/cases?scope={board.place.hub}")).json()["rows"]
    assert [case["id"] for case in live] == [went_on]


async def test_yours_and_ours_differ_in_pathway_and_stage(board: Desk) -> None:
    nhs, spell = await ada(board)
    _, other = await ada(board)
    for each in (spell, other):
        await board.put(f"/cases/{uuid4()}/referral", board.referral(each), NURSE)
    compared = await a_caseboard(board, f"OKAFOR, Ada\t{nhs}\t\t\tP1\t\tPlanning").compare()
    assert [(row["verdict"], row["differences"]) for row in compared["rows"]] == [
        (
            "differs",
            [
                {"what": "Pathway", "yours": "P1", "ours": "not said"},
                {"what": "Stage", "yours": "Planning", "ours": "Referred"},
            ],
        ),
        ("only_ours", []),
    ]
