"""Stories after the hospital's door, through HTTP only: nobody came, and the weeks in a service."""

from uuid import uuid4

from tests.journeys.town import Town

NORTH, TRUST = "North Reablement Ltd", "Northmoor Trust"
OVER = "over, its cause is no more"


async def test_nobody_came_on_friday_night_and_it_climbs_until_they_are_met(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Fri 6 Nov 09:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Knot", "personal_care")
    knot = northmoor.follows(case, north)
    await knot.stands("Referred to Northmoor hub")
    await northmoor.arranges_home(case, north, "Fri 6 Nov 15:00", met="Fri 6 Nov 16:00")
    await knot.stands(
        *("Start agreed with North Reablement: Fri 6 Nov 16:00 to 18:00", "Leaving planned", "First visit"),
        column="ready_to_leave",
        places="booked",
        stops=0,
    )
    await northmoor.leaves_for_home(case, "Fri 6 Nov 15:00")
    await knot.stands("Left hospital", column="left_hospital", ready=(None, 0, 0), stops=0)
    await northmoor.it_is("Fri 6 Nov 15:40")
    await north.receives(case)
    await knot.stands("Arrived at North Reablement, as the crew said", done="C16")

    await northmoor.it_is("Fri 6 Nov 19:59")
    await knot.stands()
    # Two hours after the time agreed, at night too, it rings at the service and at the hub.
    await northmoor.it_is("Fri 6 Nov 20:01")
    rings = "Escalated: First contact not confirmed, since Fri 6 Nov 18:00. L2, team lead, North Reablement Ltd"
    await knot.stands(rings, escalated={f"first_contact L2 {NORTH}"})
    [rung] = (await hub.staff.read("/escalations"))["escalations"]
    assert (rung["trigger"], rung["level"]) == ("first_contact", "L2")

    await northmoor.it_is("Fri 6 Nov 20:31")
    await knot.stands("nobody answered in time, so it climbs. L3", escalated={f"first_contact L3 {NORTH}"})
    on = f"/escalations/{await case.bed.escalation('first_contact')}"
    taking, done = {"acknowledgement_id": str(uuid4())}, {"action_id": str(uuid4()), "words": "The night team goes."}
    south = await northmoor.has_calls("South Reablement", "reab")
    assert (await south.staff.refused(f"{on}/acknowledgement", taking))["code"] == "not-your-escalation"
    await knot.stands()
    await northmoor.it_is("Fri 6 Nov 20:50")
    await north.says_nobody_met(case, "nobody_came", "The carer was sent elsewhere.")
    rung = {f"first_contact L3 {NORTH}", f"not_met L2 {NORTH}"}
    again = "Escalated: Nobody met them: no access, refused, or nobody came, since Fri 6 Nov 20:50. L2, team lead"
    await knot.stands("No contact by North Reablement: nobody came", again, escalated=rung)
    # They climb while nobody takes them on, whatever the day; the service must act still.
    await northmoor.it_is("Sat 7 Nov 08:30")
    rung = {f"first_contact SRO {NORTH}", f"not_met SRO {NORTH}"}
    await knot.stands("climbs. L4, executive", "climbs. SRO", escalated=rung)

    # What climbed that far stands with the system.
    await northmoor.manager.put(f"{on}/acknowledgement", taking)
    await northmoor.manager.put(f"{on}/action", done)
    await knot.stands("acknowledged", "“The night team goes.”")
    await northmoor.it_is("Sat 7 Nov 10:30")
    await knot.stands()
    await north.meets(case)
    met = "First contact: North Reablement met them"
    await knot.stands(met, OVER, column="in_service", escalated=set(), done="C17")
    await northmoor.nothing_is_lost()


async def test_six_weeks_are_nearly_up_with_no_plan(northmoor: Town) -> None:
    ward = northmoor.ward
    await northmoor.it_is("Mon 2 Nov 10:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Godwit", "personal_care")
    godwit = northmoor.follows(case, north)
    await godwit.stands("Referred to Northmoor hub")
    await northmoor.arranges_home(case, north, "Mon 2 Nov 14:00", met="Mon 2 Nov 15:00")
    await godwit.stands("Start agreed", "First visit", column="ready_to_leave", places="booked", stops=0)
    await northmoor.leaves_for_home(case, "Mon 2 Nov 14:00")
    await godwit.stands("Left hospital", column="left_hospital", ready=(None, 0, 0))
    await northmoor.it_is("Mon 2 Nov 15:30")
    await north.receives(case)
    stay = await north.meets(case)
    await godwit.stands("Arrived", "First contact", column="in_service")
    assert [(await north.stay(case))[day] for day in ("review_on", "exit_plan_by", "six_weeks_on", "lasts_until")] == [
        *("2026-11-09", "2026-12-07", "2026-12-14", "2026-12-14")
    ]

    await northmoor.it_is("Wed 11 Nov 00:05")
    await godwit.stands("Escalated: Stay: review overdue", escalated={f"review_overdue L1 {NORTH}"})
    reviewed = {"words": "Walks a little further."}
    await northmoor.it_is("Wed 11 Nov 10:00")
    await north.says_of_stay(case, stay, "reviews", at=northmoor.now(), **reviewed)
    await godwit.stands("Stay reviewed", OVER, escalated=set())
    for day in ("Mon 16 Nov 10:00", "Mon 30 Nov 10:00"):
        await northmoor.it_is(day)
        await north.says_of_stay(case, stay, "reviews", at=northmoor.now(), **reviewed)
        await godwit.stands("Stay reviewed")
    await northmoor.it_is("Mon 7 Dec 15:29")
    await godwit.stands()
    await northmoor.it_is("Mon 7 Dec 15:31")
    no_plan, untold = f"no_exit_plan L2 {NORTH}", f"charging_untold L2 {TRUST}"
    day_35 = ("Escalated: Stay: day 35 and no exit plan", "Escalated: Stay: day 35 and not told about charging")
    await godwit.stands(*day_35, escalated={no_plan, untold})
    await northmoor.it_is("Tue 8 Dec 11:00")
    await case.bed.takes_on(north.staff, "no_exit_plan")
    await godwit.stands("acknowledged")
    late = {"at": northmoor.now(), "charged_from": "2026-12-07"}
    path = f"{case.path}/stays/{stay}"
    assert (await north.staff.refused(f"{path}/charging/{uuid4()}", late))["code"] == "told-too-late"
    await godwit.stands()
    await north.says_of_stay(case, stay, "charging", **late | {"charged_from": "2026-12-14"})
    await godwit.stands("Told about charging, from Mon 14 Dec", OVER, escalated={no_plan})
    until = {"until": "2026-12-22", "reason": "goals_in_reach"}
    await north.says_of_stay(case, stay, "extensions", **until)
    await godwit.stands("Stay extended until Tue 22 Dec: the goals are in reach")
    plan = {"leave_on": "2026-12-21", "destination": "home_long_term", "words": "Two calls a day from the council."}
    await north.says_of_stay(case, stay, "exit-plans", **plan)
    await godwit.stands("Exit planned for Mon 21 Dec", OVER, escalated=set())

    # Six weeks are over, and it was extended for a reason.
    await northmoor.it_is("Mon 21 Dec 10:00")
    await godwit.stands()
    scores = {"tool": "barthel", "score_in": 9, "score_out": 16}
    out = {"at": northmoor.now(), "outcome": "lower", "destination": "home_long_term"}
    await north.says_of_stay(case, stay, "discharges", **out, **scores)
    await godwit.stands("Discharged from North Reablement", "Closed: settled", column="closed", places="free")
    early = {"at": northmoor.now(), "day": 7, "found": "at_home"}
    assert (await north.staff.refused(f"{path}/follow-ups/{uuid4()}", early))["code"] == "follow-up-too-early"
    await godwit.stands()
    assert [each["due_on"] for each in (await north.stay(case))["follow_ups"]] == [
        *("2026-12-28", "2027-01-20", "2027-03-22")
    ]
    for after, due in {7: "Mon 28 Dec 10:00", 30: "Wed 20 Jan 10:00", 91: "Mon 22 Mar 10:00"}.items():
        await northmoor.it_is(due)
        await north.says_of_stay(case, stay, "follow-ups", at=northmoor.now(), day=after, found="at_home")
        await godwit.stands(f"{after} days after the stay: at home")
    assert (await north.staff.read("/stays"))["rows"] == [], "nothing is left to be done"
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
