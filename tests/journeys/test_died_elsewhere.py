"""Stories of who dies in hospital again, in a stay of its own, through HTTP only; and lives after all."""

from uuid import uuid4

from tests.facts import an_nhs_number
from tests.journeys.town import Town

NOT_HERS = {"what": "end", "reason": "recorded_by_mistake", "words": "Another bed was meant."}


async def test_brought_in_again_before_anybody_met_them_and_dies_there(northmoor: Town) -> None:
    ward, known = northmoor.ward, {"nhs_number": an_nhs_number()}
    await northmoor.it_is("Mon 2 Nov 10:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Godwit", "personal_care", known=known)
    await ward.says_ready(case)
    await northmoor.sees_home(case, north, "Tue 3 Nov 11:00", met="Tue 3 Nov 16:00")
    await northmoor.it_is("Tue 3 Nov 13:00")
    await ward.readmits(case, "Godwit", **known)
    await northmoor.it_is("Tue 3 Nov 14:00")
    await ward.records_death(case)
    await case.closed("Closed: died")
    await north.has(booked=0, free=1)
    page = f"/api/v1{case.path}/for-the-person"
    gone = await northmoor.client.get(page, headers=dict(northmoor.hub.staff.headers))
    assert (gone.status_code, gone.json()["code"]) == (409, "no-page-after-death")
    await northmoor.it_is("Tue 3 Nov 20:05")
    assert await case.bed.escalated() == {}, "nobody waits for them"

    await ward.takes_death_back(case)
    await case.stands("planning", "Reopened", "Lost: North Reablement")
    await north.has(booked=0, free=1)
    await northmoor.nothing_is_lost()


async def test_dies_in_the_weeks_after_the_service_and_nobody_is_asked_how_they_are(northmoor: Town) -> None:
    ward, known = northmoor.ward, {"nhs_number": an_nhs_number()}
    await northmoor.it_is("Mon 2 Nov 10:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Turnstone", "personal_care", known=known)
    await ward.says_ready(case)
    await northmoor.sees_home(case, north, "Tue 3 Nov 11:00", met="Tue 3 Nov 12:00")
    await northmoor.it_is("Tue 3 Nov 12:30")
    await north.receives(case)
    stay = await north.meets(case)
    await northmoor.it_is("Mon 9 Nov 10:00")
    gone = {"outcome": "lower", "destination": "home_long_term", "at": northmoor.now()}
    await north.says_of_stay(case, stay, "discharges", **gone)
    await case.closed("Closed: settled")
    await northmoor.it_is("Tue 10 Nov 10:00")
    bed = await ward.admits("Turnstone", days_ago=0, **known)
    await ward.nurse.put(f"/spells/{bed.spell}/end", {"how": "died", "at": northmoor.now()})
    assert (await north.staff.read("/stays"))["rows"] == []
    await case.closed("Has died since; nobody asks any more how they are.")

    await ward.nurse.put(f"/spells/{bed.spell}/reversal", NOT_HERS | {"at": northmoor.now()})
    assert [each["day"] for each in (await north.stay(case))["follow_ups"] if each["due_on"]] == [7, 30, 91]
    said = {"at": northmoor.now(), "words": "The daughter rang."}
    await north.staff.put(f"/cases/{case.id}/deaths/{uuid4()}", said)
    assert (await north.staff.read("/stays"))["rows"] == []
    assert (await case.page())["case"]["person"]["died_at"], "what a service knows is known of the person"
    await north.staff.put(f"/cases/{case.id}/arriving-undoings/{uuid4()}", {"what": "death", "words": "Her sister."})
    assert (await case.page())["case"]["person"]["died_at"] is None
    await north.stay(case)
    await northmoor.nothing_is_lost()


async def test_dies_in_hospital_out_of_a_service_and_the_stay_ends(northmoor: Town) -> None:
    ward, known = northmoor.ward, {"nhs_number": an_nhs_number()}
    case, north = await northmoor.has_at_home("Sandpiper", **known)
    await northmoor.it_is("Fri 6 Nov 10:00")
    await ward.readmits(case, "Sandpiper", **known)
    await ward.records_death(case)
    await case.closed("Closed: died")
    assert (await north.staff.read("/stays"))["rows"] == [], "nobody reviews it, and nobody asks how they are"
    await north.has(booked=0, free=1)
    await northmoor.it_is("Fri 13 Nov 10:00")
    assert "review_overdue" not in await case.bed.escalated()

    await ward.takes_death_back(case)
    await case.stands("ready_to_leave", "Reopened", "Stands again: North Reablement")
    stay = await north.stay(case)
    assert (stay["ended_at"], stay["paused_at"] is None) == (None, False), "it waits as it did"
    await north.has(booked=1, free=0)
    await northmoor.nothing_is_lost()
