"""Stories after the hospital's door, through HTTP only: nobody came, and the weeks in a service."""

from uuid import uuid4

from tests.journeys.town import Town


async def test_nobody_came_on_friday_night_and_it_climbs_until_they_are_met(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Fri 6 Nov 09:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Knot", "personal_care")
    await northmoor.sees_home(case, north, "Fri 6 Nov 15:00", met="Fri 6 Nov 16:00")
    await case.stands("left_hospital", "Left hospital", stops=0)
    await northmoor.it_is("Fri 6 Nov 15:40")
    await north.receives(case)
    await case.stands("left_hospital", "Arrived at North Reablement, as the crew said", done="C16")
    assert await case.bed.escalated() == {}

    await northmoor.it_is("Fri 6 Nov 19:59")
    assert await case.bed.escalated() == {}
    await northmoor.it_is("Fri 6 Nov 20:01")
    assert await case.bed.escalated() == {"first_contact": "L2"}, "two hours after the time agreed, at night too"
    assert await case.bed.owner_of("first_contact") == "North Reablement Ltd"
    for desk in (north.staff, hub.staff):
        [rung] = (await desk.read("/escalations"))["escalations"]
        assert (rung["trigger"], rung["level"]) == ("first_contact", "L2")
    await case.stands("left_hospital", "Escalated: First contact not confirmed, since Fri 6 Nov 18:00. L2, team lead")

    await northmoor.it_is("Fri 6 Nov 20:31")
    assert await case.bed.escalated() == {"first_contact": "L3"}, "nobody answered in half an hour"
    await northmoor.it_is("Fri 6 Nov 20:50")
    await north.says_nobody_met(case, "nobody_came", "The carer was sent elsewhere.")
    await case.stands("left_hospital", "nobody answered in time, so it climbs", "North Reablement: nobody came")
    await northmoor.it_is("Fri 6 Nov 20:51")
    assert (await case.bed.escalated())["not_met"] == "L2", "at once, at night too"
    assert await case.bed.owner_of("not_met") == "North Reablement Ltd"
    await northmoor.it_is("Sat 7 Nov 08:30")
    assert await case.bed.escalated() == {"first_contact": "SRO", "not_met": "SRO"}, (
        "both climb while nobody takes them on, whatever the day"
    )
    highest = (await north.staff.read("/escalations"))["escalations"]
    assert {(each["level"], each["owner"]) for each in highest} == {("SRO", "North Reablement Ltd")}, (
        "they must act still"
    )

    south = await northmoor.has_calls("South Reablement", "reab")
    on = f"/escalations/{await case.bed.escalation('first_contact')}"
    taking, done = {"acknowledgement_id": str(uuid4())}, {"action_id": str(uuid4()), "words": "The night team goes."}
    assert (await south.staff.refused(f"{on}/acknowledgement", taking))["code"] == "not-your-escalation"
    await hub.staff.put(f"{on}/acknowledgement", taking)
    await hub.staff.put(f"{on}/action", done)
    await northmoor.it_is("Sat 7 Nov 10:30")
    await case.stands("left_hospital", "L4, executive", "SRO", "acknowledged", "“The night team goes.”")
    await north.meets(case)
    await northmoor.it_is("Sat 7 Nov 10:31")
    assert await case.bed.escalated() == {}
    await case.stands(
        "in_service", "First contact: North Reablement met them", "over, its cause is no more", done="C17"
    )
    await north.has(free=0, booked=1)
    await northmoor.nothing_is_lost()


async def test_six_weeks_are_nearly_up_with_no_plan(northmoor: Town) -> None:
    ward = northmoor.ward
    await northmoor.it_is("Mon 2 Nov 10:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Godwit", "personal_care")
    await northmoor.sees_home(case, north, "Mon 2 Nov 14:00", met="Mon 2 Nov 15:00")
    await northmoor.it_is("Mon 2 Nov 15:30")
    await north.receives(case)
    stay = await north.meets(case)
    await case.stands("in_service", "First contact")
    assert [(await north.stay(case))[day] for day in ("review_on", "exit_plan_by", "six_weeks_on", "lasts_until")] == [
        *("2026-11-09", "2026-12-07", "2026-12-14", "2026-12-14")
    ]

    await northmoor.it_is("Wed 11 Nov 00:05")
    assert await case.bed.escalated() == {"review_overdue": "L1"}
    for day in ("Wed 11 Nov 10:00", "Mon 16 Nov 10:00", "Mon 30 Nov 10:00"):
        await northmoor.it_is(day)
        await north.says_of_stay(case, stay, "reviews", at=northmoor.now(), words="Walks a little further.")
    await northmoor.it_is("Mon 7 Dec 15:29")
    assert await case.bed.escalated() == {}
    await northmoor.it_is("Mon 7 Dec 15:31")
    assert await case.bed.escalated() == {"no_exit_plan": "L2", "charging_untold": "L2"}
    assert await case.bed.owner_of("no_exit_plan") == "North Reablement Ltd"
    await northmoor.it_is("Tue 8 Dec 11:00")
    await case.bed.takes_on(north.staff, "no_exit_plan")
    late = {"at": northmoor.now(), "charged_from": "2026-12-07"}
    path = f"{case.path}/stays/{stay}"
    assert (await north.staff.refused(f"{path}/charging/{uuid4()}", late))["code"] == "told-too-late"
    await north.says_of_stay(case, stay, "charging", **late | {"charged_from": "2026-12-14"})
    until = {"until": "2026-12-22", "reason": "goals_in_reach"}
    await north.says_of_stay(case, stay, "extensions", **until)
    plan = {"leave_on": "2026-12-21", "destination": "home_long_term", "words": "Two calls a day from the council."}
    await north.says_of_stay(case, stay, "exit-plans", **plan)
    await northmoor.it_is("Tue 8 Dec 11:05")
    assert await case.bed.escalated() == {}
    await case.stands(
        "in_service",
        "Escalated: Stay: day 35 and no exit plan",
        "Told about charging, from Mon 14 Dec",
        "Stay extended until Tue 22 Dec: the goals are in reach",
        "Exit planned for Mon 21 Dec",
        "over, its cause is no more",
    )

    await northmoor.it_is("Mon 21 Dec 10:00")
    assert await case.bed.escalated() == {}, "six weeks are over, and it was extended for a reason"
    await north.has(booked=1, free=0)
    scores = {"tool": "barthel", "score_in": 9, "score_out": 16}
    out = {"at": northmoor.now(), "outcome": "lower", "destination": "home_long_term"}
    await north.says_of_stay(case, stay, "discharges", **out, **scores)
    await case.closed("Discharged from North Reablement")
    await north.has(booked=0, free=1)
    early = {"at": northmoor.now(), "day": 7, "found": "at_home"}
    assert (await north.staff.refused(f"{path}/follow-ups/{uuid4()}", early))["code"] == "follow-up-too-early"
    assert [each["due_on"] for each in (await north.stay(case))["follow_ups"]] == [
        *("2026-12-28", "2027-01-20", "2027-03-22")
    ]
    for after, due in {7: "Mon 28 Dec 10:00", 30: "Wed 20 Jan 10:00", 91: "Mon 22 Mar 10:00"}.items():
        await northmoor.it_is(due)
        await north.says_of_stay(case, stay, "follow-ups", at=northmoor.now(), day=after, found="at_home")
    assert (await north.staff.read("/stays"))["rows"] == [], "nothing is left to be done"
    await case.closed("91 days after the stay: at home")
    assert await case.bed.escalated() == {}
    await northmoor.nothing_is_lost()


async def test_from_one_service_to_the_next_the_first_has_them_until_they_leave_it(northmoor: Town) -> None:
    hub = northmoor.hub
    await northmoor.it_is("Mon 2 Nov 10:00")
    north, south = [await northmoor.has_calls(f"{name} Reablement", "reab") for name in ("North", "South")]
    case = await northmoor.ward.refers("Whimbrel", "personal_care")
    await northmoor.sees_home(case, north, "Mon 2 Nov 14:00", met="Mon 2 Nov 15:00")
    await northmoor.it_is("Mon 2 Nov 15:30")
    await north.has_them(case)

    await northmoor.it_is("Thu 5 Nov 10:00")
    await hub.asks(case, south)
    await south.holds_a_place(case)
    await hub.person_agrees(case, south)
    await south.confirms_for(case, "Fri 6 Nov 09:00", how="remote")
    assert (len(await north.cards()), len(await south.cards())) == (1, 1), "North has them still, South awaits them"
    wrongly = {"what": "first_contact", "words": "Rosa met the neighbour."}
    await north.staff.put(f"{case.path}/arriving-undoings/{uuid4()}", wrongly)
    await case.stands("left_hospital", "Not met after all")
    stay = await north.meets(case)
    await case.stands("in_service", "First contact: North Reablement met them")

    await northmoor.it_is("Fri 6 Nov 09:30")
    too_early = {"at": northmoor.now(), "told_by": "provider"}
    arrival = f"{case.path}/arrivals/{uuid4()}"
    assert (await south.staff.refused(arrival, too_early))["code"] == "stays-overlap"
    out = {"at": northmoor.now(), "outcome": "same", "destination": "home_rehabilitation"}
    await north.says_of_stay(case, stay, "discharges", **out)
    assert await north.cards() == set()
    await south.staff.put(arrival, too_early | {"at": northmoor.now()})
    await south.meets(case)
    await case.stands("in_service", "First contact: South Reablement met them")
    await northmoor.nothing_is_lost()
