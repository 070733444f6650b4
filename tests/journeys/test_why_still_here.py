"""Stories of waiting, through HTTP only: for a service that said yes, and for carers who come again."""

from tests.journeys.town import Town

NORTH, TRUST = "North Reablement Ltd", "Northmoor Trust"


async def test_a_yes_on_tuesday_for_friday_is_a_wait_for_the_service_until_friday(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Mon 2 Nov 15:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Plover", "personal_care")
    plover = northmoor.follows(case, north)
    await plover.stands("Referred to Northmoor hub")
    await hub.plans_for_home(case, north)
    # Who is not ready waits for nothing.
    await plover.stands("North Reablement would take them", "Yes to", column="finding_a_service", places="held")

    await northmoor.it_is("Tue 3 Nov 09:00")
    await ward.says_ready(case)
    # A yes in principle is not agreed yet.
    await plover.stands("no longer meets", why="IP1", ready=("Tue 3 Nov", 0, 0))
    await northmoor.it_is("Tue 3 Nov 10:00")
    await north.confirms_for(case, "Fri 6 Nov 11:00", how="remote")
    # More than two days after ready, and that is known now.
    late = f"late_start L2 {NORTH}"
    agreed = "Start agreed with North Reablement: Fri 6 Nov 11:00 to 13:00"
    await plover.stands(
        agreed, "Escalated: Confirmed", column="start_agreed", why="CA1", places="booked", escalated={late}
    )
    await hub.agrees_to_leave(case, "Own home", "Fri 6 Nov 10:30")
    await plover.stands("Leaving planned")
    await case.bed.takes_on(north.staff, "late_start")
    await plover.stands("acknowledged")

    await northmoor.it_is("Wed 4 Nov 09:05")
    await plover.stands(
        *("Night of Tue 3 Nov frozen", "Escalated: Ready and still here"),
        ready=("Tue 3 Nov", 1, 1),
        nights={"Tue 3 Nov": "CA1"},
        escalated={late, f"ready L1 {NORTH}"},
    )
    await case.bed.takes_on(hub.staff, "ready")
    await ward.finishes(case, "C02 C02b C07 C08 C09 C12")
    await hub.finishes(case, "C10")
    await north.finishes(case, "A8")
    # Nothing else is in the way, and they are here still.
    await plover.stands("acknowledged", "First visit", column="ready_to_leave", done="A8 C07 C09", stops=0)

    await northmoor.it_is("Fri 6 Nov 10:25")
    await plover.stands(
        *("goes on, so it climbs. L2", "Weekly snapshot of Thu 5 Nov", "nobody answered in time, so it climbs. L3"),
        "3 nights frozen, Tue 3 Nov to Thu 5 Nov",
        ready=("Tue 3 Nov", 3, 3),
        nights={"Tue 3 Nov": "CA1", "Wed 4 Nov": "CA1", "Thu 5 Nov": "CA1"},
        escalated={late, f"ready L3 {NORTH}"},
    )
    await ward.sees_off(case)
    over = ("over, its cause is no more", "over, the person has left the bed")
    await plover.stands("Left hospital", *over, column="left_hospital", why="not waiting", escalated=set())
    await northmoor.it_is("Fri 6 Nov 11:20")
    await plover.stands()
    await north.has_them(case)
    await plover.stands("Arrived at", "First contact", column="in_service", done="C16 C17")
    # No night is frozen of who has left.
    await northmoor.it_is("Mon 9 Nov 09:00")
    await plover.stands()
    await northmoor.nothing_is_lost()


async def test_a_restart_over_a_weekend_is_waited_for_by_somebody_of_whom_no_hub_knows(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Fri 6 Nov 11:00")
    bed = await ward.admits("Siskin")
    siskin = northmoor.follows(bed)
    await siskin.stands("Admitted")
    await ward.nurse.put(f"/spells/{bed.spell}/hub-need", {"need": "no"})
    await siskin.stands("Needs the hub? No.")
    await northmoor.it_is("Fri 6 Nov 15:00")
    await ward.says_ready(bed)
    # Nobody has said what they wait for.
    await siskin.stands("no longer meets", why="unexplained", ready=("Fri 6 Nov", 0, 0))
    restart = await ward.is_held_up(bed, "CA11", "service", words="Her carers come again from Monday noon.")
    await siskin.stands("In the way:", why="CA11")
    [blocker] = (await bed.delay())["blockers"]
    assert (blocker["owner"], blocker["stops_leaving"], blocker["end"]) == ("service", False, None)
    assert await northmoor.board() == set(), "the ward's own discharge is nobody's case"

    # Nobody else knows of them: it is the ward's to answer.
    await northmoor.it_is("Sat 7 Nov 15:05")
    await siskin.stands(
        *("Night of Fri 6 Nov frozen", "Escalated: Ready and still here"),
        ready=("Fri 6 Nov", 1, 1),
        nights={"Fri 6 Nov": "CA11"},
        escalated={f"ready L1 {TRUST}"},
    )
    await bed.takes_on(ward.nurse, "ready")
    await siskin.stands("acknowledged")
    assert [each["spell_id"] for each in (await hub.staff.read(f"/weekend?ward_id={ward.id}"))["ready"]] == [bed.spell]
    await northmoor.it_is("Mon 9 Nov 09:30")
    weekend = {"Fri 6 Nov": "CA11", "Sat 7 Nov": "CA11", "Sun 8 Nov": "CA11"}
    await siskin.stands(
        *("goes on, so it climbs. L2", "nobody answered in time, so it climbs. L3"),
        "3 nights frozen, Fri 6 Nov to Sun 8 Nov",
        ready=("Fri 6 Nov", 3, 3),
        nights=weekend,
        escalated={f"ready L3 {TRUST}"},
    )
    await ward.nurse.put(f"/spells/{bed.spell}/blockers/{restart}/end", {})
    assert (await bed.delay())["blockers"][0]["end"]
    await siskin.stands("Out of the way.", why="unexplained")
    await northmoor.it_is("Mon 9 Nov 11:00")
    await ward.sees_off(bed)
    await siskin.stands("Stay ended: discharged", "over, ", why="not waiting", escalated=set())
    await northmoor.it_is("Tue 10 Nov 09:00")
    await siskin.stands()
    assert await northmoor.board() == set()
    await northmoor.nothing_is_lost()
