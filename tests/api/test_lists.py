"""A ward list is brought in: looked at first, then applied row by row, and repeated."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.api.erasing import erase_person
from app.intake.lists.applying import apply_list
from tests.access.somebody import me
from tests.api.bringing import Bringing, a_list, a_row, told, ward_of
from tests.api.desk import CLINICIAN, MANAGER, NURSE, Desk, refusal
from tests.facts import Installation, an_nhs_number

ADA, BO, CY = "OKAFOR, Ada", "BELL, Bo", "CRANE, Cy"


@pytest.fixture
async def ward(here: Desk, place: Installation) -> Desk:
    """A system of its own: a list is about whole wards."""
    return Desk(here.client, place)


async def test_a_preview_says_what_each_row_would_do_and_does_nothing(ward: Desk) -> None:
    await ward.admitted(family="Bell", given="Bo", birth_date="1938-03-09", nhs_number=(bo := an_nhs_number()))
    head = await ward.head()
    text = a_list(
        a_row(ADA, bed="A1-02"),
        a_row(BO, bed="A1-01", nhs=bo),
        a_row("EMPTY", bed="A1-03", born="", nhs="", admitted=""),
        a_row(CY, nhs="9990000017"),
        a_row("DOE, Di", admitted="soon"),
    )
    page = (await Bringing(ward, text).put()).json()
    assert page["state"] == "read"
    assert told(page) == [
        ("admit", ""),
        ("same", ""),
        ("nobody", ""),
        ("cannot", "This is no NHS number: its che"),
        ("cannot", "The date or time of admission "),
    ]
    assert page["counts"] == {"admit": 1, "same": 1, "nobody": 1, "cannot": 2}
    assert [page["rows"][0][name] for name in ("row", "name", "ward", "bed")] == [2, "OKAFOR, Ada", "Ash ward", "A1-02"]
    assert await ward.head() == head


async def test_applied_everybody_who_can_be_is_in_their_bed_and_a_bad_row_stops_nobody(ward: Desk) -> None:
    text = a_list(a_row(ADA, bed="A1-02"), a_row(BO, admitted="1/1/2099"), a_row(CY, bed="A1-01", edd="1/12/26"))
    page = await Bringing(ward, text).apply()
    assert (page["state"], page["left"]) == ("applied", 0)
    assert [row["what"] for row in page["rows"]] == ["admit", "cannot", "admit"]
    assert await ward_of(ward) == {"CRANE, Cy": "A1-01", "OKAFOR, Ada": "A1-02"}
    cy = (await ward.get(f"/spells/{page['rows'][2]['spell_id']}", MANAGER)).json()["spell"]
    assert (cy["admitted_at"], cy["expected_discharge"]) == ("2026-10-20T17:05:00Z", "2026-12-01")


async def test_once_applied_only_ids_are_kept(ward: Desk) -> None:
    brought = Bringing(ward, a_list(a_row("CANARY, Carla"), a_row("CANARY, Carl", admitted="never")))
    await brought.apply()
    rows = await ward.place.database.reads.fetch(
        "SELECT row_to_json(u)::text || row_to_json(r)::text AS kept"
        " FROM list_upload u JOIN list_row r USING (system_id, list_id) WHERE list_id = $1",
        brought.id,
    )
    assert len(rows) == 2
    assert "canary" not in "".join(row["kept"] for row in rows).lower()


async def test_applied_again_it_does_nothing_more(ward: Desk) -> None:
    brought = Bringing(ward, a_list(a_row(ADA), a_row(BO)))
    first, head = await brought.apply(), await ward.head()
    assert await brought.apply() == first
    assert (await brought.put()).json() == first
    assert await ward.head() == head


async def test_what_was_cut_off_goes_on_where_it_stopped(ward: Desk) -> None:
    brought = Bringing(ward, a_list(*(a_row(f"TEST{n}, Ada", bed=f"{n}") for n in range(3))))
    await brought.put()
    place, manager = ward.place, replace(me(MANAGER), system=ward.place.system)
    at = datetime.now(UTC)
    await apply_list(place.database, place.hints, manager, UUID(brought.id), leave_out=(), at=at, at_most=1)
    page = await brought.page()
    assert (page["state"], page["left"], [row["done"] for row in page["rows"]]) == ("begun", 2, [True, False, False])
    page = await brought.apply()
    assert (page["state"], page["counts"]) == ("applied", {"admit": 3})
    assert len(await ward_of(ward)) == 3


async def test_two_at_once_bring_everybody_in_once(ward: Desk) -> None:
    brought = Bringing(ward, a_list(*(a_row(f"TEST{n}, Ada", bed=f"{n}") for n in range(8))))
    await brought.put()
    await asyncio.gather(brought.apply(), brought.apply(), brought.apply())
    assert len(await ward_of(ward)) == 8
    assert (await brought.page())["counts"] == {"admit": 8}


async def test_a_list_that_is_brought_twice_moves_who_moved_and_admits_nobody_again(ward: Desk) -> None:
    nhs, one, other = an_nhs_number(), {"nhs": ""}, {"nhs": "", "born": ""}
    await Bringing(ward, a_list(a_row(ADA, nhs=nhs), a_row(BO, **one), a_row(CY, **other))).apply()
    text = a_list(a_row(ADA, nhs=nhs, bed="A1-02"), a_row(BO, **one), a_row(CY, **other))
    page = await Bringing(ward, text).apply()
    assert told(page) == [("move", ""), ("same", ""), ("cannot", "Somebody of this name is in a ")]
    assert await ward_of(ward) == {"OKAFOR, Ada": "A1-02", "BELL, Bo": "A1-01", "CRANE, Cy": "A1-01"}


async def test_one_person_on_two_rows_is_brought_in_once(ward: Desk) -> None:
    nhs = an_nhs_number()
    brought = Bringing(ward, a_list(a_row(ADA, nhs=nhs), a_row("OKAFOR, A", nhs=nhs, bed="A1-02")))
    foreseen = (await brought.put()).json()
    page = await brought.apply()
    assert told(foreseen) == told(page) == [("admit", ""), ("cannot", "The same person stands higher ")]
    assert await ward_of(ward) == {"OKAFOR, Ada": "A1-01"}


async def test_numbers_that_lead_to_two_people_stop_their_row_as_they_stop_an_admission(ward: Desk) -> None:
    await ward.admitted(family="Okafor", hospital_number="H1")
    await ward.admitted(family="Bell", nhs_number=(nhs := an_nhs_number()))
    headings = "Bed\tName\tNHS No\tHosp No\tAdmitted"
    page = await Bringing(ward, a_list(f"1\t{ADA}\t{nhs}\tH1\t20/10/2026", headings=headings)).apply()
    assert told(page) == [("cannot", "These numbers lead to two diff")]


async def test_rows_that_are_left_out_are_left_out(ward: Desk) -> None:
    page = await Bringing(ward, a_list(a_row(ADA), a_row(BO))).apply(3)
    assert [row["what"] for row in page["rows"]] == ["admit", "left_out"]
    assert list(await ward_of(ward)) == ["OKAFOR, Ada"]


async def test_only_a_clinicians_list_makes_ready_anybody_elses_proposes(ward: Desk) -> None:
    row = {"ready": "21/10/2026", "nhs": ""}
    proposed = await Bringing(ward, a_list(a_row(ADA, **row)), role=NURSE).apply()
    reviewed = await Bringing(ward, a_list(a_row(BO, **row)), role=CLINICIAN).apply()
    spells = [(await ward.get(f"/spells/{page['rows'][0]['spell_id']}")).json() for page in (proposed, reviewed)]
    assert [spell["ready"]["ready_date"] for spell in spells] == [None, "2026-10-21"]
    assert proposed["rows"][0]["notes"] == [
        "Ready since is shown as a proposal, until a ward clinician reviews the criteria."
    ]


async def test_a_ward_brings_in_its_own_wards_only(ward: Desk) -> None:
    text = a_list(f"1\t{ADA}\tAsh\t20/10/26", f"1\t{BO}\tBirch\t20/10/26", headings="Bed\tName\tWard\tAdmitted")
    page = await Bringing(ward, text, role=NURSE).apply()
    assert told(page) == [("admit", ""), ("cannot", "This is not one of your wards.")]


async def test_a_list_that_has_begun_is_not_changed(ward: Desk) -> None:
    brought = Bringing(ward, a_list(a_row(ADA)))
    await brought.apply()
    brought.text = a_list(a_row(BO))
    assert refusal(await brought.put()) == (409, "list-begun")


async def test_a_mapping_is_remembered_for_the_next_list_of_these_headings(ward: Desk) -> None:
    text = "Space|Person\tWho\tWhere\tSince\n1\t{}\tNorth end\t20/10/26\n"
    first = Bringing(ward, text.format(ADA))
    first.mapping = {"columns": ["bed", "name", "ward", "admitted"], "heading_row": 1, "ward_id": None}
    first.mapping["wards"] = {"North end": str(ward.place.ward)}
    assert (await first.put()).json()["counts"] == {"admit": 1}
    await first.apply()
    reading = await Bringing(ward, text.format(BO)).read()
    assert reading["remembered"] is True
    assert reading["mapping"]["columns"] == ["bed", "name", "ward", "admitted"]
    assert reading["wards"] == [{"said": "North end", "key": "northend", "rows": 1, "id": str(ward.place.ward)}]


async def test_a_list_that_waits_is_forgotten_when_somebody_here_is_erased(ward: Desk) -> None:
    brought = Bringing(ward, a_list(a_row("CANARY, Carla")))
    await brought.put()
    person, _ = await ward.place.admit(family="Canary", given="Carla")
    place, by = ward.place, ward.place.by(MANAGER)
    await erase_person(place.database, place.hints, place.system, person, by=by, at=datetime.now(UTC))
    page = await brought.page()
    assert (page["state"], page["rows"]) == ("forgotten", [])
    again = await ward.put(f"/lists/{brought.id}/application", {}, MANAGER)
    assert refusal(again) == (409, "list-forgotten")
