"""A story of four days off, through HTTP only: Christmas 2026 is on a Friday, and Monday is a bank holiday, too.

What is to be answered in working hours waits for Tuesday; a day in a bed is a day, and safety knows no holiday.
"""

from typing import Any

from tests.journeys.town import Town

NORTH, SOUTH, TRUST = "North Reablement Ltd", "South Reablement Ltd", "Northmoor Trust"
OVER, LEFT = "over, its cause is no more", "over, the person has left the bed"


async def test_christmas_is_four_days_off_for_offices_and_none_for_whoever_lies_in_a_bed(northmoor: Town) -> None:
    ward, hub = northmoor.ward, northmoor.hub
    await northmoor.it_is("Thu 24 Dec 09:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    south = await northmoor.has_calls("South Reablement", "reab")
    for office in (str(northmoor.place.trust), north.organisation_id):
        await northmoor.keeps_office_hours(office)
    days = await hub.staff.read("/weekend/days")
    assert (days["first"], days["last"], days["opens_at"]) == ("2026-12-25", "2026-12-29", "2026-12-24T12:00:00Z")

    # Siskin can start on Tuesday, as her service works again.
    after = await ward.refers("Siskin", "personal_care")
    siskin = northmoor.follows(after, north)
    await ward.says_ready(after)
    await siskin.stands("Referred", "no longer meets", why="CT1", ready=("Thu 24 Dec", 0, 0))
    await hub.plans_for_home(after, north)
    await north.confirms_for(after, "Tue 29 Dec 12:00", how="remote")
    await hub.agrees_to_leave(after, "Own home", "Tue 29 Dec 11:00")
    late = "Escalated: Confirmed start more than 48 hours after ready"
    await siskin.stands(
        *("Start agreed with North Reablement: Tue 29 Dec 12:00 to 14:00", "Leaving planned", late),
        column="start_agreed",
        why="CA1",
        places="booked",
        escalated={f"late_start L2 {NORTH}"},
    )
    # Pipit goes home on Christmas Day, to a service that works each day; her lines are still in.
    on_the_day = await ward.refers("Pipit", "personal_care")
    pipit = northmoor.follows(on_the_day, south)
    await hub.plans_for_home(on_the_day, south)
    await south.confirms_for(on_the_day, "Fri 25 Dec 12:00", how="remote")
    await hub.agrees_to_leave(on_the_day, "Own home", "Fri 25 Dec 11:00")
    await ward.finishes(on_the_day, "C02 C02b C07 C08 C09")
    await hub.finishes(on_the_day, "C10")
    await south.finishes(on_the_day, "A8")
    agreed = ("Referred", "Start agreed with South Reablement: Fri 25 Dec 12:00 to 14:00", "First visit")
    await pipit.stands(*agreed, column="start_agreed", places="booked", stops=1)

    # The list is worked through from noon on; four working hours before the holiday's morning are this afternoon.
    await northmoor.it_is("Thu 24 Dec 12:05")
    await pipit.stands()
    await siskin.stands("Weekly snapshot of Thu 24 Dec")
    weekend = await hub.staff.read(f"/weekend?hub_id={northmoor.place.hub}")
    leaving = {each["spell_id"]: (each["leaves_on"], set(each["missing"])) for each in weekend["leaving"]}
    assert leaving == {
        on_the_day.spell: ("2026-12-25", {"stops"}),
        after.spell: ("2026-12-29", {"medicines", "letter", "transport", "home", "stops"}),
    }
    assert [each["spell_id"] for each in weekend["ready"]] == [after.spell]
    await northmoor.it_is("Thu 24 Dec 13:05")
    undone = "Escalated: Stop task undone before planned leaving, since Fri 25 Dec 11:00. L1"
    await pipit.stands(undone, escalated={f"stop_undone L1 {TRUST}"})
    await siskin.stands("nobody answered in time, so it climbs. L3", escalated={f"late_start L3 {NORTH}"})
    await on_the_day.bed.takes_on(ward.nurse, "stop_undone")
    await pipit.stands("acknowledged")
    await northmoor.it_is("Thu 24 Dec 15:05")
    await pipit.stands("it goes on, so it climbs. L2", escalated={f"stop_undone L2 {TRUST}"})
    await on_the_day.bed.takes_on(ward.nurse, "stop_undone")
    await after.bed.takes_on(north.staff, "late_start")
    await pipit.stands("acknowledged")
    # So are four before eleven on Tuesday.
    undone = "Escalated: Stop task undone before planned leaving, since Tue 29 Dec 11:00. L1"
    waits = {f"late_start L3 {NORTH}", f"stop_undone L1 {TRUST}", f"stop_undone L1 {NORTH}"}
    await siskin.stands(undone, "acknowledged", escalated=waits)

    await northmoor.it_is("Fri 25 Dec 09:05")
    waits = {f"late_start L3 {NORTH}", f"stop_undone L2 {TRUST}", f"stop_undone L2 {NORTH}"}
    first = {"Thu 24 Dec": "CA1"}
    rung = (
        "Escalated: Ready and still here, since Thu 24 Dec 09:00. L1, duty, North Reablement Ltd: answer by Tue 29 Dec"
    )
    await siskin.stands(
        *("nobody answered in time, so it climbs. L2", "Night of Thu 24 Dec frozen", rung),
        ready=("Thu 24 Dec", 1, 1),
        nights=first,
        escalated=waits | {f"ready L1 {NORTH}"},
    )
    await pipit.stands()
    # She leaves with her lines in: nobody waits for Tuesday.
    await northmoor.leaves_for_home(on_the_day, "Fri 25 Dec 11:00")
    left = {f"left_with_stop_open L2 {TRUST}", f"comes_with_stop_open L2 {SOUTH}"}
    stops = ("Escalated: Left with a stop task open", "Escalated: Comes to you with a stop task open")
    home: dict[str, Any] = {"column": "left_hospital", "ready": (None, 0, 0)}
    await pipit.stands("Left hospital", OVER, *stops, escalated=left, stops=1, **home)
    await northmoor.it_is("Fri 25 Dec 11:30")
    left = {f"left_with_stop_open L3 {TRUST}", f"comes_with_stop_open L3 {SOUTH}"}
    await pipit.stands("nobody answered in time, so it climbs. L3", "so it climbs. L3", escalated=left)
    await ward.finishes(on_the_day, "C12")
    await pipit.stands("done", OVER, OVER, escalated=set(), stops=0)
    await northmoor.it_is("Fri 25 Dec 12:30")
    await south.has_them(on_the_day)
    await pipit.stands("Arrived", "First contact", column="in_service")

    # A bed is lost on each of the four days; who is to answer does so by the evening of Tuesday.
    await northmoor.it_is("Mon 28 Dec 09:05")
    four = {"Thu 24 Dec": "CA1", "Fri 25 Dec": "CA1", "Sat 26 Dec": "CA1", "Sun 27 Dec": "CA1"}
    await siskin.stands(
        *("it goes on, so it climbs. L2", "4 nights frozen, Thu 24 Dec to Sun 27 Dec", "it goes on, so it climbs. L3"),
        ready=("Thu 24 Dec", 4, 4),
        nights=four,
        escalated=waits | {f"ready L3 {NORTH}"},
    )
    await pipit.stands()
    days = await hub.staff.read("/weekend/days")
    assert (days["first"], days["last"]) == ("2026-12-25", "2026-12-29"), "it is the same weekend still"
    await northmoor.all_is_done(after, north)
    waits = {f"late_start L3 {NORTH}", f"ready L3 {NORTH}"}
    await siskin.stands("First visit", OVER, column="ready_to_leave", escalated=waits, stops=0)
    await northmoor.leaves_for_home(after, "Tue 29 Dec 11:00")
    await siskin.stands(
        *("5 nights frozen, Thu 24 Dec to Mon 28 Dec", "Left hospital", OVER, LEFT),
        column="left_hospital",
        why="not waiting",
        ready=("Thu 24 Dec", 5, 5),
        nights=four | {"Mon 28 Dec": "CA1"},
        escalated=set(),
    )
    await northmoor.it_is("Tue 29 Dec 12:30")
    await north.has_them(after)
    await siskin.stands("Arrived", "First contact", column="in_service")
    await pipit.stands()
    await northmoor.nothing_is_lost()
