"""A case as known at an instant, and the timeline of every stay that it covers."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from tests.api.desk import HUB, LATER, NURSE, Desk, refusal
from tests.facts import an_nhs_number


def now() -> str:
    return datetime.now(UTC).isoformat().replace("+00:00", "Z")


async def test_a_page_shows_only_what_was_recorded_by_then(here: Desk) -> None:
    case, _ = await here.referred()
    note = str(uuid4())
    await here.put(f"/cases/{case}/notes/{note}", {"audience": "everyone", "words": "Thursday."})
    then = now()
    await here.put(f"/cases/{case}/acceptance", here.manager())
    await here.put(f"/cases/{case}/notes/{note}/amendments/{uuid4()}", {"words": "Friday."})

    page = (await here.get(f"/cases/{case}?known_at={then}")).json()
    assert (page["known_at"], page["case"]["stage"]) == (then, "referred")
    assert [(each["words"], each["amended_by"]) for each in page["notes"]] == [("Thursday.", None)]
    assert not any("Accepted" in line["words"] for line in page["timeline"])
    latest = (await here.get(f"/cases/{case}")).json()
    assert (latest["known_at"], latest["case"]["stage"], len(latest["notes"])) == (None, "planning", 2)


async def test_what_happened_before_and_was_recorded_later_was_not_known(here: Desk) -> None:
    case, _ = await here.planning()
    then = now()
    await here.put(f"/cases/{case}/departure", {"left_at": LATER}, NURSE)
    assert (await here.get(f"/cases/{case}?known_at={then}")).json()["case"]["stage"] == "planning"
    timeline = (await here.get(f"/cases/{case}")).json()["timeline"]
    [left] = [line for line in timeline if line["words"] == "Left hospital."]
    assert (left["at"], left["by"], left["recorded_at"] > then) == (LATER, "Sam Ward Nurse", True)


async def test_before_anything_was_recorded_there_is_nothing_to_show(here: Desk) -> None:
    case, _ = await here.referred()
    long_ago = f"{datetime.now(UTC) - timedelta(days=400):%Y-%m-%dT%H:%M:%SZ}"
    assert refusal(await here.get(f"/cases/{case}?known_at={long_ago}")) == (404, "nothing-known-yet")
    assert refusal(await here.get(f"/cases/{case}?known_at=yesterday")) == (422, "wrong-shape")
    assert refusal(await here.get(f"/cases/{uuid4()}?known_at={long_ago}")) == (404, "not-known")


async def test_the_timeline_holds_every_stay_of_the_case_in_order(here: Desk) -> None:
    nhs, case = an_nhs_number(), str(uuid4())
    first = await here.admitted(nhs_number=nhs)
    await here.put(f"/cases/{case}/referral", here.referral(first), NURSE)
    assert (await here.put(f"/spells/{first}/end", {"how": "discharged", "at": LATER}, NURSE)).status_code == 200
    second, ward = str(uuid4()), str(here.place.other_ward)
    again = here.admission(nhs_number=nhs) | {"ward_id": ward, "bed": "B1", "admitted_at": "2026-10-22T09:00:00Z"}
    assert (await here.put(f"/spells/{second}", again, NURSE)).status_code == 200
    assert (await here.put(f"/cases/{case}/tracking", {"spell_id": second}, HUB)).status_code == 200

    page = (await here.get(f"/cases/{case}")).json()
    words = [line["words"] for line in page["timeline"]]
    assert "Admitted to Ash ward, bed A1-01." in words
    assert "Admitted to Birch ward, bed B1." in words
    assert page["spell"]["id"] == second
    times = [(line["at"], line["position"]) for line in page["timeline"]]
    assert times == sorted(times)
