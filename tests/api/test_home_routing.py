"""Where a home belongs: asked by postcode, practice or circumstance, and for the person of a stay."""

from typing import Any
from uuid import uuid4

import pytest

from tests.api.desk import NURSE, Desk, refusal
from tests.api.test_reference import load_all


@pytest.fixture
async def moor(at_desk: Desk) -> Desk:
    """A desk in a system with the small country's tables."""
    await load_all(at_desk)
    return at_desk


async def asked(desk: Desk, **home: Any) -> dict[str, Any]:
    answer = await desk.post("/home-routing", home, NURSE)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_home_of_ours_is_answered_with_council_icb_practice_locality_and_hub(moor: Desk) -> None:
    assert await asked(moor, postcode="zz97 1ab", practice="zz7001", on="2026-11-23") == {
        "answer": "routed",
        "on": "2026-11-23",
        "council": {"code": "ZZ80", "name": "Moor Council"},
        "icb": {"code": "ZZ70", "name": "Moor and Fell ICB"},
        "practice": {"code": "ZZ7001", "name": "Beck Surgery"},
        "locality": "North",
        "hub_id": str(moor.place.hub),
        "out_of_area": False,
        "circumstance": None,
        "contact": None,
        "words": None,
        "local_default": False,
        "questions": [],
    }


async def test_a_home_out_of_area_is_answered_with_whom_to_tell(moor: Desk) -> None:
    answer = await asked(moor, postcode="ZZ97 8AB")
    assert (answer["answer"], answer["out_of_area"], answer["hub_id"]) == ("out_of_area", True, None)
    assert (answer["contact"], answer["local_default"]) == ("Fell duty desk, 01632 960300", False)


async def test_an_ordinary_home_without_address_says_where_to_go_and_that_it_is_a_default(moor: Desk) -> None:
    prison = await asked(moor, circumstance="prison", postcode="ZZ97 8AB")
    assert (prison["answer"], prison["council"]["name"], prison["local_default"]) == ("go_to", "Fell Council", True)
    assert prison["words"].startswith("Prison:")
    nowhere = await asked(moor, postcode="ZZ99 3VZ")
    assert (nowhere["circumstance"], nowhere["council"], nowhere["out_of_area"]) == ("no_fixed_abode", None, False)


async def test_what_is_not_known_is_asked_for(moor: Desk) -> None:
    answer = await asked(moor, postcode="ZZ12 1AB", practice="ZZ1234")
    assert (answer["answer"], answer["out_of_area"]) == ("unknown", False)
    assert [each["code"] for each in answer["questions"]] == ["postcode_not_found", "practice_not_found"]
    assert [each["code"] for each in (await asked(moor))["questions"]] == ["nothing_said"]


async def test_a_date_before_anything_was_true_knows_nothing(moor: Desk) -> None:
    assert (await asked(moor, postcode="ZZ97 1AB", on="2019-01-01"))["answer"] == "unknown"


async def test_the_person_of_a_stay_is_routed_by_what_is_kept_of_them(moor: Desk) -> None:
    _, spell = await moor.place.admit(postcode="ZZ97 1AB", practice="ZZ7001")
    home = (await moor.get(f"/spells/{spell}/home")).json()
    assert (home["postcode"], home["practice"]) == ("ZZ97 1AB", "ZZ7001")
    assert (home["routing"]["answer"], home["routing"]["hub_id"]) == ("routed", str(moor.place.hub))


async def test_a_child_is_an_ordinary_answer_and_somebody_of_whom_nothing_is_kept_is_asked_for(moor: Desk) -> None:
    child = await moor.admitted(birth_date="2020-02-03")
    routing = (await moor.get(f"/spells/{child}/home")).json()["routing"]
    assert (routing["circumstance"], routing["hub_id"]) == ("under_18", None)
    bare = (await moor.get(f"/spells/{await moor.admitted()}/home")).json()
    assert (bare["postcode"], bare["routing"]["questions"][0]["code"]) == (None, "nothing_said")


async def test_a_referral_keeps_where_the_home_belonged_and_the_card_says_so(moor: Desk) -> None:
    for postcode, told, expected in (
        ("ZZ97 1AB", {}, ("ZZ80", "North", False)),
        ("ZZ97 8AB", {}, ("ZZ85", None, True)),
        ("ZZ97 1AB", {"person": {"going_to": "overseas"}}, (None, None, False)),
    ):
        _, spell = await moor.place.admit(postcode=postcode)
        case = str(uuid4())
        await moor.put(f"/cases/{case}/referral", moor.referral(str(spell)) | told, NURSE)
        page = (await moor.get(f"/cases/{case}")).json()
        assert (page["case"]["council"], page["case"]["locality"], page["case"]["out_of_area"]) == expected
        assert ("out of area" in page["timeline"][-1]["words"]) is expected[2]


async def test_a_stay_that_is_none_and_a_home_of_a_wrong_shape_are_refused(moor: Desk) -> None:
    assert refusal(await moor.get(f"/spells/{uuid4()}/home")) == (404, "not-known")
    assert refusal(await moor.post("/home-routing", {"circumstance": "boat"})) == (422, "wrong-shape")
    assert refusal(await moor.post("/home-routing", {"postcode": "Z" * 21})) == (422, "wrong-shape")


async def test_another_systems_tables_answer_nothing_here(moor: Desk, elsewhere: Desk) -> None:
    assert (await asked(elsewhere, postcode="ZZ97 1AB"))["answer"] == "unknown"
