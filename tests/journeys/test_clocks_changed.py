"""A story of the nights in which the clocks are changed, through HTTP only: one night each, no alarm an hour off.

Days are counted from one time on the wall to the same; two hours for somebody's safety are two hours.
"""

from datetime import UTC, datetime

import pytest

from tests.journeys.passing import time_passes
from tests.journeys.town import Town

NORTH, TRUST = "North Reablement Ltd", "Northmoor Trust"

BACK = ("Sat 24 Oct", "Sun 25 Oct", "Mon 26 Oct", datetime(2026, 10, 25, 2, tzinfo=UTC))
FORWARD = ("Sat 27 Mar", "Sun 28 Mar", "Mon 29 Mar", datetime(2027, 3, 28, 3, tzinfo=UTC))


@pytest.mark.parametrize(("saturday", "sunday", "monday", "overdue"), [BACK, FORWARD])
async def test_a_night_is_a_night_and_two_hours_are_two_hours_when_the_clocks_change(
    northmoor: Town, saturday: str, sunday: str, monday: str, overdue: datetime
) -> None:
    ward = northmoor.ward
    await northmoor.it_is(f"{saturday} 18:00")
    north = await northmoor.has_calls("North Reablement", "reab")
    case = await ward.refers("Stint", "personal_care")
    stint = northmoor.follows(case, north)
    await northmoor.arranges_home(case, north, f"{saturday} 22:00", met=f"{saturday} 23:00")
    await stint.stands("Referred", "Start agreed", "First visit", column="ready_to_leave", places="booked")
    bed = await ward.admits("Ruff")
    ruff = northmoor.follows(bed)
    await ruff.stands("Admitted")

    await northmoor.it_is(f"{saturday} 20:00")
    await ward.says_ready(bed)
    await ruff.stands("no longer meets", why="HP7", ready=(saturday, 0, 0))
    await northmoor.leaves_for_home(case, f"{saturday} 22:00")
    await stint.stands("Left hospital", column="left_hospital", ready=(None, 0, 0))
    await northmoor.it_is(f"{saturday} 22:30")
    await north.receives(case)
    await stint.stands("Arrived at North Reablement")

    # Two hours after one o'clock: two in the morning when the clocks go back, four when they go forward.
    await time_passes(northmoor.place, overdue.replace(hour=overdue.hour - 1, minute=58))
    await stint.stands()
    await ruff.stands(f"Night of {saturday} frozen", ready=(saturday, 1, 1), nights={saturday: "HP7"})
    await time_passes(northmoor.place, overdue.replace(minute=2))
    await stint.stands("Escalated: First contact not confirmed", escalated={f"first_contact L2 {NORTH}"})
    await north.meets(case)
    await stint.stands("First contact", "over, its cause is no more", column="in_service", escalated=set())

    # A day after eight in the evening is eight in the evening.
    await northmoor.it_is(f"{sunday} 19:58")
    await ruff.stands()
    await northmoor.it_is(f"{sunday} 20:02")
    await ruff.stands("Escalated: Ready and still here", escalated={f"ready L1 {TRUST}"})
    await bed.takes_on(ward.nurse, "ready")
    await ruff.stands("acknowledged")
    await northmoor.it_is(f"{monday} 19:58")
    nights = {saturday: "HP7", sunday: "HP7"}
    await ruff.stands(f"2 nights frozen, {saturday} to {sunday}", ready=(saturday, 2, 2), nights=nights)
    await northmoor.it_is(f"{monday} 20:02")
    await ruff.stands("it goes on, so it climbs. L2", escalated={f"ready L2 {TRUST}"})
    await ward.sees_off(bed)
    left = ("Stay ended: discharged", "over, the person has left the bed")
    await ruff.stands(*left, why="not waiting", escalated=set())
    await stint.stands()
    await northmoor.nothing_is_lost()
