"""Ways out and back over HTTP: how somebody left, why they are back, slots with reasons, and what is undone."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.api.desk import BED_DECISION, HUB, LATER, NURSE, SLOT, Desk, refusal

EVENING = "2026-10-21T18:00:00Z"
NEXT_SLOT = SLOT | {"leave_at": "2030-11-28T10:00:00Z"}


async def the_case(here: Desk, case: str) -> dict[str, Any]:
    page: dict[str, Any] = (await here.get(f"/cases/{case}")).json()
    return page


def undoing(what: str, **more: Any) -> dict[str, Any]:
    return {"what": what, "words": "Not this one.", "undo_id": str(uuid4())} | more


async def recorded(here: Desk, path: str, body: Any, role: Any = HUB, **headers: str) -> list[int]:
    """How much each of two equal requests recorded."""
    answers = [await here.put(path, body, role, **headers) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200], answers[0].text
    return [answer.json()["recorded"] for answer in answers]


async def test_the_lounge_is_told_once_and_ends_with_the_bed(here: Desk) -> None:
    spell = await here.admitted()
    assert await recorded(here, f"/spells/{spell}/lounge", {"at": LATER}, NURSE) == [1, 0]
    row = (await here.get(f"/spells/{spell}")).json()["spell"]
    assert (row["stage"], row["gone"], row["lounge_since"]) == ("open", False, LATER)
    assert await recorded(here, f"/spells/{spell}/back-on-ward", {"at": EVENING}, NURSE) == [1, 0]
    assert (await here.get(f"/spells/{spell}")).json()["spell"]["lounge_since"] is None


async def test_from_the_virtual_ward_somebody_comes_back_to_a_bed_or_is_discharged(here: Desk) -> None:
    case, spell = await here.planning()
    at_home = {"how": "virtual_ward", "at": LATER}
    assert await recorded(here, f"/spells/{spell}/end", at_home, NURSE) == [1, 0]
    page = await the_case(here, case)
    assert (page["spell"]["stage"], page["spell"]["virtual_ward_since"]) == ("virtual_ward", LATER)
    assert (page["case"]["stage"], page["case"]["left_how"]) == ("left_hospital", "virtual_ward")

    bed = {"ward_id": str(here.place.other_ward), "bed": "B1", "at": EVENING}
    assert await recorded(here, f"/spells/{spell}/back-on-ward", bed, NURSE) == [1, 0]
    page = await the_case(here, case)
    assert (page["spell"]["stage"], page["spell"]["bed"], page["case"]["stage"]) == ("open", "B1", "planning")

    await here.put(f"/spells/{spell}/end", {"how": "virtual_ward", "at": EVENING}, NURSE)
    await here.put(f"/spells/{spell}/end", {"how": "discharged", "at": "2026-10-22T09:00:00Z"}, NURSE)
    page = await the_case(here, case)
    assert (page["case"]["left_how"], page["case"]["left_at"]) == ("discharged", "2026-10-22T09:00:00Z")


@pytest.mark.parametrize("how", ["self_discharge", "transferred"])
async def test_who_leaves_in_another_way_stays_in_sight_until_the_hub_closes_the_case(here: Desk, how: str) -> None:
    case, spell = await here.planning()
    await here.put(f"/spells/{spell}/end", {"how": how, "at": LATER}, NURSE)
    row = (await the_case(here, case))["case"]
    assert (row["stage"], row["left_how"], row["gone"]) == ("left_hospital", how, False)


async def test_a_cancelled_discharge_tells_the_case_why(here: Desk) -> None:
    case, spell = await here.planning()
    await here.put(f"/spells/{spell}/end", {"how": "discharged", "at": LATER}, NURSE)
    back = {"what": "end", "at": EVENING, "reason": "transport_aborted", "words": "The stairs."}
    assert await recorded(here, f"/spells/{spell}/reversal", back, NURSE) == [1, 0]
    page = await the_case(here, case)
    assert page["case"]["failed_discharges"] == 1
    said = [line["words"] for line in page["timeline"]]
    assert "The leaving was cancelled. Transport was aborted. “The stairs.”" in said
    assert "Back in hospital, the discharge failed: transport was aborted. “The stairs.”" in said


async def test_what_is_wrong_with_a_way_back_is_said_at_its_field(here: Desk) -> None:
    spell = await here.admitted()
    wrong = {"what": "admission", "at": LATER, "reason": "unwell"}
    assert refusal(await here.put(f"/spells/{spell}/reversal", wrong, NURSE)) == (422, "wrong-shape")
    half = {"ward_id": str(here.place.ward), "at": LATER}
    assert refusal(await here.put(f"/spells/{spell}/back-on-ward", half, NURSE)) == (422, "wrong-shape")
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/departure", {"left_at": LATER})
    answer = await here.put(f"/cases/{case}/return-to-hospital", {"back_at": EVENING, "reason": "other"})
    assert refusal(answer) == (409, "return-reason-in-words")
    assert answer.json()["fields"] == "words"


async def test_a_slot_changes_for_a_reason_and_its_history_says_who_and_why(here: Desk) -> None:
    case, _ = await here.planning()
    assert await recorded(here, f"/cases/{case}/leaving", SLOT) == [1, 0]
    tag = (await the_case(here, case))["leaving"]["etag"]
    refused = await here.put(f"/cases/{case}/leaving", NEXT_SLOT, If_Match=tag)
    assert refusal(refused) == (409, "slot-reason-missing")
    assert refused.json()["fields"] == "reason"

    moved = NEXT_SLOT | {"reason": "medicines", "why": "Blister pack."}
    assert await recorded(here, f"/cases/{case}/leaving", moved, If_Match=tag) == [1, 0]
    page = await the_case(here, case)
    assert page["case"]["leave_changes"] == 1
    assert [(slot["leave_at"], slot["reason"], slot["why"]) for slot in page["slots"]] == [
        (SLOT["leave_at"], None, None),
        (NEXT_SLOT["leave_at"], "medicines", "Blister pack."),
    ]
    assert {slot["by"] for slot in page["slots"]} == {"Sam Hub Lead"}


@pytest.mark.parametrize(("stage", "body"), [("pathway", BED_DECISION), ("leaving", SLOT)])
async def test_what_was_withdrawn_is_filled_anew_without_if_match(here: Desk, stage: str, body: dict[str, Any]) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/{stage}", body)
    assert (await the_case(here, case))["undoable"] == [stage]
    assert await recorded(here, f"/cases/{case}/undoing", undoing(stage)) == [1, 0]
    page = await the_case(here, case)
    assert (page[stage], page["undoable"]) == (None, ["acceptance"])
    assert (await here.put(f"/cases/{case}/{stage}", body)).json()["recorded"] == 1


async def test_the_steps_of_the_hub_are_undone_one_by_one(here: Desk) -> None:
    case, _ = await here.referred()
    await here.put(f"/cases/{case}/return", {"fields": ["function"], "words": "How many?"})
    assert await recorded(here, f"/cases/{case}/undoing", undoing("referral_return")) == [1, 0]
    await here.put(f"/cases/{case}/acceptance", here.manager())
    await here.put(f"/cases/{case}/leaving", SLOT)
    assert refusal(await here.put(f"/cases/{case}/undoing", undoing("acceptance"))) == (409, "work-has-begun")
    await here.put(f"/cases/{case}/undoing", undoing("leaving"))
    assert await recorded(here, f"/cases/{case}/undoing", undoing("acceptance")) == [1, 0]
    row = (await the_case(here, case))["case"]
    assert (row["stage"], row["case_manager"], row["accepted_at"]) == ("referred", None, None)
    assert refusal(await here.put(f"/cases/{case}/undoing", undoing("acceptance"))) == (409, "nothing-to-undo")


async def test_a_return_is_undone_by_ward_or_hub(here: Desk) -> None:
    case, _ = await here.planning()
    await here.put(f"/cases/{case}/departure", {"left_at": LATER})
    await here.put(f"/cases/{case}/return-to-hospital", {"back_at": EVENING, "reason": "no_care"}, NURSE)
    assert "return_to_hospital" in (await the_case(here, case))["undoable"]
    assert await recorded(here, f"/cases/{case}/undoing", undoing("return_to_hospital"), NURSE) == [1, 0]
    row = (await the_case(here, case))["case"]
    assert (row["stage"], row["left_at"], row["failed_discharges"]) == ("left_hospital", LATER, 0)


async def test_a_case_follows_the_earlier_stay_again(here: Desk) -> None:
    number = str(uuid4())
    first = await here.admitted(hospital_number=number)
    case = str(uuid4())
    await here.put(f"/cases/{case}/referral", here.referral(first), NURSE)
    await here.put(f"/spells/{first}/end", {"how": "discharged", "at": LATER}, NURSE)
    second = str(uuid4())
    again = here.admission(hospital_number=number) | {"admitted_at": EVENING}
    assert (await here.put(f"/spells/{second}", again, NURSE)).status_code == 200
    row = (await the_case(here, case))["case"]
    assert (row["spell_id"], row["stage"], row["failed_discharges"]) == (second, "referred", 1), "by itself"
    assert await recorded(here, f"/cases/{case}/tracking", {"spell_id": second}, NURSE) == [0, 0]

    assert await recorded(here, f"/cases/{case}/undoing", undoing("tracking"), NURSE) == [1, 0]
    row = (await the_case(here, case))["case"]
    assert (row["spell_id"], row["stage"], row["failed_discharges"]) == (first, "left_hospital", 0)
    assert await recorded(here, f"/cases/{case}/tracking", {"spell_id": second}, NURSE) == [1, 0]
    wrong = {"what": "admission", "at": EVENING, "words": "Her sister."}
    assert await recorded(here, f"/spells/{second}/reversal", wrong, NURSE) == [1, 0]
    row = (await the_case(here, case))["case"]
    assert (row["spell_id"], row["stage"], row["outcome"]) == (first, "left_hospital", None)


async def test_the_ward_takes_its_withdrawal_back(here: Desk) -> None:
    case, _ = await here.referred()
    await here.put(f"/cases/{case}/withdrawal", {"why": "no_longer_needed"}, NURSE)
    assert (await the_case(here, case))["undoable"] == ["withdrawal"]
    back = {"words": "Withdrawn by mistake.", "reopening_id": str(uuid4())}
    assert await recorded(here, f"/cases/{case}/resumption", back, NURSE) == [1, 0]
    assert (await the_case(here, case))["case"]["stage"] == "referred"
    await here.put(f"/cases/{case}/closure", {"outcome": "other_hospital"})
    again = back | {"reopening_id": str(uuid4())}
    assert refusal(await here.put(f"/cases/{case}/resumption", again, NURSE)) == (409, "closed-by-hub")


@pytest.mark.parametrize("going_to", ["no_fixed_abode", "prison", "overseas"])
async def test_an_ordinary_answer_is_taken_and_says_where_to_go(here: Desk, going_to: str) -> None:
    case, spell = str(uuid4()), await here.admitted()
    sent = here.referral(spell, person={"going_to": going_to})
    answer = await here.put(f"/cases/{case}/referral", sent, NURSE)
    assert (answer.status_code, [each["circumstance"] for each in answer.json()["where_next"]]) == (200, [going_to])
    page = await the_case(here, case)
    assert page["where_next"] == answer.json()["where_next"]
    assert page["case"]["going_to"] == going_to


async def test_a_referral_of_somebody_under_18_is_taken_and_names_childrens_services(here: Desk) -> None:
    young = (datetime.now(UTC) - timedelta(days=17 * 365)).date().isoformat()
    case, spell = str(uuid4()), await here.admitted(birth_date=young)
    answer = (await here.put(f"/cases/{case}/referral", here.referral(spell), NURSE)).json()
    assert answer["recorded"] == 1
    assert "children's services" in answer["where_next"][0]["words"]


async def test_a_paused_package_shows_how_long_it_is_held(here: Desk) -> None:
    until = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    case, spell = str(uuid4()), await here.admitted()
    before = {"help": ["package_paused"], "provider": "Lapwing", "held_until": until}
    await here.put(f"/cases/{case}/referral", here.referral(spell, before=before), NURSE)
    page = await the_case(here, case)
    assert (page["case"]["package"], page["case"]["held_until"]) == ("package_paused", until)
    assert (page["package"]["provider"], page["package"]["days_left"] in (1, 2)) == ("Lapwing", True)
